import { ChurningMap } from "../../base/churning-map.js";
import type { OperationRequest } from "../../sdk/operation-request.js";
import type { CommandOutput, ConnectRequest, OpenShellRequest, RunCommandRequest, Shell, ShellCommand, ShellEnd, ShellOutput, ShellSignal, ShellUsage, StreamInput } from "../../sdk/shell.js";
import type { CancelReason } from "../plugin-answer.js";
import type { AskedRequest } from "../plugin-request.js";
import { fromAnswerData } from "./isolated-items.js";
import { IsolatedOutput } from "./isolated-output.js";
import { IsolatedStream, type StreamSource } from "./isolated-stream.js";
import type { AnswerData, FromShells, HostSnapshot, ToPlugin } from "./messages.js";
import { toInputData, toRequestData } from "./to-request-data.js";

export interface ShellsSource {
  /** @param message made when it is sent @returns rejects when the plug-in has died */
  ask(what: string, message: (id: number) => ToPlugin): Promise<AnswerData>;
  post(message: ToPlugin): void;
  /** What the plug-in is told of the host, where it wants that. */
  snapshot(): HostSnapshot | undefined;
  /** Has its side ended, and everything in it? */
  isOver(): boolean;
}

/** The shells and commands that an isolated plug-in has open, on the host's side; made of functions that ask the other one. */
export class IsolatedShells implements StreamSource {
  readonly #streams = new ChurningMap<number, IsolatedStream>();
  readonly #outputs = new ChurningMap<number, IsolatedOutput>();

  constructor(private readonly source: ShellsSource) {}

  /** Shells and commands that are open. */
  get size(): number {
    return this.#streams.size;
  }

  readonly openShell = (request: OpenShellRequest): Promise<Shell> => {
    const { shellId, name, environment, workingDirectory, inputStreams, outputStreams, creation } = request;
    const shell = { shellId, name, environment: [...environment], workingDirectory, inputStreams, outputStreams, creation: creation === undefined ? undefined : toInputData(creation) };
    const [data, host] = [toRequestData(asked(request)), this.source.snapshot()];
    return this.#begin("Create", request, (id) => ({ type: "openShell", id, request: data, shell, host }));
  };

  runCommand(to: number, request: RunCommandRequest): Promise<ShellCommand> {
    const { commandId, command, arguments: args } = request;
    const [data, host] = [toRequestData(asked(request)), this.source.snapshot()];
    return this.#begin("Command", request, (id) => ({ type: "runCommand", id, to, request: data, commandId, command, arguments: args, host }));
  }

  async send(to: number, { stream, data, isLast }: StreamInput): Promise<void> {
    // A copy with a buffer of its own, which is given away.
    fromAnswerData(await this.source.ask("Send", (id) => ({ type: "send", id, to, stream, isLast, data: new Uint8Array(data) })));
  }

  async signal(to: number, { kind, code }: ShellSignal): Promise<void> {
    fromAnswerData(await this.source.ask("Signal", (id) => ({ type: "signal", id, to, signal: { kind, code } })));
  }

  async connect(to: number, request: ConnectRequest): Promise<never> {
    const { connection } = request;
    const [data, host] = [toRequestData(asked(request)), this.source.snapshot()];
    return fromAnswerData(await this.#askWithSignal("Connect", request, (id) => ({ type: "connect", id, to, request: data, connection: connection === undefined ? undefined : toInputData(connection), host }))) as never;
  }

  async usage(to: number): Promise<ShellUsage> {
    const answer = await this.source.ask("usage of a shell", (id) => ({ type: "usage", id, to }));
    return answer.kind === "usage" ? answer.usage : (fromAnswerData(answer) as never);
  }

  async close(to: number, reason: ShellEnd): Promise<void> {
    this.#streams.take(to);
    this.#outputs.get(to)?.release();
    // With its side everything of it has ended.
    if (this.source.isOver()) return;
    try {
      fromAnswerData(await this.source.ask("closing a shell or command", (id) => ({ type: "closeStream", id, to, reason })));
    } catch (error) {
      if (!this.source.isOver()) throw error;
    }
  }

  /** @throws Error for what only a forger sends */
  serve(message: FromShells): void {
    if (message.type === "facts") {
      const stream = this.#streams.get(message.of);
      if (stream !== undefined) stream.facts = message.facts;
    } else this.#outputs.get(message.output)?.take(message);
  }

  /** Its side has ended. */
  end(): void {
    this.#streams.clear();
    this.#outputs.clear();
  }

  async #begin(what: string, request: OperationRequest & { readonly output: ShellOutput & Partial<CommandOutput> }, message: (id: number) => ToPlugin): Promise<IsolatedStream> {
    let number = 0;
    const answer = await this.#askWithSignal(what, request, (id) => {
      number = id;
      this.#outputs.set(id, new IsolatedOutput(id, request.output, (told) => this.source.post(told), () => void this.#outputs.take(id)));
      return message(id);
    });
    if (answer.kind === "stream") return this.#stream(number, answer);
    this.#outputs.take(number);
    return fromAnswerData(answer) as never;
  }

  #stream(id: number, { facts }: Extract<AnswerData, { kind: "stream" }>): IsolatedStream {
    const stream = new IsolatedStream(id, facts, this);
    this.#streams.set(id, stream);
    return stream;
  }

  #askWithSignal(what: string, { signal }: OperationRequest, message: (id: number) => ToPlugin): Promise<AnswerData> {
    return this.source.ask(what, (id) => {
      signal.addEventListener("abort", () => this.source.post({ type: "cancel", id, reason: signal.reason as CancelReason }), { once: true });
      return message(id);
    });
  }
}

/** What all requests have. */
const asked = (request: OperationRequest): AskedRequest => request as unknown as AskedRequest;
