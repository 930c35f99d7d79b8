import type { Clock } from "../../../base/clock.js";
import type { PluginPort, PluginRefusal } from "../../../routing/plugin-port.js";
import type { OwnSink, ShellPort } from "../../../routing/shell-port.js";
import type { ShellEnd } from "../../../sdk/shell.js";
import type { CommandState } from "./command-life.js";
import { Ending } from "./ending.js";
import { InputLane } from "./input-lane.js";
import { OutputQueue } from "./output-queue.js";
import { Receiver } from "./receiver.js";
import type { RunningCommand } from "./running-command.js";
import { nextState } from "../../../base/next-state.js";
import { shellLife, type ShellEvent, type ShellState } from "./shell-life.js";

/** Commands that are over and whose client has not said that it is done with them: more are forgotten, those first whose end was told. */
const mostOver = 64;

/** What a shell was opened with; immutable. */
export interface ShellFacts {
  readonly id: string;
  readonly name: string | undefined;
  /** As sent with the Create. */
  readonly resourceUri: string;
  /** Account and how it authenticated. */
  readonly owner: string;
  /** Name for people. */
  readonly ownerName: string;
  readonly clientAddress: string;
  readonly workingDirectory: string | undefined;
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  readonly locale: string | undefined;
  readonly dataLocale: string | undefined;
  /** Its client would have its streams compressed, and is told that they are not. */
  readonly asksForCompression: boolean;
  /** Milliseconds without a request after which it ends; `Infinity`: never. */
  readonly idleTimeout: number;
  /** Milliseconds from its start. */
  readonly lifetime: number;
}

export type OwnEnd = Exclude<ShellEnd, "done" | "terminated">;

const ends: Readonly<Record<Exclude<ShellEvent, "disconnect" | "reconnect" | "fail">, OwnEnd>> = { delete: "deleted", idle: "idle", lifetime: "lifetime", shutdown: "shutdown" };

/** One open shell: whose it is, what runs in it, and how long it has been left alone. */
export class OpenShell implements OwnSink {
  readonly output: OutputQueue;
  readonly receiver = new Receiver();
  readonly input = new InputLane();
  /** It has ended, for whatever reason. */
  readonly ending = new Ending();
  readonly #commands = new Map<string, RunningCommand>();
  readonly #opened: number;
  #state: ShellState = "connected";
  #port: ShellPort | undefined;
  #failure: PluginRefusal | undefined;
  #bufferMode: "Block" | "Drop" = "Block";
  #requests = 0;
  /** Commands that are no longer found, and that the plug-in has not let go of. */
  readonly #leaving = new Set<Promise<void>>();
  /** Resolves when it has ended, once that has begun. */
  #finished: Promise<void> | undefined;
  /** Why it has ended, once that has begun. */
  endReason: OwnEnd | undefined;
  #used: number;
  #idleTimeout: number;
  #stopIdle: () => void = () => undefined;
  #stopLife: () => void = () => undefined;

  /**
   * @param ended gives back what it holds
   */
  constructor(
    readonly facts: ShellFacts,
    readonly plugin: PluginPort,
    private readonly clock: Clock,
    private readonly ended: (shell: OpenShell) => void,
  ) {
    this.output = new OutputQueue(facts.outputStreams, () => this.receiver.wake("changed"));
    this.#idleTimeout = facts.idleTimeout;
    this.#opened = this.#used = clock.now();
  }

  get state(): ShellState {
    return this.#state;
  }

  get isOpen(): boolean {
    return this.#state === "connected" || this.#state === "disconnected" || this.#state === "failed";
  }

  /** Why it is over although nobody has ended it. */
  get failure(): PluginRefusal | undefined {
    return this.#failure;
  }

  /** What becomes of output that nobody receives. */
  get bufferMode(): "Block" | "Drop" {
    return this.#bufferMode;
  }

