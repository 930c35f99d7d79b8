import type { PluginRefusal } from "../../../routing/plugin-port.js";
import type { CommandPort, CommandSink } from "../../../routing/shell-port.js";
import type { ShellEnd } from "../../../sdk/shell.js";
import { nextState } from "../../../base/next-state.js";
import { commandLife, type CommandEvent, type CommandState } from "./command-life.js";
import { OutputQueue } from "./output-queue.js";
import { Receiver } from "./receiver.js";

/** One command of a shell: its output until it is received, its end, and the place in the user's quota that it holds while it runs. */
export class RunningCommand implements CommandSink {
  readonly output: OutputQueue;
  readonly receiver = new Receiver();
  /** A client has been told its end: it is kept only for one that asks again. */
  isTold = false;
  /** Input is being handed over. */
  isSending = false;
  #state: CommandState = "running";
  #result: number | PluginRefusal | undefined;
  /** Once the plug-in has answered. */
  #port: CommandPort | undefined;

  /**
   * @param line for who lists commands
   * @param leave gives the place back
   */
  constructor(
    readonly id: string,
    readonly line: string,
    streams: readonly string[],
    private readonly leave: () => void,
  ) {
    this.output = new OutputQueue(streams, () => this.receiver.wake("changed"));
  }

  get state(): CommandState {
    return this.#state;
  }

  /** Exit code, or why there is none; `undefined` while it runs. */
  get result(): number | PluginRefusal | undefined {
    return this.#result;
  }

  get port(): CommandPort | undefined {
    return this.#port;
  }

  /** The plug-in has begun it. It may be over already, or its shell. */
  started(port: CommandPort): void {
    this.#port = port;
    if (this.#state === "done") void port.close("done");
    else if (this.#state !== "running") void port.close("deleted");
  }

  write(stream: string, data: Uint8Array, isWhole: boolean): Promise<boolean> {
    return this.output.write(stream, data, isWhole);
  }

  end(stream: string): void {
    this.output.end(stream);
  }

  done(result: number | PluginRefusal): void {
    if (!this.#enter("done")) return;
    this.#result = result;
    this.output.endAll();
    this.leave();
    void this.#port?.close("done");
    this.receiver.wake("changed");
  }

  /** A client has had enough of it. @returns resolves when the plug-in has let go */
  async terminate(): Promise<void> {
    if (this.#enter("terminate")) await this.#end("terminated");
  }

  /** Its shell ends. @returns resolves when the plug-in has let go */
  async close(reason: ShellEnd): Promise<void> {
    if (this.#enter("close")) await this.#end(reason);
  }

  async #end(reason: ShellEnd): Promise<void> {
    this.output.close();
    this.receiver.wake("closed");
    await this.#port?.close(reason);
    // What the plug-in has not let go of still takes its place.
    this.leave();
  }

  #enter(event: CommandEvent): boolean {
    const next = nextState<CommandState, CommandEvent>(commandLife, this.#state, event);
    if (next === undefined) return false;
    this.#state = next;
    return true;
  }
}
