import type { Facts } from "../facts.js";
import { readProcessStat, type ProcessStat } from "./process-stat.js";

const longestCommand = 15;

/** A process of /proc. What costs a file is read when it is asked for, once. */
export class Process {
  #known: Record<string, unknown> = {};

  constructor(
    readonly facts: Facts,
    readonly id: string,
    readonly stat: ProcessStat,
  ) {}

  /** @returns `undefined` when it has ended in between */
  static open(facts: Facts, id: string): Process | undefined {
    const text = facts.machine.readText(`/proc/${id}/stat`);
    const stat = text === undefined ? undefined : readProcessStat(text);
    return stat === undefined ? undefined : new Process(facts, id, stat);
  }

  #once<T>(name: string, find: () => T): T {
    if (!(name in this.#known)) this.#known[name] = find();
    return this.#known[name] as T;
  }

  #text(name: string): string | undefined {
    return this.#once(name, () => this.facts.machine.readText(`/proc/${this.id}/${name}`));
  }

  /** Arguments, each ended by NUL; empty for kernel threads and for what is dead and not yet buried. */
  get #arguments(): string {
    return this.#text("cmdline") ?? "";
  }

  /** Arguments with blanks between them. */
  get commandLine(): string | null {
    const text = this.#arguments.replace(/\0+$/u, "").replaceAll("\0", " ");
    return text === "" ? null : text;
  }

  /** Without the kernel's remark that the file is gone. */
  get executable(): string | null {
    if (this.#arguments === "") return null;
    return this.#once("exe", () => this.#guarded(() => this.facts.machine.readLink(`/proc/${this.id}/exe`)))?.replace(/ \(deleted\)$/u, "") ?? null;
  }

  /**
   * The program's file name. The kernel keeps 15 characters of a name that the process may change, so the first argument is looked at for
   * the rest of it, and then the file; arguments alone may say anything.
   */
  get name(): string {
    return this.#once("name", () => this.#findName());
  }

  #findName(): string {
    const { command } = this.stat;
    if (this.#arguments === "") return command;
    const first = fileName(this.#arguments.split("\0", 1)[0]!);
    if (first === command || (command.length >= longestCommand && first.startsWith(command))) return first;
    const { executable } = this;
    return executable === null ? command : fileName(executable);
  }

  /** KB, from /proc/PID/status; `undefined` for what has no memory: kernel threads, and what is dead and not yet buried. */
  kilobytes(name: string): number | undefined {
    return this.stat.virtualSize === 0 ? undefined : numberBehind(this.#text("status"), `\n${name}:`);
  }

  /** Number of the user whose rights it has; `undefined` when not known. */
  get userId(): number | undefined {
    const found = /\nUid:\s+\d+\s+(\d+)/u.exec(this.#text("status") ?? "")?.[1];
    return found === undefined ? undefined : Number(found);
  }

  /** A count of /proc/PID/io, which may be beyond 2^53. */
  inputOutput(name: string): bigint | null {
    const text = this.#once("io", () => this.#guarded(() => this.facts.machine.readText(`/proc/${this.id}/io`)));
    const digits = digitsBehind(text === undefined ? undefined : `\n${text}`, `\n${name}:`);
    return digits === undefined ? null : BigInt(digits);
  }

  /** Open files; 0 when that is not for us to know. */
  get openFiles(): number {
    return this.#guarded(() => this.facts.machine.count(`/proc/${this.id}/fd`)) ?? 0;
  }

  /** Of the audit system; 0 for what no login began. */
  get session(): number {
    if (this.stat.virtualSize === 0) return 0;
    const session = Number(this.#text("sessionid") ?? 0);
    return session === 2 ** 32 - 1 || Number.isNaN(session) ? 0 : session;
  }

  /** What is closed for one process of another user is closed for all of that user's; failing costs more than reading. */
  #guarded<T>(read: () => T | undefined): T | undefined {
    const { userId: own } = this.facts.machine;
    const user = own === undefined || own === 0 ? own : this.userId;
    if (user !== undefined && user !== own && this.facts.closedUsers.has(user)) return undefined;
    const found = read();
    if (found === undefined && user !== undefined && user !== own) this.facts.closedUsers.add(user);
    return found;
  }
}

/** Digits behind a label and blanks. */
function digitsBehind(text: string | undefined, label: string): string | undefined {
  const found = text?.indexOf(label) ?? -1;
  if (found < 0) return undefined;
  let at = found + label.length;
  while (text![at] === " " || text![at] === "\t") at++;
  const end = text!.indexOf("\n", at);
  return /^\d+/u.exec(text!.slice(at, end < 0 ? undefined : end))?.[0];
}

function numberBehind(text: string | undefined, label: string): number | undefined {
  const digits = digitsBehind(text, label);
  return digits === undefined ? undefined : Number(digits);
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** All processes, one after the other; those that end meanwhile are passed over. @param id only this one */
export function* processes(facts: Facts, id: string | undefined): Generator<Process, void> {
  if (!facts.isLinux) return;
  for (const each of id === undefined ? facts.processIds : /^[1-9]\d{0,9}$/u.test(id) ? [id] : []) {
    const process = Process.open(facts, each);
    if (process !== undefined) yield process;
  }
}
