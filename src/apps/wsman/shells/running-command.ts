import type { PluginRefusal } from "../../../routing/plugin-port.js";
import type { CommandPort, CommandSink } from "../../../routing/shell-port.js";
import type { ShellEnd } from "../../../sdk/shell.js";
import { nextState } from "../../../base/next-state.js";
import { commandLife, type CommandEvent, type CommandState } from "./command-life.js";
import { Ending } from "./ending.js";
import { InputLane } from "./input-lane.js";
import { OutputQueue } from "./output-queue.js";
import { Receiver } from "./receiver.js";

/** What a command was begun with. */
export interface CommandFacts {
  readonly id: string;
  /** Command and arguments, for who lists commands. */
  readonly line: string;
  readonly outputStreams: readonly string[];
  /** Monotonic. */
  readonly began: number;
}

/** One command of a shell: its input and output until they are taken, its end, and the place in the user's quota that it holds while it runs. */
export class RunningCommand implements CommandSink {
  readonly output: OutputQueue;
  readonly receiver = new Receiver();
  readonly input = new InputLane();
  /** It was terminated, or its shell has ended. */
  readonly ending = new Ending();
  /** Resolves when the plug-in has answered: `undefined` when it has not begun the command. */
  readonly begun: Promise<CommandPort | undefined>;
  /** A client has been told its end: it is kept only for one that asks again. */
  isTold = false;
  #state: CommandState = "beginning";
  #result: number | PluginRefusal | undefined;
  /** Once the plug-in has begun it. */
  #port: CommandPort | undefined;
  #tellBegun!: (port: CommandPort | undefined) => void;

  /** @param leave gives the place back; may be called again */
  constructor(
    readonly facts: CommandFacts,
    private readonly leave: () => void,
  ) {
    this.output = new OutputQueue(facts.outputStreams, () => this.receiver.wake("changed"));
    this.begun = new Promise((resolve) => (this.#tellBegun = resolve));
  }

  get id(): string {
    return this.facts.id;
  }

  get state(): CommandState {
    return this.#state;
  }

  /** It takes a place among its shell's commands. */
  get isActive(): boolean {
    return this.#state === "beginning" || this.#state === "running";
  }

  /** Exit code, or why there is none; `undefined` while it runs. */
  get result(): number | PluginRefusal | undefined {
    return this.#result;
  }

  /** The plug-in has answered. It may be over already, or its shell. @param port `undefined`: it has not begun. Once; later calls do nothing. */
  answered(port: CommandPort | undefined): void {
    if (port !== undefined) {
      this.#port = port;
      this.#enter("begun");
      if (this.#state === "done") void port.close("done");
    }
    this.#tellBegun(port);
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

  /** Its shell ends, or it is nobody's. @returns resolves when the plug-in has let go */
  async close(reason: ShellEnd): Promise<void> {
    if (this.#enter("close")) await this.#end(reason);
  }

  async #end(reason: ShellEnd): Promise<void> {
    this.output.close();
    this.receiver.wake("closed");
    // Who still begins it stops, and answers.
    this.ending.end();
    const port = await this.begun;
    await port?.close(reason);
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
