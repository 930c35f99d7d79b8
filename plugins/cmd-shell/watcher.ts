import { spawn, type ChildProcess } from "node:child_process";
import type { Socket } from "node:net";
import type { Clock, Logger } from "wsmanor/sdk";
import { watcherScript } from "./watcher-script.js";

/** Milliseconds that it stays after the last shell, for the next one, and until another takes the place of one that somebody ended. */
const pauses = { stay: 1000, restart: 1000 };

/**
 * A process beside the host that ends all commands when the host is gone, however that came: it reads from a pipe which only the host holds
 * open. It lives while there are shells. Where there are no process groups there is none.
 */
export class Watcher {
  readonly #mark: string;
  readonly #clock: Clock;
  readonly #logger: Logger;
  readonly #groups = new Set<number>();
  #shells = 0;
  #child: ChildProcess | undefined;
  #cancelTimer = (): void => undefined;

  /** @param mark beginning of the entry in the environment that all commands of this plug-in have */
  constructor(mark: string, clock: Clock, logger: Logger) {
    this.#mark = mark;
    this.#clock = clock;
    this.#logger = logger;
  }

  /** Its process; `undefined` when it has none. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  shellOpened(): void {
    this.#shells++;
    this.#cancelTimer();
    this.#start();
  }

  shellClosed(): void {
    if (--this.#shells === 0) this.#later(pauses.stay, () => this.#stop());
  }

  /** @param group number of a process group that began */
  add(group: number): void {
    this.#groups.add(group);
    if (this.#child === undefined) this.#start();
    else this.#say(`+ ${group}`);
  }

  remove(group: number): void {
    this.#groups.delete(group);
    this.#say(`- ${group}`);
  }

  end(): void {
    this.#shells = 0;
    this.#cancelTimer();
    this.#stop();
  }

  #start(): void {
    if (process.platform === "win32" || this.#child !== undefined) return;
    const failed = (error: unknown): void => this.#logger.error("commands would outlive a crash of this host: the process that watches it cannot be started", { error: String(error) });
    let child: ChildProcess;
    try {
      child = spawn("/bin/sh", ["-c", watcherScript, "sh", this.#mark], { cwd: "/", env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, stdio: ["pipe", "ignore", "ignore"], detached: true });
    } catch (error) {
      return failed(error);
    }
    child.on("error", failed);
    if (child.pid === undefined) return;
    this.#child = child;
    child.once("exit", () => {
      if (this.#child !== child) return;
      this.#child = undefined;
      if (this.#shells > 0) this.#later(pauses.restart, () => this.#start());
    });
    child.stdin!.on("error", () => undefined);
    // It is nothing to wait for when the host ends.
    child.unref();
    (child.stdin as Socket).unref();
    for (const group of this.#groups) this.#say(`+ ${group}`);
  }

  #later(milliseconds: number, run: () => void): void {
    this.#cancelTimer();
    this.#cancelTimer = this.#clock.after(milliseconds, run);
  }

  #say(line: string): void {
    if (this.#child?.stdin?.writable === true) this.#child.stdin.write(`${line}\n`);
  }

  #stop(): void {
    this.#child?.stdin?.end();
    this.#child = undefined;
  }
}
