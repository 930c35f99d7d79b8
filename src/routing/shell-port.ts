import type { ConnectRequest, OpenShellRequest, RunCommandRequest, ShellEnd, ShellSignal, ShellUsage, StreamInput } from "../sdk/shell.js";
import type { PluginAnswer, PluginCallContext, PluginRefusal, PluginXml } from "./plugin-answer.js";

type Answer<T> = PluginAnswer<T> | Promise<PluginAnswer<T>>;

/** Where a shell's output goes. What arrives here is checked. */
export interface ShellSink {
  /** @param isWhole in one piece @returns resolves when more is welcome; `false` when nobody will read any more */
  write(stream: string, data: Uint8Array, isWhole: boolean): Promise<boolean>;
  end(stream: string): void;
}

/** Where the output of a shell itself goes, and its end before its time. */
export interface OwnSink extends ShellSink {
  /** Once; later calls do nothing. */
  done(refusal: PluginRefusal): void;
}

/** Where a command's output goes, and its end. */
export interface CommandSink extends ShellSink {
  /** @param result exit code, unsigned 32 bits, or why there is none. Once; later calls do nothing. */
  done(result: number | PluginRefusal): void;
}

export type OpenShell = Omit<OpenShellRequest, "signal" | "output"> & { readonly output: OwnSink };
export type RunCommand = Omit<RunCommandRequest, "signal" | "output"> & { readonly output: CommandSink };
export type Connect = Omit<ConnectRequest, "signal">;

/** What a shell and a command have in common. Nothing here throws or rejects. */
export interface StreamPort {
  readonly takesInput: boolean;
  readonly takesSignals: boolean;
  readonly canConnect: boolean;
  send(input: StreamInput, context: PluginCallContext): Answer<undefined>;
  signal(signal: ShellSignal, context: PluginCallContext): Answer<undefined>;
  connect(request: Connect, context: PluginCallContext): Answer<PluginXml | undefined>;
  /** Ends it. Once; later calls give the same promise. @returns resolves when the plug-in has let go, or has been given up */
  close(reason: ShellEnd): Promise<void>;
}

export type CommandPort = StreamPort;

/** An open shell. Holds the plug-in until it is closed. */
export interface ShellPort extends StreamPort {
  readonly processId: number | undefined;
  readonly hasOutput: boolean;
  readonly profileLoaded: boolean | undefined;
  /** What it does not know is left out. */
  usage(context: PluginCallContext): Answer<ShellUsage>;
  runCommand(request: RunCommand, context: PluginCallContext): Answer<CommandPort>;
}
