import type { ShellDescription } from "../../../protocol/wsman/write-shell.js";
import type { ShellUsage } from "../../../sdk/shell.js";
import type { OpenShell } from "./open-shell.js";

/** Milliseconds that Windows writes for "never". */
const never = 2_147_483_647;

/** What clients are told of a shell. @param usage for who looks at it: Windows tells more then than when it was created */
export function describeShell(shell: OpenShell, usage?: ShellUsage): ShellDescription {
  const { facts } = shell;
  return {
    shellId: facts.id, name: facts.name, resourceUri: facts.resourceUri, owner: facts.ownerName, clientIp: facts.clientAddress,
    processId: shell.port.processId, workingDirectory: facts.workingDirectory,
    idleTimeout: Math.min(shell.idleTimeout, never),
    inputStreams: facts.inputStreams, outputStreams: facts.outputStreams, locale: facts.locale, dataLocale: facts.dataLocale,
    compressionMode: facts.asksForCompression ? "NoCompression" : undefined, profileLoaded: usage === undefined ? undefined : shell.port.profileLoaded,
    state: shell.state === "disconnected" ? "Disconnected" : "Connected",
    shellRunTime: shell.runTime, shellInactivity: shell.inactivity,
    memoryUsed: usage?.memory, childProcesses: usage?.childProcesses,
  };
}
