import type { ShellEnd, ShellSignal, StreamInput } from "../../sdk/shell.js";
import { callPlugin, type CallAbilities, type PluginCall } from "../call-plugin.js";
import type { PluginAnswer, PluginCallContext, PluginXml } from "../plugin-answer.js";
import { takeXml, WrongAnswer } from "../take-xml.js";
import { withDeadline } from "../with-deadline.js";
import type { OpenOutputs } from "./open-outputs.js";
import type { Connect, StreamPort } from "./shell-types.js";

export interface ShellAbilities extends CallAbilities {
  /** Milliseconds that a plug-in has to let go of a shell or command. */
  readonly closeLimit: number;
  readonly outputs: OpenOutputs;
}

type Answer<T> = PluginAnswer<T> | Promise<PluginAnswer<T>>;
type Methods = Readonly<Record<string, unknown>>;

/** What a plug-in gave for a shell or a command, behind a wall: it may throw, answer late, or never. */
export class GuardedStream implements StreamPort {
  protected readonly methods: Methods;
  #closed: Promise<void> | undefined;

  /** @throws WrongAnswer when it is no object with a `close` */
  constructor(
    given: unknown,
    protected readonly what: string,
    protected readonly abilities: ShellAbilities,
    private readonly onClose: () => void,
  ) {
    if (typeof given !== "object" || given === null || typeof (given as Methods)["close"] !== "function") throw new WrongAnswer(`gave a ${what} without a close method`);
    this.methods = given as Methods;
  }

  get takesInput(): boolean {
    return this.has("send");
  }

  get takesSignals(): boolean {
    return this.has("signal");
  }

  get canConnect(): boolean {
    return this.has("connect");
  }

  send(input: StreamInput, context: PluginCallContext): Answer<undefined> {
    return this.ask("Send", () => this.invoke("send", input), () => undefined, context);
  }

  signal(signal: ShellSignal, context: PluginCallContext): Answer<undefined> {
    return this.ask("Signal", () => this.invoke("signal", signal), () => undefined, context);
  }

  connect(request: Connect, context: PluginCallContext): Answer<PluginXml | undefined> {
    return this.ask(
      "Connect",
      (signal) => this.invoke("connect", { ...request, signal: signal.signal }),
      (value) => (value === undefined ? undefined : takeXml(value, request.limits.maxEnvelopeSize)),
      context,
    );
  }

  close(reason: ShellEnd): Promise<void> {
    return (this.#closed ??= this.#close(reason));
  }

  /** The call, unless it is closed: what comes then finds nothing. */
  protected ask<T>(what: string, invoke: PluginCall<T>["invoke"], take: PluginCall<T>["take"], context: PluginCallContext, tooLate?: (value: unknown) => void): Answer<T> {
    if (this.#closed !== undefined) return { kind: "cancelled", reason: "released" };
    return callPlugin<T>({ what, invoke, take, context, ...(tooLate === undefined ? {} : { tooLate }) }, this.abilities);
  }

  /** @throws what the plug-in throws */
  protected invoke(method: string, argument: unknown): unknown {
    return Reflect.apply(this.methods[method] as (argument: unknown) => unknown, this.methods, [argument]);
  }

  /** What has to be over before the plug-in is told of the end. */
  protected beforeClose(): Promise<void> | undefined {
    return undefined;
  }

  async #close(reason: ShellEnd): Promise<void> {
    const before = this.beforeClose();
    if (before !== undefined) await before;
    const { clock, closeLimit, report } = this.abilities;
    const outcome = await withDeadline(clock, closeLimit, () => this.invoke("close", reason), () => undefined);
    if (outcome.kind === "threw") report.late(`closing a ${this.what}`, outcome.error);
    if (outcome.kind === "late") report.late(`closing a ${this.what}`, new Error(`it has not ended after ${closeLimit} ms and was given up`));
    this.onClose();
  }

  protected has(method: string): boolean {
    try {
      return typeof this.methods[method] === "function";
    } catch {
      return false;
    }
  }
}

/** A value that came when nobody waited any more is closed unseen. @returns resolves when it has let go. Never rejects */
export async function closeLate(value: unknown): Promise<void> {
  try {
    const close = (value as Methods | null | undefined)?.["close"];
    if (typeof close === "function") await Reflect.apply(close as (reason: ShellEnd) => unknown, value, ["deleted"]);
  } catch {
    // Too late for anybody to be told.
  }
}
