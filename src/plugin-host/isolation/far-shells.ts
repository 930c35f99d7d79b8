import { ChurningMap } from "../../base/churning-map.js";
import { CallSignal } from "../call-signal.js";
import { WrongAnswer } from "../take-xml.js";
import { refusalOf, toAnswerData } from "./answer-data.js";
import { FarOutput } from "./far-output.js";
import { FarStream } from "./far-stream.js";
import { fromInputData, fromRequestData, type RequestForms } from "./from-request-data.js";
import type { AnswerData, FromShells, ToShells } from "./messages.js";

type Message<T extends ToShells["type"]> = Extract<ToShells, { type: T }>;
type Asked = Exclude<ToShells, { type: "welcome" | "unread" }>;

const nothing: AnswerData = { kind: "value", value: undefined };

export interface FarShellsAbilities {
  readonly forms: RequestForms;
  /** Of calls that are under way, by their ids. */
  readonly signals: ChurningMap<number, CallSignal>;
  post(message: FromShells): void;
}

/** The shells and commands that a plug-in has open, on its own side. */
export class FarShells {
  readonly #streams = new ChurningMap<number, FarStream>();
  readonly #outputs = new ChurningMap<number, FarOutput>();
  /** Names of the output streams of each shell. */
  readonly #streamNames = new ChurningMap<number, readonly string[]>();

  constructor(private readonly abilities: FarShellsAbilities) {}

  /** @param operations what `openShell` is a method of @throws what the plug-in throws; WrongAnswer */
  async answer(message: Asked, operations: object | undefined): Promise<AnswerData> {
    switch (message.type) {
      case "openShell": return this.#open(message, operations);
      case "runCommand": return this.#run(message);
      case "send": return this.#ask(message.to, (stream) => stream.invoke("send", { stream: message.stream, data: new Uint8Array(message.data), isLast: message.isLast }));
      case "signal": return this.#ask(message.to, (stream) => stream.invoke("signal", { kind: message.signal.kind, code: message.signal.code }));
      case "connect": return this.#connect(message);
      case "usage": return this.#usage(message);
      case "closeStream": return this.#close(message);
    }
  }

  hear(message: Message<"welcome" | "unread">): void {
    if (message.type === "welcome") this.#outputs.get(message.output)?.welcome(message.weight);
    else this.#outputs.take(message.output)?.unread();
  }

  async #open({ id, request, shell: { environment, creation, shellId, name, workingDirectory, inputStreams, outputStreams } }: Message<"openShell">, operations: object | undefined): Promise<AnswerData> {
    const { forms } = this.abilities;
    const output = this.#output(id, outputStreams).asGiven();
    const given = {
      ...fromRequestData(request, forms).request, shellId, name, environment: new Map(environment), workingDirectory, inputStreams, outputStreams,
      creation: creation === undefined ? undefined : fromInputData(creation, forms), output,
    };
    const { openShell } = operations as { openShell(request: unknown): unknown };
    const answer = await this.#begin(id, (signal) => Reflect.apply(openShell, operations, [{ ...given, signal: signal.signal }]));
    if (answer.kind === "stream") this.#streamNames.set(id, outputStreams);
    return answer;
  }

  async #run({ id, to, request, commandId, command, arguments: args }: Message<"runCommand">): Promise<AnswerData> {
    const shell = this.#find(to);
    const output = this.#output(id, this.#streamNames.get(to) ?? []).asGiven();
    const given = { ...fromRequestData(request, this.abilities.forms).request, commandId, command, arguments: args, output };
    const answer = await this.#begin(id, (signal) => shell.invoke("runCommand", { ...given, signal: signal.signal }));
    this.#tellNews(to, shell);
    return answer;
  }

  /** @returns the shell or command that the plug-in gave, or its refusal; then nobody reads its output */
  async #begin(id: number, invoke: (signal: CallSignal) => unknown): Promise<AnswerData> {
    const { forms, signals } = this.abilities;
    const signal = new CallSignal();
    signals.set(id, signal);
    let stream: FarStream | undefined;
    try {
      const value = await invoke(signal);
      const refusal = refusalOf(value, forms);
      if (refusal !== undefined) return refusal;
      stream = FarStream.of(value);
      if (stream === undefined) return nothing;
      this.#streams.set(id, stream);
      return { kind: "stream", facts: stream.news()! };
    } finally {
      signals.take(id);
      if (stream === undefined) this.#outputs.take(id)?.unread();
    }
  }

  async #connect({ id, to, request, connection }: Message<"connect">): Promise<AnswerData> {
    const { forms, signals } = this.abilities;
    const given = { ...fromRequestData(request, forms).request, connection: connection === undefined ? undefined : fromInputData(connection, forms) };
    const signal = new CallSignal();
    signals.set(id, signal);
    try {
      const stream = this.#find(to);
      const answer = toAnswerData("Invoke", await stream.invoke("connect", { ...given, signal: signal.signal }), request.limits.maxEnvelopeSize, forms);
      this.#tellNews(to, stream);
      return answer;
    } finally {
      signals.take(id);
    }
  }

  async #usage({ to }: Message<"usage">): Promise<AnswerData> {
    const given = await this.#find(to).invoke("usage", undefined);
    const refusal = refusalOf(given, this.abilities.forms);
    if (refusal !== undefined) return refusal;
    const { memory, childProcesses } = (given ?? {}) as Record<string, unknown>;
    return { kind: "usage", usage: { memory: countOf(memory), childProcesses: countOf(childProcesses) } };
  }

  async #ask(to: number, invoke: (stream: FarStream) => unknown): Promise<AnswerData> {
    const stream = this.#find(to);
    const refusal = refusalOf(await invoke(stream), this.abilities.forms);
    this.#tellNews(to, stream);
    return refusal ?? nothing;
  }

  /** Its output goes when the host has let go of it: what it had written may still be received. */
  async #close({ to, reason }: Message<"closeStream">): Promise<AnswerData> {
    const stream = this.#find(to);
    this.#streams.take(to);
    this.#streamNames.take(to);
    await stream.invoke("close", reason);
    return nothing;
  }

  #tellNews(of: number, stream: FarStream): void {
    const facts = stream.news();
    if (facts !== undefined) this.abilities.post({ type: "facts", of, facts });
  }

  #output(id: number, streams: readonly string[]): FarOutput {
    const output = new FarOutput(id, streams, this.abilities.forms, (message) => this.abilities.post(message));
    this.#outputs.set(id, output);
    return output;
  }

  /** @throws WrongAnswer */
  #find(id: number): FarStream {
    const stream = this.#streams.get(id);
    if (stream === undefined) throw new WrongAnswer("has no such shell or command any more");
    return stream;
  }
}

/** @returns NaN for what is no number, which the host's side says */
const countOf = (given: unknown): number | undefined => (given === undefined ? undefined : typeof given === "number" ? given : Number.NaN);
