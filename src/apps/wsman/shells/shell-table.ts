import { EndedShells } from "./ended-shells.js";
import type { OpenShell } from "./open-shell.js";

/** What bounds shells; changes with a reload. */
export interface ShellSettings {
  readonly allowRemoteShellAccess: boolean;
  /** Cap of the client's IdleTimeOut; 0: none. */
  readonly maxShellIdleTimeoutMinutes: number;
  readonly maxShells: number;
  /** `undefined`: no limit. */
  readonly maxShellsPerUser: number | undefined;
  /** Users that may have shells at a time. */
  readonly maxShellUsers: number;
  readonly maxCommandsPerShell: number;
  /** Milliseconds from its creation, whatever Lifetime its client asks for; `undefined`: no limit. */
  readonly maxShellRunTimeMs: number | undefined;
}

/** A limit that is reached. */
export type FullShells = "perUser" | "users" | "service";

interface Row {
  /** `undefined` while the plug-in is asked. */
  shell: OpenShell | undefined;
  readonly owner: string;
  readonly origin: object;
}

/** The shells of one application by their ids, those that are being opened included: a limit holds for them too. */
export class ShellTable {
  readonly #rows = new Map<string, Row>();
  readonly #perOwner = new Map<string, number>();
  readonly #waiting = new Map<object, (() => void)[]>();
  readonly ended = new EndedShells();
  #opened = 0;
  #settings: ShellSettings;

  constructor(settings: ShellSettings) {
    this.#settings = settings;
  }

  adopt(settings: ShellSettings): void {
    this.#settings = settings;
  }

  get settings(): ShellSettings {
    return this.#settings;
  }

  /** Milliseconds that a shell may be left alone, whatever its client asks for. */
  get longestIdleTimeout(): number {
    return this.#settings.maxShellIdleTimeoutMinutes * 60_000 || Infinity;
  }

  get size(): number {
    return this.#rows.size;
  }

  /** Shells of a user, those that are being opened included. */
  countOf(owner: string): number {
    return this.#perOwner.get(owner) ?? 0;
  }

  /** Which limit one more shell of this user would break. */
  fullFor(owner: string): FullShells | undefined {
    const own = this.countOf(owner);
    if (own >= (this.#settings.maxShellsPerUser ?? Infinity)) return "perUser";
    if (own === 0 && this.#perOwner.size >= this.#settings.maxShellUsers) return "users";
    return this.#rows.size >= this.#settings.maxShells ? "service" : undefined;
  }

  /**
   * Keeps a place for a shell that is being opened.
   * @param origin whoever ends it with `stopAll`: the processor whose plug-in has it
   * @returns `undefined` when the id is in use; otherwise gives the place back when called, unless a shell has taken it
   */
  reserve(id: string, owner: string, origin: object): (() => void) | undefined {
    const key = id.toLowerCase();
    if (this.#rows.has(key)) return undefined;
    const row: Row = { shell: undefined, owner, origin };
    this.#rows.set(key, row);
    this.#perOwner.set(owner, this.countOf(owner) + 1);
    return () => {
      if (row.shell === undefined) this.#remove(key, row);
    };
  }

  /** Puts a shell into the place that was kept for it. */
  add(shell: OpenShell): void {
    this.#rows.get(shell.facts.id.toLowerCase())!.shell = shell;
    this.#opened++;
    shell.ending.onEnd(() => this.ended.add(shell.facts.id, shell.facts.owner, shell.endReason!));
  }

  remove(shell: OpenShell): void {
    const key = shell.facts.id.toLowerCase();
    const row = this.#rows.get(key);
    if (row?.shell === shell) this.#remove(key, row);
  }

  /** Whoever owns it; ids compare without case. One that is ending is no more. */
  find(id: string): OpenShell | undefined {
    const shell = this.#rows.get(id.toLowerCase())?.shell;
    return shell?.isOpen === true ? shell : undefined;
  }

  /** In the order they were opened. */
  all(): readonly OpenShell[] {
    return [...this.#rows.values()].flatMap(({ shell }) => (shell?.isOpen === true ? [shell] : []));
  }

  /** Those too that have ended and whose plug-in has not let go. */
  held(): readonly OpenShell[] {
    return [...this.#rows.values()].flatMap(({ shell }) => (shell === undefined ? [] : [shell]));
  }

  /** How many there have been. */
  get opened(): number {
    return this.#opened;
  }

  /** The processor that opened them stops. @param stays plug-ins whose shells go on @returns resolves when the plug-ins have let go */
  async stopAll(origin: object, stays: (plugin: string) => boolean): Promise<void> {
    const own = [...this.#rows.values()].filter((row) => row.origin === origin);
    await Promise.all(own.flatMap(({ shell }) => (shell === undefined || stays(shell.plugin.name) ? [] : [shell.finish("shutdown")])));
  }

  /** Resolves when no shell of this origin is open. */
  whenEnded(origin: object): Promise<void> {
    if (!this.#hasOf(origin)) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.set(origin, [...(this.#waiting.get(origin) ?? []), resolve]));
  }

  #remove(key: string, row: Row): void {
    this.#rows.delete(key);
    const left = this.countOf(row.owner) - 1;
    if (left <= 0) this.#perOwner.delete(row.owner);
    else this.#perOwner.set(row.owner, left);
    const waiting = this.#waiting.get(row.origin);
    if (waiting === undefined || this.#hasOf(row.origin)) return;
    this.#waiting.delete(row.origin);
    for (const resolve of waiting) resolve();
  }

  #hasOf(origin: object): boolean {
    for (const row of this.#rows.values()) if (row.origin === origin) return true;
    return false;
  }
}
