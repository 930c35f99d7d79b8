import assert from "node:assert/strict";
import {
  OperationFailure, type Clock, type CommandOutput, type OpenShellRequest, type OperationRequest, type Operations, type OptionSet, type RequestOption, type RunCommandRequest, type Shell,
  type ShellCommand, type StartupContext,
} from "wsmanor/sdk";
import { RecordingLogger } from "wsmanor/testing";
import type { Accounts } from "./accounts.js";
import { commandShellPlugin } from "./command-shell-plugin.js";
import { findAccount } from "./find-account.js";

/** The host's clock. */
export const realClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** Keeps what a command gives; reads at once, or only when it is told to. */
export class FakeOutput implements CommandOutput {
  readonly #streams = new Map<string, Buffer[]>();
  readonly ended: string[] = [];
  /** Octets of a piece that is held until `read`. */
  held: number | undefined;
  /** Octets given so far. */
  given = 0;
  read = (): void => undefined;
  readonly #isSlow: boolean;
  readonly result: Promise<number | OperationFailure>;
  #done: (result: number | OperationFailure) => void = () => undefined;

  constructor(isSlow = false) {
    this.#isSlow = isSlow;
    this.result = new Promise((resolve) => (this.#done = resolve));
  }

  async write(stream: string, data: Uint8Array | string): Promise<boolean> {
    assert.equal(this.held, undefined, "gives more although it was not yet welcome");
    assert.ok(!this.ended.includes(stream), "gives more although the stream was ended");
    const octets = Buffer.from(data as Uint8Array);
    assert.ok(octets.length > 0);
    this.given += octets.length;
    this.#streams.set(stream, [...(this.#streams.get(stream) ?? []), octets]);
    if (this.#isSlow) {
      this.held = octets.length;
      await new Promise<void>((resolve) => (this.read = resolve));
      this.held = undefined;
    }
    return true;
  }

  end(stream: string): void {
    this.ended.push(stream);
  }

  done(result: number | OperationFailure): void {
    this.#done(result);
  }

  octets(stream: string): Buffer {
    return Buffer.concat(this.#streams.get(stream) ?? []);
  }

  get out(): string {
    return this.octets("stdout").toString();
  }

  get err(): string {
    return this.octets("stderr").toString();
  }
}

export interface ClientOptions {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly clock?: Clock;
  readonly accounts?: Accounts;
  readonly validateOnly?: boolean;
}

export interface ShellRequest {
  readonly options?: Readonly<Record<string, string>>;
  readonly mustComply?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly inputStreams?: readonly string[];
  readonly outputStreams?: readonly string[];
  readonly sender?: string;
  readonly signal?: AbortSignal;
}

export interface CommandRequest {
  readonly arguments?: readonly string[];
  readonly options?: Readonly<Record<string, string>>;
  readonly mustComply?: boolean;
  readonly slow?: boolean;
  readonly signal?: AbortSignal;
}

export interface Ran {
  readonly command: ShellCommand;
  readonly output: FakeOutput;
}

/** Calls the plug-in as a host does. */
export class FakeClient {
  readonly logger: RecordingLogger;
  readonly #operations: Operations<"Shell">;

  private constructor(operations: Operations<"Shell">, logger: RecordingLogger) {
    this.#operations = operations;
    this.logger = logger;
  }

  static async start({ parameters = {}, clock = realClock, accounts = { findAccount, userId: () => process.geteuid?.() }, validateOnly = false }: ClientOptions = {}): Promise<FakeClient> {
    const plugin = commandShellPlugin(accounts);
    assert.ok("startup" in plugin);
    const logger = new RecordingLogger();
    const context = { initializationParameters: new Map(Object.entries(parameters)), clock, logger, validateOnly } as Partial<StartupContext> as StartupContext;
    return new FakeClient(await plugin.startup(context), logger);
  }

  async open(request: ShellRequest = {}): Promise<Shell> {
    return succeeded(await this.tryOpen(request));
  }

  async tryOpen({ options, mustComply, environment = {}, workingDirectory, inputStreams = ["stdin"], outputStreams = ["stdout", "stderr"], sender, signal }: ShellRequest): Promise<Shell | OperationFailure> {
    const request: OpenShellRequest = {
      ...operation(options, mustComply, signal, sender), shellId: "SHELL", name: undefined, environment: new Map(Object.entries(environment)), workingDirectory, inputStreams, outputStreams,
      creation: undefined, output: new FakeOutput(),
    };
    return this.#operations.openShell(request);
  }

  shutdown(): void {
    void this.#operations.shutdown?.("service");
  }
}

export async function run(shell: Shell, command: string, request: CommandRequest = {}): Promise<Ran> {
  const { command: ran, output } = await tryRun(shell, command, request);
  return { command: succeeded(ran), output };
}

export async function tryRun(shell: Shell, command: string, { arguments: args = [], options, mustComply, slow, signal }: CommandRequest = {}): Promise<{ readonly command: ShellCommand | OperationFailure; readonly output: FakeOutput }> {
  const output = new FakeOutput(slow);
  const request: RunCommandRequest = { ...operation(options, mustComply, signal), commandId: "COMMAND", command, arguments: args, output };
  return { command: await shell.runCommand(request), output };
}

/** Runs a command to its end. */
export async function outcome(shell: Shell, command: string, request: CommandRequest = {}, input?: string | Uint8Array): Promise<{ readonly result: number; readonly output: FakeOutput }> {
  const { command: ran, output } = await run(shell, command, request);
  if (input !== undefined) await ran.send!({ stream: "stdin", data: Buffer.from(input as Uint8Array), isLast: true });
  const result = await output.result;
  await ran.close("done");
  return { result: succeeded(result), output };
}

export function refused(answer: unknown): OperationFailure {
  assert.ok(answer instanceof OperationFailure, "was not refused");
  return answer;
}

function succeeded<T>(answer: T | OperationFailure): T {
  if (answer instanceof OperationFailure) throw new Error(`refused: ${answer.kind} ${answer.message}`);
  return answer;
}

function operation(options: Readonly<Record<string, string>> = {}, mustComply = false, signal: AbortSignal = new AbortController().signal, senderName = "tester"): OperationRequest {
  return {
    resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd", action: "", selectors: { size: 0, get: () => undefined, reference: () => undefined, has: () => false, entries: () => [] },
    options: optionSet(Object.entries(options).map(([name, value]) => ({ name, value, mustComply, type: undefined }))),
    sender: { senderName, authenticationMechanism: "Basic", isAdministrator: false, httpUrl: "", environment: new Map() }, locale: undefined, dataLocale: undefined,
    limits: { maxEnvelopeSize: 1, timeout: 1, remainingResultSize: () => 1, largestResultSize: 1 }, signal,
  };
}

const optionSet = (options: readonly RequestOption[]): OptionSet => ({
  size: options.length, mustUnderstand: false, get: (name) => options.find((option) => option.name.toLowerCase() === name.toLowerCase()), entries: () => options,
});
