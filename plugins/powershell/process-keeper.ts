import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { keeperScript } from "./keeper-script.js";

/** Does this system have process groups, and a shell to keep them with? */
export const hasGroups = process.platform !== "win32";

/**
 * A process beside the host that stands for the end of another with all that it has started: it reads from a pipe which only this host holds
 * open. On Windows there is none, and `taskkill` ends what its process table says is below the process.
 */
export class ProcessKeeper {
  readonly #leader: number;
  readonly #child: ChildProcess | undefined;
  #end: Promise<void> | undefined;

  /**
   * @param leader process that leads a group of its own
   * @param mark entry of its environment, `NAME=value`, that no other process has
   * @param lost called once when somebody ended the keeper: nothing stands for the end any more
   */
  constructor(leader: number, mark: string, lost: () => void) {
    this.#leader = leader;
    if (!hasGroups) return;
    const child = spawn("/bin/sh", ["-c", keeperScript, "sh", String(leader), mark], { cwd: "/", env: { PATH: "/usr/bin:/bin", LC_ALL: "C" }, stdio: ["pipe", "ignore", "ignore"], detached: true });
    this.#child = child;
    const gone = (): void => {
      if (this.#end === undefined) lost();
    };
    child.once("error", gone).once("exit", gone);
    // A host that has no file descriptor left gets none, and the error behind it.
    const pipe = child.stdin as Socket | null | undefined;
    pipe?.on("error", () => undefined);
    // It is nothing to wait for when the host ends.
    child.unref();
    pipe?.unref();
  }

  /** @returns resolves when nothing is left */
  end(): Promise<void> {
    return (this.#end ??= this.#endAll());
  }

  async #endAll(): Promise<void> {
    const child = this.#child;
    if (child === undefined) return new Promise((resolve) => execFile("taskkill", ["/PID", String(this.#leader), "/T", "/F"], { windowsHide: true }, () => resolve()));
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      child.ref();
      child.stdin!.end();
      await once(child, "exit");
      return;
    }
    // Without the keeper: at least the group.
    try {
      process.kill(-this.#leader, "SIGKILL");
    } catch {
      // It has no members.
    }
  }
}
