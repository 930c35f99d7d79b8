import type { ShellUsage } from "../../sdk/shell.js";
import { WrongAnswer } from "../take-xml.js";
import type { PluginAnswer, PluginCallContext, PluginRefusal } from "../plugin-answer.js";
import { guardCommandOutput } from "./guarded-output.js";
import { isThenable } from "../call-plugin.js";
import { withDeadline } from "../with-deadline.js";
import { closeLate, GuardedStream } from "./guarded-stream.js";
import type { CommandSink, RunCommand, ShellPort, StreamPort } from "./shell-types.js";

/** @throws WrongAnswer */
function takeUsage(value: unknown): ShellUsage {
  const { memory, childProcesses } = (value ?? {}) as Record<string, unknown>;
  const isCount = (count: unknown): count is number | undefined => count === undefined || (typeof count === "number" && Number.isFinite(count) && count >= 0);
  if (!isCount(memory) || !isCount(childProcesses)) throw new WrongAnswer("gave a usage that is no number");
  return { memory, childProcesses };
}

const nothing = (): void => undefined;

/** By itself: made where the request is, it would keep the request for as long as the command runs. */
const failing = (sink: CommandSink) => (refusal: PluginRefusal): void => sink.done(refusal);

/** An open shell of a plug-in, behind a wall. */
export class GuardedShell extends GuardedStream implements ShellPort {
  /** Calls to begin a command that the plug-in has not answered, and ends of commands that came too late. */
  readonly #beginning = new Set<Promise<void>>();

  get processId(): number | undefined {
    try {
      const id = this.methods["processId"];
      return typeof id === "number" && Number.isInteger(id) && id > 0 ? id : undefined;
    } catch {
      return undefined;
    }
  }

  get hasOutput(): boolean {
    try {
      return this.methods["hasOutput"] === true;
    } catch {
      return false;
    }
  }

  get profileLoaded(): boolean | undefined {
    try {
      const told = this.methods["profileLoaded"];
      return typeof told === "boolean" ? told : undefined;
    } catch {
      return undefined;
    }
  }

  usage(context: PluginCallContext): PluginAnswer<ShellUsage> | Promise<PluginAnswer<ShellUsage>> {
    return this.has("usage") ? this.ask("usage of a shell", () => this.invoke("usage", undefined), takeUsage, context) : { kind: "answered", value: {} };
  }

  runCommand(request: RunCommand, context: PluginCallContext): PluginAnswer<StreamPort> | Promise<PluginAnswer<StreamPort>> {
    const output = guardCommandOutput(request.output, this.abilities.report);
    const forget = this.abilities.outputs.add(failing(request.output));
    const answer = this.ask<StreamPort>(
      "Command",
      (signal) => this.#track(this.invoke("runCommand", { ...request, output, signal: signal.signal })),
      (value) => new GuardedStream(value, "command", this.abilities, forget),
      context,
      (value) => void this.#track(closeLate(value)),
    );
    return answer instanceof Promise ? answer.then((later) => kept(later, forget)) : kept(answer, forget);
  }

  /** The plug-in still begins commands, or lets go of some that nobody waited for: they end before the shell does, if they do in time. */
  protected override beforeClose(): Promise<void> | undefined {
    return this.#beginning.size === 0 ? undefined : this.#waitForBegun();
  }

  async #waitForBegun(): Promise<void> {
    const { clock, closeLimit, report } = this.abilities;
    const outcome = await withDeadline(clock, closeLimit, () => this.#untilBegun(), nothing);
    if (outcome.kind === "late") report.late("closing a shell", new Error(`a command has not begun ${closeLimit} ms after it was given up`));
  }

  async #untilBegun(): Promise<void> {
    while (this.#beginning.size > 0) await Promise.all(this.#beginning);
  }

  /** @returns what was given, as a promise where it was none but acted like one */
  #track(given: unknown): unknown {
    if (!isThenable(given)) return given;
    const whole = Promise.resolve(given);
    const over = whole.then(nothing, nothing).then(() => void this.#beginning.delete(over));
    this.#beginning.add(over);
    return whole;
  }
}

/** A command that did not begin has nobody to tell. */
function kept(answer: PluginAnswer<StreamPort>, forget: () => void): PluginAnswer<StreamPort> {
  if (answer.kind !== "answered") forget();
  return answer;
}
