import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import type { Clock } from "wsmanor/sdk";
import { hasGroups, ProcessKeeper } from "./process-keeper.js";

/** Octets of standard error that are kept to be told: the last. */
const keptErrors = 2048;

export interface ServerProcessOptions {
  readonly path: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly directory: string;
  /** Entry of the environment that its processes have and no others. */
  readonly mark: string;
  readonly clock: Clock;
}

/** PowerShell as a process with its streams. It is over when it has ended; what it has started is ended with it. */
export class ServerProcess {
  readonly id: number;
  readonly input: Writable;
  readonly output: Readable;
  /** Why it is over, as a clause behind "PowerShell". Never rejects. */
  readonly over: Promise<string>;
  readonly #keeper: ProcessKeeper;
  readonly #clock: Clock;
  #errors = Buffer.alloc(0);
  #isLost = false;

  private constructor(child: ChildProcessByStdio<Writable, Readable, Readable>, { mark, clock }: ServerProcessOptions) {
    this.id = child.pid!;
    this.input = child.stdin;
    this.output = child.stdout;
    this.#clock = clock;
    // It need not read what it is sent, and may end before it has.
    child.stdin.on("error", () => undefined);
    child.on("error", () => undefined);
    child.stderr.on("data", (octets: Buffer) => (this.#errors = Buffer.concat([this.#errors, octets]).subarray(-keptErrors)));
    const { promise, resolve } = withResolver<string>();
    this.over = promise;
    child.once("exit", (code, signal) => {
      // What it said last comes behind its end; who holds its errors open is not waited for.
      const tell = (): void => resolve(this.#isLost ? "was ended, because the process that watches it is gone" : `ended ${signal === null ? `with the exit code ${code}` : `by the signal ${signal}`}${this.#said()}`);
      const cancel = clock.after(500, tell);
      const told = (): void => {
        cancel();
        tell();
      };
      if (child.stderr.closed) told();
      else child.stderr.once("close", told);
      void this.#keeper.end();
    });
    this.#keeper = new ProcessKeeper(this.id, mark, () => {
      this.#isLost = true;
      void this.#keeper.end();
    });
  }

  /** @returns why it could not be started, otherwise the process */
  static async start(options: ServerProcessOptions): Promise<ServerProcess | string> {
    try {
      // The hidden server mode, and nothing of the operator's that would speak before it.
      const child = spawn(options.path, ["-s", "-NoLogo", "-NoProfile"], { cwd: options.directory, env: { ...options.environment }, stdio: ["pipe", "pipe", "pipe"], detached: hasGroups, windowsHide: true });
      if (child.pid === undefined) throw (await once(child, "error"))[0];
      return new ServerProcess(child, options);
    } catch (error) {
      return `could not be started from ${options.path}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  /**
   * Ends it and all that it has started.
   * @param grace milliseconds that it has to end by itself once its input has ended
   */
  async end(grace: number): Promise<void> {
    this.input.end();
    const { promise: late, resolve } = withResolver<void>();
    const cancel = this.#clock.after(grace, resolve);
    await Promise.race([this.over, late]);
    cancel();
    await this.#keeper.end();
    this.output.destroy();
    this.input.destroy();
  }

  #said(): string {
    const text = this.#errors.toString().replaceAll(/[^\P{C}\n]/gu, "?").trim();
    return text === "" ? "" : `; it said: ${text.replaceAll(/\s*\n\s*/gu, " / ")}`;
  }
}

function withResolver<T>(): { readonly promise: Promise<T>; readonly resolve: (value: T) => void } {
  let resolve!: (value: T) => void;
  const promise = new Promise<T>((give) => (resolve = give));
  return { promise, resolve };
}
