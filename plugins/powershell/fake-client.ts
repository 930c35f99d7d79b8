import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  element, OperationFailure, type Clock, type CommandOutput, type OpenShellRequest, type OperationRequest, type Operations, type OptionSet, type RunCommandRequest, type Shell, type ShellCommand,
  type StartupContext, type WriteOptions, type XmlInput,
} from "wsmanor/sdk";
import { RecordingLogger } from "wsmanor/testing";
import { FakeMessages } from "./fake-messages.js";
import { readFragments } from "./fragment.js";
import { powershellPlugin } from "./powershell-plugin.js";

/** The host's clock. */
export const realClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** A folder with a `pwsh` in it that is the stand-in. */
export class FakeInstallation {
  readonly folder = mkdtempSync(join(tmpdir(), "powershell-"));
  readonly path = join(this.folder, "pwsh");

  /** @param lines of /bin/sh that come before */
  constructor(lines = "") {
    writeFileSync(this.path, `#!/bin/sh\n${lines}\nexec '${process.execPath}' '${join(import.meta.dirname, "fake-pwsh.js")}' "$@"\n`);
    chmodSync(this.path, 0o755);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

export interface ReceivedMessage {
  readonly type: number;
  readonly data: string;
}

/** Puts together what a client receives. */
export class FakeOutput implements CommandOutput {
  readonly pieces: Buffer[] = [];
  /** Octets given so far. */
  given = 0;
  #waiting: (() => void)[] = [];
  #held: (() => void)[] = [];
  #done!: (result: number | OperationFailure) => void;
  /** @param isSlow reads only when it is told to */
  constructor(private isSlow = false) {}

  readonly result = new Promise<number | OperationFailure>((resolve) => (this.#done = resolve));

  async write(stream: string, data: Uint8Array | string, options?: WriteOptions): Promise<boolean> {
    assert.deepEqual([stream, options], ["stdout", { isWhole: true }]);
    this.pieces.push(Buffer.from(data as Uint8Array));
    this.given += data.length;
    for (const wake of this.#waiting.splice(0)) wake();
    if (this.isSlow) await new Promise<void>((resolve) => this.#held.push(resolve));
    return true;
  }

  /** Reads from now on. */
  read(): void {
    this.isSlow = false;
    for (const resolve of this.#held.splice(0)) resolve();
  }

  end(): void {
    assert.fail("PowerShell's streams have no end of their own");
  }

  done(result: number | OperationFailure): void {
    this.#done(result);
  }

  /** Whole messages so far; each piece is one fragment. */
  get messages(): readonly ReceivedMessage[] {
    const begun = new Map<bigint, Buffer[]>();
    const found: ReceivedMessage[] = [];
    for (const piece of this.pieces) {
      const [fragment, ...more] = readFragments(piece)!;
      assert.deepEqual(more, []);
      const { objectId, fragmentId, isFirst, isLast, blob } = fragment!;
      const parts = isFirst ? [] : begun.get(objectId)!;
      assert.equal(fragmentId, BigInt(parts.length), "fragments come in order");
      begun.set(objectId, [...parts, blob]);
      if (!isLast) continue;
      const message = Buffer.concat(begun.get(objectId)!);
      found.push({ type: message.readUInt32LE(4), data: message.toString("utf8", 40).replace(/^\ufeff/u, "") });
    }
    return found;
  }

  /** Texts of the pipeline's output. */
  get texts(): readonly string[] {
    return this.messages.filter(({ type }) => type === 0x41004).map(({ data }) => /<S>([\s\S]*)<\/S>/u.exec(data)?.[1] ?? data);
  }

  /** The last state told. */
  get state(): number {
    return Number(/(?:Pipeline|Runspace)State">(\d+)</u.exec(this.messages.filter(({ type }) => type === 0x41006 || type === 0x21005).at(-1)?.data ?? "")?.[1]);
  }

  /** Waits until something is there: the test runner's time-out is the bound. */
  async until(isThere: () => boolean): Promise<void> {
    while (!isThere()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

export interface OpenOptions {
  readonly resourceUri?: string;
  readonly options?: readonly { readonly name: string; readonly value: string; readonly mustComply?: boolean }[];
  readonly creation?: XmlInput | undefined;
  readonly environment?: Readonly<Record<string, string>>;
  readonly workingDirectory?: string;
  readonly inputStreams?: readonly string[];
  readonly outputStreams?: readonly string[];
  /** Octets that an answer has room for. */
  readonly room?: number;
  readonly signal?: AbortSignal;
}

export interface Ran {
  readonly id: string;
  readonly command: ShellCommand;
  readonly output: FakeOutput;
}

/** An open runspace pool. */
export class FakePool {
  constructor(readonly shell: Shell, readonly output: FakeOutput, readonly messages: FakeMessages, private readonly room: number) {}

  async tryRun(script: string, input = false, data?: Buffer, output = new FakeOutput(), signal?: AbortSignal): Promise<{ readonly id: string; readonly command: ShellCommand | OperationFailure; readonly output: FakeOutput }> {
    const id = randomUUID();
    const text = (data ?? this.messages.pipeline(id, script, input)).toString("base64");
    const request: RunCommandRequest = { ...operation({ room: this.room, ...(signal === undefined ? {} : { signal }) }), commandId: id.toUpperCase(), command: "", arguments: [text], output };
    return { id, command: await this.shell.runCommand(request), output };
  }

  async run(script: string, input = false): Promise<Ran> {
    const { id, command, output } = await this.tryRun(script, input);
    return { id, command: succeeded(command), output };
  }

  /** Runs a script to its end. */
  async outcome(script: string): Promise<FakeOutput> {
    const { command, output } = await this.run(script);
    assert.equal(await output.result, 0);
    await command.close("done");
    return output;
  }

  send(target: Shell | ShellCommand, data: Buffer, stream = "stdin"): unknown {
    return target.send!({ stream, data, isLast: false });
  }
}

/** Calls the plug-in as a host does. */
export class FakeClient {
  private constructor(private readonly operations: Operations<"Shell">, readonly logger: RecordingLogger) {}

  /** @param searchPath what stands in PATH */
  static async start(parameters: Readonly<Record<string, string>> = {}, { searchPath = "", clock = realClock }: { readonly searchPath?: string; readonly clock?: Clock } = {}): Promise<FakeClient> {
    const plugin = powershellPlugin(() => searchPath);
    assert.ok("startup" in plugin);
    const logger = new RecordingLogger();
    const context = { initializationParameters: new Map(Object.entries(parameters)), clock, logger, validateOnly: false } as Partial<StartupContext> as StartupContext;
    return new FakeClient(await plugin.startup(context), logger);
  }

  async open(options: OpenOptions = {}): Promise<FakePool> {
    const { shell, pool } = await this.tryOpen(options);
    return pool(succeeded(shell));
  }

  async tryOpen(options: OpenOptions = {}): Promise<{ readonly shell: Shell | OperationFailure; readonly pool: (shell: Shell) => FakePool }> {
    const { environment = {}, workingDirectory, inputStreams = ["stdin", "pr"], outputStreams = ["stdout"], room = 150_000 } = options;
    const [shellId, output] = [randomUUID(), new FakeOutput()];
    const messages = new FakeMessages(shellId);
    const creation = "creation" in options ? options.creation : creationXml(messages.open().toString("base64"));
    const request: OpenShellRequest = { ...operation(options), shellId, name: undefined, environment: new Map(Object.entries(environment)), workingDirectory, inputStreams, outputStreams, creation, output };
    return { shell: await this.operations.openShell(request), pool: (shell) => new FakePool(shell, output, messages, room) };
  }
}

export const creationXml = (text: string, namespace = "http://schemas.microsoft.com/powershell"): XmlInput => ({ renderingType: "text", text: "", element: () => element(namespace, "creationXml", text) });

export function refused(answer: unknown): OperationFailure {
  assert.ok(answer instanceof OperationFailure, "was not refused");
  return answer;
}

export function succeeded<T>(answer: T | OperationFailure): T {
  if (answer instanceof OperationFailure) throw new Error(`refused: ${answer.kind} ${answer.message}`);
  return answer;
}

function operation({ resourceUri = "http://schemas.microsoft.com/powershell/Microsoft.PowerShell", options = [{ name: "protocolversion", value: "2.3", mustComply: true }], room = 150_000, signal = new AbortController().signal }: OpenOptions): OperationRequest {
  return {
    resourceUri, action: "", selectors: { size: 0, get: () => undefined, reference: () => undefined, has: () => false, entries: () => [] },
    options: optionSet(options),
    sender: { senderName: "tester", authenticationMechanism: "Basic", isAdministrator: false, httpUrl: "", environment: new Map() }, locale: undefined, dataLocale: undefined,
    limits: { maxEnvelopeSize: room, timeout: 1, remainingResultSize: () => room, largestResultSize: room }, signal,
  };
}

function optionSet(given: NonNullable<OpenOptions["options"]>): OptionSet {
  const options = given.map(({ name, value, mustComply = false }) => ({ name, value, mustComply, type: undefined }));
  return { size: options.length, mustUnderstand: true, get: (name) => options.find((option) => option.name.toLowerCase() === name.toLowerCase()), entries: () => options };
}
