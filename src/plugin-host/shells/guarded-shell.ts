import type { PluginAnswer, PluginCallContext, PluginRefusal } from "../plugin-answer.js";
import { guardCommandOutput } from "./guarded-output.js";
import { closeLate, GuardedStream } from "./guarded-stream.js";
import type { CommandSink, RunCommand, ShellPort, StreamPort } from "./shell-types.js";

/** By itself: made where the request is, it would keep the request for as long as the command runs. */
const failing = (sink: CommandSink) => (refusal: PluginRefusal): void => sink.done(refusal);

/** An open shell of a plug-in, behind a wall. */
export class GuardedShell extends GuardedStream implements ShellPort {
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

  runCommand(request: RunCommand, context: PluginCallContext): PluginAnswer<StreamPort> | Promise<PluginAnswer<StreamPort>> {
    const output = guardCommandOutput(request.output, this.abilities.report);
    const forget = this.abilities.outputs.add(failing(request.output));
    const answer = this.ask<StreamPort>(
      "Command",
      (signal) => this.invoke("runCommand", { ...request, output, signal: signal.signal }),
      (value) => new GuardedStream(value, "command", this.abilities, forget),
      context,
      closeLate,
    );
    return answer instanceof Promise ? answer.then((later) => kept(later, forget)) : kept(answer, forget);
  }
}

/** A command that did not begin has nobody to tell. */
function kept(answer: PluginAnswer<StreamPort>, forget: () => void): PluginAnswer<StreamPort> {
  if (answer.kind !== "answered") forget();
  return answer;
}
