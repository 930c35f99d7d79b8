import type { OperationFailure } from "./failure.js";
import type { OperationRequest, XmlInput, XmlOutput } from "./operation-request.js";

type Answer<T> = T | OperationFailure | Promise<T | OperationFailure>;

/** Creation of a shell (`rsp:Shell`, MS-WSMV 2.2.4.37; Windows' WSManPluginShell). */
export interface OpenShellRequest extends OperationRequest {
  /** The shell's id; the client's where it proposed one, otherwise the host's. */
  readonly shellId: string;
  /** Display name; `undefined` when the client gave none. */
  readonly name: string | undefined;
  /** Variables for every command of the shell, in the order and spelling sent. */
  readonly environment: ReadonlyMap<string, string>;
  readonly workingDirectory: string | undefined;
  /** As the client named them; the host refuses data for any other. */
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  /** Element `creationXml`: what a plug-in's own client says about the shell. */
  readonly creation: XmlInput | undefined;
  /** Of the shell itself, for plug-ins whose clients receive without naming a command, as PowerShell's do. */
  readonly output: OwnOutput;
}

/** A command of a shell (`rsp:CommandLine`, WSManPluginCommand). */
export interface RunCommandRequest extends OperationRequest {
  readonly commandId: string;
  /** `rsp:Command`. */
  readonly command: string;
  /** Each `rsp:Arguments`. Windows joins command and arguments with single spaces and quotes nothing. */
  readonly arguments: readonly string[];
  readonly output: CommandOutput;
}

/** How a piece of output goes out. */
export interface WriteOptions {
  /**
   * `true`: it reaches the client in one piece, neither split nor joined with others (Windows' WSMAN_FLAG_RECEIVE_RESULT_DATA_BOUNDARY). A
   * client whose MaxEnvelopeSize has no room for it gets a fault instead, so stay well below `limits.maxEnvelopeSize` of the request, three
   * quarters of which are octets of output.
   */
  readonly isWhole?: boolean;
}

/**
 * What clients receive. Nothing here throws. Kept, in order, until it is received; what is written without waiting for `write` takes memory of
 * wherever the plug-in runs.
 */
export interface ShellOutput {
  /**
   * Gives octets of an output stream; text is sent as UTF-8.
   * @returns resolves when more is welcome: a command that waits for it is held back by a client that reads slowly. `false`: nobody will
   *   read any more, stop
   */
  write(stream: string, data: Uint8Array | string, options?: WriteOptions): Promise<boolean>;
  /** Nothing more will come in this stream. */
  end(stream: string): void;
}

/** Output of the shell itself. */
export interface OwnOutput extends ShellOutput {
  /**
   * The shell is over before its client has ended it: what stands behind it is gone. What it has written is still received; its commands end
   * with the same failure, and so is answered whatever the client asks of it from then on, until it deletes it. `close` follows then, or
   * when its idle time is over. Later calls do nothing.
   */
  done(failure: OperationFailure): void;
}

/** Output of a command. */
export interface CommandOutput extends ShellOutput {
  /**
   * The command is over, all its streams with it. Later calls do nothing.
   * @param result exit code, unsigned 32 bits; or a failure, which the next Receive answers with
   */
  done(result: number | OperationFailure): void;
}

/** A piece of an input stream (`rsp:Send`). */
export interface StreamInput {
  readonly stream: string;
  readonly data: Uint8Array;
  /** The client says that nothing more will come in this stream. */
  readonly isLast: boolean;
}

/** What a client signals (`rsp:Signal`). */
export interface ShellSignal {
  /** The three that every shell has a meaning for; `undefined` for one of the plug-in's own. */
  readonly kind: "ctrl-c" | "ctrl-break" | "terminate" | undefined;
  /** URI as sent. */
  readonly code: string;
}

/** A client connects to a shell or command that it, or another client of the same user, was disconnected from. */
export interface ConnectRequest extends OperationRequest {
  /** Element `connectXml`. */
  readonly connection: XmlInput | undefined;
}

/**
 * Why a shell or command ends: the client deleted it, nobody has used it for its idle time, its lifetime is over, the command is over or was
 * terminated, the host stops.
 */
export type ShellEnd = "deleted" | "idle" | "lifetime" | "done" | "terminated" | "shutdown";

/** A command that runs (Windows' command context). */
export interface ShellCommand {
  /** Takes input. Calls come one after the other; the client waits for each. Absent: the command takes no input. */
  send?(input: StreamInput): Answer<void>;
  /** Absent, or for a signal it has no meaning for, `failure("invalid-parameter")`. "terminate" ends the command in any case. */
  signal?(signal: ShellSignal): Answer<void>;
  /** Element `connectResponseXml` of the answer, or nothing. */
  connect?(request: ConnectRequest): Answer<XmlOutput | undefined>;
  /** Called once, after everything else. What it leaves running is nobody's any more. */
  close(reason: ShellEnd): void | Promise<void>;
}

/** What a shell uses at the moment, as far as it is known. */
export interface ShellUsage {
  /** Octets of memory, of all its processes together. */
  readonly memory?: number | undefined;
  /** Processes of its commands. */
  readonly childProcesses?: number | undefined;
}

/** An open shell (Windows' shell context). */
export interface Shell {
  /** Id of the process that stands for it, shown to who lists shells. */
  readonly processId?: number | undefined;
  /**
   * `true`: clients receive from the shell itself what is written to its `output`, as PowerShell's do; of its commands they are told the
   * end, but neither that they run nor that their streams end with them, as Windows does there. Absent: from commands only.
   */
  readonly hasOutput?: boolean;
  /** Was a profile of the user loaded? Absent: it is not told. */
  readonly profileLoaded?: boolean | undefined;
  /** Asked when somebody looks at the shell (Get), who waits for it. Absent: it is not told. */
  usage?(): Answer<ShellUsage>;
  runCommand(request: RunCommandRequest): Answer<ShellCommand>;
  /** Input that names no command. Absent: only commands take input. */
  send?(input: StreamInput): Answer<void>;
  /** A signal that names no command. Absent: only commands take signals. */
  signal?(signal: ShellSignal): Answer<void>;
  /** Absent: the shell cannot be disconnected from, and not be connected to. One that refuses can be disconnected from, and its own client can come back. */
  connect?(request: ConnectRequest): Answer<XmlOutput | undefined>;
  /** Called once, after every command of it was closed. What it leaves running is nobody's any more. */
  close(reason: ShellEnd): void | Promise<void>;
}
