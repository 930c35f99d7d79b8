import type { ShellDescription } from "../../../protocol/wsman/write-shell.js";
import type { ShellUsage } from "../../../sdk/shell.js";
import type { OpenShell } from "./open-shell.js";

/** Milliseconds that Windows writes for "never". */
const never = 2_147_483_647;

/** What Windows tells of a shell that can be disconnected from, as far as it can be said here: texts are UTF-8. */
const connectable = { encoding: "UTF8" } as const;

/**
 * What clients are told of a shell.
 * @param longestIdleTimeout milliseconds that a client may ask for when it disconnects
 * @param usage for who looks at it: Windows tells more then than when it was created
 */
export function describeShell(shell: OpenShell, longestIdleTimeout: number, usage?: ShellUsage): ShellDescription {
  const { facts } = shell;
  return {
    shellId: facts.id, name: facts.name, resourceUri: facts.resourceUri, owner: facts.ownerName, clientIp: facts.clientAddress,
    processId: shell.port.processId, workingDirectory: facts.workingDirectory,
    idleTimeout: Math.min(shell.idleTimeout, never),
    inputStreams: facts.inputStreams, outputStreams: facts.outputStreams, locale: facts.locale, dataLocale: facts.dataLocale,
    compressionMode: facts.asksForCompression || shell.port.canConnect ? "NoCompression" : undefined, profileLoaded: usage === undefined ? undefined : shell.port.profileLoaded,
    ...(shell.port.canConnect ? { ...connectable, maxIdleTimeout: Math.min(longestIdleTimeout, never), bufferMode: shell.bufferMode } : {}),
    state: shell.state === "disconnected" ? "Disconnected" : "Connected",
    shellRunTime: shell.runTime, shellInactivity: shell.inactivity,
    memoryUsed: usage?.memory, childProcesses: usage?.childProcesses,
  };
}
