import { escapeAttribute, escapeText } from "../xml/escape.js";
import { writeDuration, writeElapsed } from "./duration.js";
import { namespaces } from "./namespaces.js";
import type { Reference } from "./request.js";
import type { ResponseHead } from "./response-head.js";
import { writeResourceCreated } from "./write-reference.js";
import { writeResponse } from "./write-response.js";

/** What is told of a shell. Times are in milliseconds. */
export interface ShellDescription {
  readonly shellId: string;
  readonly name?: string | undefined;
  readonly resourceUri: string;
  /** The account, as Windows writes them: `HOST\user`. */
  readonly owner: string;
  readonly clientIp: string;
  readonly processId?: number | undefined;
  /** Windows repeats it in the answer to Create; none and left out are the same. */
  readonly environment?: readonly (readonly [name: string, value: string])[] | undefined;
  readonly workingDirectory?: string | undefined;
  readonly idleTimeout: number;
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  /** The longest time that the shell may be disconnected. */
  readonly maxIdleTimeout?: number | undefined;
  readonly locale?: string | undefined;
  readonly dataLocale?: string | undefined;
  readonly compressionMode?: "NoCompression" | undefined;
  readonly profileLoaded?: boolean | undefined;
  readonly encoding?: "UTF8" | "UTF16" | undefined;
  readonly bufferMode?: "Block" | "Drop" | undefined;
  /** Windows leaves it out for shells that cannot be disconnected from. */
  readonly state?: "Connected" | "Disconnected" | undefined;
  /** Since it was created. */
  readonly shellRunTime: number;
  /** Since it was last used. */
  readonly shellInactivity: number;
  /** Octets; written as Windows does, in whole megabytes. */
  readonly memoryUsed?: number | undefined;
  readonly childProcesses?: number | undefined;
}

const megabyte = 1024 * 1024;

/**
 * The element rsp:Shell (MS-WSMV 2.2.4.37), in the order of recorded answers, for Create, Get and as an item of an enumeration. It declares
 * rsp itself, as recorded ones do, so that it is right in any envelope.
 */
export function writeShell(shell: ShellDescription): string {
  const { profileLoaded } = shell;
  return (
    `<rsp:Shell xmlns:rsp="${namespaces.rsp}">` +
    element("ShellId", shell.shellId) + element("Name", shell.name) + element("ResourceUri", shell.resourceUri) + element("Owner", shell.owner) +
    element("ClientIP", shell.clientIp) + element("ProcessId", shell.processId?.toString()) + writeEnvironment(shell.environment ?? []) +
    element("WorkingDirectory", shell.workingDirectory) + span("IdleTimeOut", shell.idleTimeout) + element("InputStreams", shell.inputStreams.join(" ")) + element("OutputStreams", shell.outputStreams.join(" ")) +
    span("MaxIdleTimeOut", shell.maxIdleTimeout) + element("Locale", shell.locale) + element("DataLocale", shell.dataLocale) +
    element("CompressionMode", shell.compressionMode) + element("ProfileLoaded", profileLoaded === undefined ? undefined : profileLoaded ? "Yes" : "No") +
    element("Encoding", shell.encoding) + element("BufferMode", shell.bufferMode) + element("State", shell.state) +
    element("ShellRunTime", writeElapsed(shell.shellRunTime)) + element("ShellInactivity", writeElapsed(shell.shellInactivity)) +
    element("MemoryUsed", shell.memoryUsed === undefined ? undefined : `${Math.ceil(shell.memoryUsed / megabyte)}MB`) + element("ChildProcesses", shell.childProcesses?.toString()) +
    "</rsp:Shell>"
  );
}

function writeEnvironment(variables: NonNullable<ShellDescription["environment"]>): string {
  const written = variables.map(([name, value]) => `<rsp:Variable Name="${escapeAttribute(name)}">${escapeText(value)}</rsp:Variable>`);
  return written.length === 0 ? "" : `<rsp:Environment>${written.join("")}</rsp:Environment>`;
}

const element = (name: string, value: string | undefined): string => (value === undefined ? "" : `<rsp:${name}>${escapeText(value)}</rsp:${name}>`);

const span = (name: string, milliseconds: number | undefined): string => element(name, milliseconds === undefined ? undefined : writeDuration(milliseconds));

/**
 * A whole answer to the Create of a shell.
 * @param created what the client sends from now on; Windows names its own URL in the address
 */
export function writeShellCreated(head: ResponseHead, created: Reference, shell: ShellDescription): string {
  return writeResponse({ ...head, isShell: true }, writeResourceCreated(created, created.address) + writeShell(shell));
}
