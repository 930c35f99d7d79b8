/** Shells at the border of a plug-in. `routing/shell-port.ts` says the same from the applications' side; neither imports the other. */
import type { ConnectRequest, OpenShellRequest, RunCommandRequest, ShellEnd, ShellSignal, ShellUsage, StreamInput } from "../../sdk/shell.js";
import type { PluginAnswer, PluginCallContext, PluginRefusal, PluginXml } from "../plugin-answer.js";

type Answer<T> = PluginAnswer<T> | Promise<PluginAnswer<T>>;

export interface ShellSink {
  write(stream: string, data: Uint8Array, isWhole: boolean): Promise<boolean>;
  end(stream: string): void;
}

export interface OwnSink extends ShellSink {
  done(refusal: PluginRefusal): void;
}

export interface CommandSink extends ShellSink {
  done(result: number | PluginRefusal): void;
}

export type OpenShell = Omit<OpenShellRequest, "signal" | "output"> & { readonly output: OwnSink };
export type RunCommand = Omit<RunCommandRequest, "signal" | "output"> & { readonly output: CommandSink };
export type Connect = Omit<ConnectRequest, "signal">;

export interface StreamPort {
  readonly takesInput: boolean;
  readonly takesSignals: boolean;
  readonly canConnect: boolean;
  send(input: StreamInput, context: PluginCallContext): Answer<undefined>;
  signal(signal: ShellSignal, context: PluginCallContext): Answer<undefined>;
  connect(request: Connect, context: PluginCallContext): Answer<PluginXml | undefined>;
  close(reason: ShellEnd): Promise<void>;
}

export interface ShellPort extends StreamPort {
  readonly processId: number | undefined;
  readonly hasOutput: boolean;
  readonly profileLoaded: boolean | undefined;
  usage(context: PluginCallContext): Answer<ShellUsage>;
  runCommand(request: RunCommand, context: PluginCallContext): Answer<StreamPort>;
}
