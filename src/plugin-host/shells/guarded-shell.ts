import type { PluginAnswer, PluginCallContext } from "../plugin-answer.js";
import { guardCommandOutput } from "./guarded-output.js";
import { closeLate, GuardedStream } from "./guarded-stream.js";
import type { RunCommand, ShellPort, StreamPort } from "./shell-types.js";

/** Shared: one made where the request is would keep it. */
const nothing = (): void => undefined;

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
    return this.ask<StreamPort>(
      "Command",
      (signal) => this.invoke("runCommand", { ...request, output, signal: signal.signal }),
      (value) => new GuardedStream(value, "command", this.abilities, nothing),
      context,
      closeLate,
    );
  }
}
