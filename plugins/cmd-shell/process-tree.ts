import { execFile } from "node:child_process";
import type { Clock } from "wsmanor/sdk";
import { liveProcesses, type LiveProcess } from "./live-processes.js";

/** Does this system have process groups, sessions and signals? */
export const hasGroups = process.platform !== "win32";

/** Milliseconds between looks at what is left of a tree: at first, and at most. */
const pauses = { first: 5, longest: 100 };
/** Milliseconds that killed processes have to be gone; one that hangs in the kernel takes longer. */
const timeToVanish = 5000;
/** Milliseconds in which no machine starts so many processes that it comes round to small numbers and then to those of the tree. */
const noRound = 250;

/**
 * A process that leads a group of its own, and all that it has started: its group, and on Linux every process that has the mark in its
 * environment, whatever group or session it went to. On Windows, what its process table says is below it.
 */
export class ProcessTree {
  readonly #leader: number;
  readonly #mark: string;
  readonly #clock: Clock;
  readonly #leaderEnd: Promise<unknown>;
  readonly #began: number;
  #leaderIsOver = false;

  /**
   * @param leader process id, which is the group's too
   * @param mark entry of the environment, `NAME=value`, that no other process has
   * @param leaderEnd resolves when the leader has ended and its number may be another's
   */
  constructor(leader: number, mark: string, clock: Clock, leaderEnd: Promise<unknown>) {
    this.#leader = leader;
    this.#mark = mark;
    this.#clock = clock;
    this.#began = clock.now();
    this.#leaderEnd = leaderEnd.then(() => (this.#leaderIsOver = true));
  }

  /** Signals the whole group. @returns is there anybody? */
  signal(name: NodeJS.Signals | 0): boolean {
    // A group keeps its number while it has members; a process of that number after the leader's end is a stranger, and so is its group.
    if (!hasGroups || (this.#leaderIsOver && signalled(this.#leader, 0))) return false;
    return signalled(-this.#leader, name);
  }

  /**
   * Ends all of it: asks with SIGTERM, waits, kills what is left.
   * @param grace milliseconds to wait
   * @returns `false` when something could not be killed: another account's, or held by the kernel
   */
  async end(grace: number): Promise<boolean> {
    if (!hasGroups) return this.#endOnWindows();
    if (!(await this.#signalAll("SIGTERM"))) return true;
    await this.#untilNobodyIsLeft(grace, () => this.#anybody());
    return this.#untilNobodyIsLeft(timeToVanish, () => this.#signalAll("SIGKILL"));
  }

  /** @returns was there anybody? On Linux the dead whom nobody has buried do not count. */
  async #signalAll(name: NodeJS.Signals): Promise<boolean> {
    const isGroup = this.signal(name);
    const all = await this.#live();
    // Programs take a second SIGTERM for impatience.
    for (const { id, isOfGroup } of all) if (!isOfGroup) signalled(id, name);
    return process.platform === "linux" ? all.length > 0 : isGroup;
  }

  async #anybody(): Promise<boolean> {
    return process.platform === "linux" ? (await this.#live()).length > 0 : this.signal(0);
  }

  #live(): Promise<readonly LiveProcess[]> {
    // What a short command has started is among the few processes that are younger than it.
    const isYoung = this.#clock.now() - this.#began < noRound;
    return liveProcesses(this.#mark, this.signal(0) ? this.#leader : undefined, isYoung ? this.#leader : undefined);
  }

  /** Asks again and again. @returns `false` when there is still somebody at the end of the time */
  async #untilNobodyIsLeft(milliseconds: number, isAnybody: () => Promise<boolean>): Promise<boolean> {
    const deadline = this.#clock.now() + milliseconds;
    for (let pause = pauses.first; await isAnybody(); pause = Math.min(pause * 2, pauses.longest)) {
      const left = deadline - this.#clock.now();
      if (left <= 0) return false;
      await this.#pause(Math.min(pause, left));
    }
    return true;
  }

  /** Also over when the leader is. */
  async #pause(milliseconds: number): Promise<void> {
    let cancel = (): void => undefined;
    const time = new Promise<void>((resolve) => (cancel = this.#clock.after(milliseconds, resolve)));
    await (this.#leaderIsOver ? time : Promise.race([time, this.#leaderEnd]));
    cancel();
  }

  /** taskkill(1): the leader, forcibly, and what it has started and is still below it. */
  #endOnWindows(): Promise<boolean> {
    if (this.#leaderIsOver) return Promise.resolve(true);
    return new Promise((resolve) => {
      execFile("taskkill", ["/PID", String(this.#leader), "/T", "/F"], { windowsHide: true }, (error) => resolve(error === null));
    });
  }
}

/** @param id a process, or a group as a negative number @returns was there one that could be signalled? */
function signalled(id: number, name: NodeJS.Signals | 0): boolean {
  try {
    process.kill(id, name);
    return true;
  } catch (error) {
    // Somebody is there whom this account may not signal: that is for those who ask whether there is anybody.
    return name === 0 && (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
