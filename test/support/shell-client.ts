import type { PluginAnswer, PluginRefusal } from "../../src/plugin-host/plugin-answer.js";
import type { CommandSink, OwnSink, ShellPort, StreamPort } from "../../src/plugin-host/shells/shell-types.js";
import { requestOf, type IsolatedHost } from "./isolated-plugin.js";
import { until } from "./until.js";

/** Octets that wait before a writer has to, as in the host's own queue. */
const highWater = 512 * 1024;

/** Where a shell or command of a plug-in writes: keeps it until it is read, as the host's own queue does. */
export class ReadSink implements CommandSink, OwnSink {
  result: number | PluginRefusal | undefined;
  /** Octets that came, and those nobody has read. */
  came = 0;
  waiting = 0;
  readonly ended: string[] = [];
  /** Octets of each write that is to stay in one piece, and of those between them. */
  readonly wholes: { readonly octets: number; readonly isWhole: boolean }[] = [];
  #kept: (readonly [stream: string, data: Uint8Array])[] = [];
  #writers: ((isWanted: boolean) => void)[] = [];
  #isClosed = false;
  /** Reads everything at once. */
  isEager: boolean;

  constructor(private readonly streams: readonly string[], isEager = true) {
    this.isEager = isEager;
  }

  write(stream: string, data: Uint8Array, isWhole: boolean): Promise<boolean> {
    if (this.#isClosed || this.ended.includes(stream) || (this.isOver && this.streams.includes(stream))) return Promise.resolve(false);
    if (!this.streams.includes(stream) || data.length === 0) return Promise.resolve(true);
    this.wholes.push({ octets: data.length, isWhole });
    this.came += data.length;
    this.waiting += data.length;
    this.#kept.push([stream, data]);
    if (this.isEager) this.waiting = 0;
    return this.waiting < highWater ? Promise.resolve(true) : new Promise((resolve) => this.#writers.push(resolve));
  }

  end(stream: string): void {
    if (this.streams.includes(stream) && !this.ended.includes(stream)) this.ended.push(stream);
  }

  done(result: number | PluginRefusal): void {
    this.result ??= result;
  }

  get isOver(): boolean {
    return this.result !== undefined;
  }

  /** Takes what there is. */
  read(): number {
    const octets = this.waiting;
    this.#kept = [];
    this.waiting = 0;
    for (const resolve of this.#writers.splice(0)) resolve(true);
    return octets;
  }

  octets(stream: string): Buffer {
    return Buffer.concat(this.#kept.filter(([name]) => name === stream).map(([, data]) => data));
  }

  get text(): string {
    return this.octets("stdout").toString();
  }

  close(): void {
    this.#isClosed = true;
    this.#kept = [];
    for (const resolve of this.#writers.splice(0)) resolve(false);
  }
}

export interface OpenParts {
  readonly name?: string;
  readonly timeout?: number;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly onGone?: (run: () => void) => () => void;
  readonly isEager?: boolean;
}

const streams = ["stdout", "stderr"];

export interface OpenedShell {
  readonly answer: PluginAnswer<ShellPort>;
  readonly sink: ReadSink;
}

export interface BegunCommand {
  readonly answer: PluginAnswer<StreamPort>;
  readonly sink: ReadSink;
}

const contextOf = ({ timeout = 20_000, onGone }: OpenParts) => ({ timeout, ...(onGone === undefined ? {} : { onGone }) });

export async function tryOpen({ port }: Pick<IsolatedHost, "port">, parts: OpenParts = {}): Promise<OpenedShell> {
  const sink = new ReadSink(streams, parts.isEager);
  const request = {
    ...requestOf({}), shellId: "S1", name: parts.name, environment: new Map([["B", "2"], ["A", "1 ✓"]]), workingDirectory: "/tmp",
    inputStreams: ["stdin"], outputStreams: streams, creation: undefined, output: sink, ...parts.more,
  };
  return { answer: await port.openShell(request, contextOf(parts)), sink };
}

/** @throws when it is not opened */
export async function open(host: Pick<IsolatedHost, "port">, parts: OpenParts = {}): Promise<{ readonly shell: ShellPort; readonly sink: ReadSink }> {
  const { answer, sink } = await tryOpen(host, parts);
  if (answer.kind !== "answered") throw new Error(JSON.stringify(answer));
  return { shell: answer.value, sink };
}

export async function tryRun(shell: ShellPort, words: readonly string[], parts: OpenParts = {}): Promise<BegunCommand> {
  const sink = new ReadSink(streams, parts.isEager);
  const [command = "", ...args] = words;
  const request = { ...requestOf({}), commandId: "C1", command, arguments: args, output: sink, ...parts.more };
  return { answer: await shell.runCommand(request, contextOf(parts)), sink };
}

/** @throws when it does not begin */
export async function begin(shell: ShellPort, words: readonly string[], parts: OpenParts = {}): Promise<{ readonly command: StreamPort; readonly sink: ReadSink }> {
  const { answer, sink } = await tryRun(shell, words, parts);
  if (answer.kind !== "answered") throw new Error(JSON.stringify(answer));
  return { command: answer.value, sink };
}

/** Runs a command to its end and closes it. */
export async function finish(shell: ShellPort, ...words: readonly string[]): Promise<ReadSink> {
  const { command, sink } = await begin(shell, words);
  await until(() => sink.isOver);
  await command.close("done");
  return sink;
}
