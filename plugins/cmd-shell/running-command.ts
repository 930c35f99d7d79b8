import { constants } from "node:os";
import type { Readable } from "node:stream";
import { failure, type Clock, type CommandOutput, type OperationFailure, type ShellCommand, type ShellSignal, type StreamInput } from "wsmanor/sdk";
import type { CodePage, Converter } from "./code-page.js";
import { ProcessTree } from "./process-tree.js";
import type { StartedProgram } from "./start-program.js";

export interface RunningCommandOptions {
  readonly child: StartedProgram;
  /** Entry of the environment that its processes have and no others. */
  readonly mark: string;
  readonly output: CommandOutput;
  /** As the client named them. */
  readonly streams: { readonly output: string; readonly errors: string };
  readonly codePage: CodePage;
  readonly clock: Clock;
  /** Milliseconds between SIGTERM and SIGKILL. */
  readonly grace: number;
  /** Called once, when nothing of it runs any more; `false`: something could not be ended. */
  readonly over: (isGone: boolean) => void;
}

/** A process with its streams. It is over when it has ended and nobody holds its output open any more. */
export class RunningCommand implements ShellCommand {
  readonly #options: RunningCommandOptions;
  readonly #tree: ProcessTree;
  readonly #toInput: Converter;
  #input: Promise<void> = Promise.resolve();
  #inputIsOver = false;
  #end: Promise<void> | undefined;

  constructor(options: RunningCommandOptions) {
    const { child, mark, clock, codePage, output, streams } = options;
    this.#options = options;
    this.#toInput = codePage.toPrograms();
    const exit = new Promise<number>((resolve) => {
      child.once("exit", (code, signal) => resolve(code === null ? 128 + (signal === null ? 0 : constants.signals[signal]) : code >>> 0));
    });
    this.#tree = new ProcessTree(child.pid, mark, clock, exit);
    // It need not read what it is sent, and may end before it has.
    child.stdin?.on("error", () => undefined);
    void Promise.all([exit, this.#pass(child.stdout, streams.output), this.#pass(child.stderr, streams.errors)]).then(([code]) => output.done(code));
  }

  get mark(): string {
    return this.#options.mark;
  }

  send({ data, isLast }: StreamInput): Promise<void> | OperationFailure {
    if (this.#inputIsOver) return failure("invalid-parameter", { message: "the standard input of this command was ended by an earlier message" });
    this.#inputIsOver = isLast;
    return (this.#input = this.#input.then(() => this.#write(data, isLast)));
  }

  async signal({ kind, code }: ShellSignal): Promise<void | OperationFailure> {
    if (kind === undefined) return failure("invalid-parameter", { message: `the signal "${code}" means nothing to a command of this shell; ctrl_c, ctrl_break and terminate do` });
    // Windows has no signals that reach what has no console of its own.
    if (kind === "terminate" || process.platform === "win32") await this.#endAll();
    else this.#tree.signal(kind === "ctrl-c" ? "SIGINT" : "SIGQUIT");
  }

  /** Resolves when nothing of it runs. */
  async close(): Promise<void> {
    await this.#endAll();
    const { stdin, stdout, stderr } = this.#options.child;
    for (const stream of [stdin, stdout, stderr]) stream?.destroy();
  }

  #endAll(): Promise<void> {
    return (this.#end ??= this.#tree.end(this.#options.grace).then(this.#options.over));
  }

  /** Reads no further than the client does: while `write` is awaited the pipe fills, and then the program waits. */
  async #pass(source: Readable | null, stream: string): Promise<void> {
    if (source === null) return;
    const { output, codePage } = this.#options;
    const converter = codePage.fromPrograms();
    const given = async (octets: Uint8Array): Promise<boolean> => octets.length === 0 || (await output.write(stream, octets));
    try {
      let isRead = true;
      for await (const octets of source as AsyncIterable<Buffer>) {
        isRead = await given(converter.write(octets));
        if (!isRead) break;
      }
      if (isRead) await given(converter.end());
    } catch {
      // The pipe was closed on this side, with the command.
    }
    output.end(stream);
  }

  async #write(data: Uint8Array, isLast: boolean): Promise<void> {
    const { stdin } = this.#options.child;
    // A program that has closed its input, or ended, does not want the rest.
    if (stdin === null || stdin.destroyed) return;
    const octets = this.#toInput.write(data);
    if (octets.length > 0 && !stdin.write(octets)) {
      await new Promise<void>((resolve) => {
        stdin.once("drain", resolve).once("close", resolve);
      });
      if (stdin.destroyed) return;
    }
    if (isLast) stdin.end(this.#toInput.end());
  }
}