  /** There once the plug-in has opened it. */
  get port(): ShellPort {
    if (this.#port === undefined) throw new Error("the shell is used before its plug-in has opened it");
    return this.#port;
  }

  get idleTimeout(): number {
    return this.#idleTimeout;
  }

  /** Milliseconds since it was opened. */
  get runTime(): number {
    return this.clock.now() - this.#opened;
  }

  /** Requests that use it. */
  get requests(): number {
    return this.#requests;
  }

  /** Milliseconds since anybody used it. */
  get inactivity(): number {
    return this.#requests > 0 ? 0 : this.clock.now() - this.#used;
  }

  /** The plug-in has opened it: from here on time counts. */
  start(port: ShellPort): void {
    this.#port = port;
    if (Number.isFinite(this.facts.lifetime)) this.#stopLife = this.clock.after(this.facts.lifetime, () => void this.finish("lifetime"));
    this.#rest();
  }

  write(stream: string, data: Uint8Array, isWhole: boolean): Promise<boolean> {
    return this.#failure === undefined ? this.output.write(stream, data, isWhole) : Promise.resolve(false);
  }

  end(stream: string): void {
    this.output.end(stream);
  }

  /** What stands behind it is gone. What it has written is still received; the failure is what comes after, until it is deleted or its idle time is over. */
  done(refusal: PluginRefusal): void {
    if (!this.#enter("fail")) return;
    this.#failure = refusal;
    for (const command of this.commands) command.done(refusal);
    this.receiver.wake("changed");
  }

  /** A request uses it: its idle time stands still. @returns call when the request is over */
  hold(): () => void {
    this.#requests++;
    this.#stopIdle();
    let isOver = false;
    return () => {
      if (isOver) return;
      isOver = true;
      this.#used = this.clock.now();
      if (--this.#requests === 0 && this.isOpen) this.#rest();
    };
  }

  /** @param idleTimeout milliseconds for the time without a client @param bufferMode for that time */
  disconnect(idleTimeout: number | undefined, bufferMode: "Block" | "Drop"): boolean {
    if (!this.#enter("disconnect")) return false;
    this.#buffer(bufferMode);
    this.#idleTimeout = idleTimeout ?? this.facts.idleTimeout;
    return true;
  }

  reconnect(): boolean {
    if (!this.#enter("reconnect")) return false;
    this.#buffer("Block");
    this.#idleTimeout = this.facts.idleTimeout;
    return true;
  }

  add(command: RunningCommand): void {
    const over = this.commandsIn("done");
    if (over.length >= mostOver) {
      const oldest = over.find(({ isTold }) => isTold) ?? over[0]!;
      this.drop(oldest);
    }
    this.#commands.set(command.id.toLowerCase(), command);
    command.output.drops = this.#bufferMode === "Drop";
  }

  /** Ids compare without case. */
  find(commandId: string): RunningCommand | undefined {
    return this.#commands.get(commandId.toLowerCase());
  }

  /** A client has had enough of a command: its id means nothing from now on. @returns resolves when the plug-in has let go */
  terminate(command: RunningCommand): Promise<void> {
    return this.#forget(command, command.terminate());
  }

  /** A command that nobody will ask for. */
  drop(command: RunningCommand): void {
    void this.#forget(command, command.close("deleted"));
  }

  /** In the order they began. */
  get commands(): readonly RunningCommand[] {
    return [...this.#commands.values()];
  }

  commandsIn(state: CommandState): readonly RunningCommand[] {
    return this.commands.filter((command) => command.state === state);
  }

  /** Commands that run or begin, in the order they began. */
  get active(): readonly RunningCommand[] {
    return this.commands.filter(({ isActive }) => isActive);
  }

  /** Ends it, its commands first. @returns resolves when the plug-in has let go of everything, whoever has ended it */
  finish(event: keyof typeof ends): Promise<void> {
    if (this.#enter(event)) this.#finished = this.#finish(ends[event]);
    return this.#finished ?? Promise.resolve();
  }

  /** The same for somebody who waits only so long. @param patience milliseconds @returns resolves when it has ended or, ending, has taken that long */
  finishWithin(event: keyof typeof ends, patience: number): Promise<void> {
    return new Promise((resolve) => {
      const stop = this.clock.after(patience, resolve);
      void this.finish(event).then(() => {
        stop();
        resolve();
      });
    });
  }

  async #finish(reason: OwnEnd): Promise<void> {
    this.endReason = reason;
    this.#stopIdle();
    this.#stopLife();
    this.output.close();
    this.receiver.wake("closed");
    this.ending.end();
    await Promise.all([...this.#leaving, ...this.commands.map((command) => command.close(reason))]);
    this.#commands.clear();
    await this.#port?.close(reason);
    // What the plug-in has not let go of still takes its place.
    this.ended(this);
  }

  /** This very one: another may have its id by now. */
  #forget(command: RunningCommand, ending: Promise<void>): Promise<void> {
    if (this.find(command.id) === command) this.#commands.delete(command.id.toLowerCase());
    const leaving = ending.finally(() => this.#leaving.delete(leaving));
    this.#leaving.add(leaving);
    return leaving;
  }

  #buffer(mode: "Block" | "Drop"): void {
    this.#bufferMode = mode;
    for (const { output } of [this, ...this.commands]) output.drops = mode === "Drop";
  }

  #rest(): void {
    this.#stopIdle();
    if (Number.isFinite(this.#idleTimeout)) this.#stopIdle = this.clock.after(this.#idleTimeout, () => void this.finish("idle"));
  }

  #enter(event: ShellEvent): boolean {
    const next = nextState<ShellState, ShellEvent>(shellLife, this.#state, event);
    if (next === undefined) return false;
    this.#state = next;
    return true;
  }
}
