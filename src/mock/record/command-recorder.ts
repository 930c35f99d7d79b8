import { readCommandLine } from "../../protocol/wsman/read-command-line.js";
import { readReceiveBody } from "../../protocol/wsman/read-receive-body.js";
import { readSendBody } from "../../protocol/wsman/read-send-body.js";
import { readSignalBody } from "../../protocol/wsman/read-signal-body.js";
import type { WsmanRequest } from "../../protocol/wsman/request.js";
import { commandStates } from "../../protocol/wsman/command-states.js";
import type { FaultDetails } from "../script/scripted-fault.js";
import { attributeIn, childOf, childrenOf, textIn } from "./element-access.js";
import type { RecordedExchange } from "./recorded-answer.js";

/** What a command did. */
export interface RecordedRun {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  /** `undefined`: its client ended it, or it was refused. */
  readonly exitCode: number | undefined;
  /** The client sent input to its end. */
  readonly awaitsInput: boolean;
  readonly fault: (FaultDetails & { readonly at: "command" | "receive" }) | undefined;
}

interface Running {
  readonly line: string;
  readonly output: Map<string, Buffer[]>;
  awaitsInput: boolean;
}

/** Windows says so when there is nothing yet: the client asks again, as it will ask the script. */
const isTimedOut = ({ subcode }: FaultDetails): boolean => subcode === "w:TimedOut";

/** Puts commands together from Command, Send, Receive and Signal. */
export class CommandRecorder {
  /** By ShellId and CommandId. */
  readonly #running = new Map<string, Running>();

  /** @param finished called with a command that is over, and its line */
  constructor(private readonly finished: (line: string, run: RecordedRun) => void) {}

  /** @returns whether it was about a command */
  take(exchange: RecordedExchange): boolean {
    switch (exchange.request.operation) {
      case "Command": return this.#begin(exchange);
      case "Send": return this.#send(exchange);
      case "Receive": return this.#receive(exchange);
      case "Signal": return this.#signal(exchange);
      default: return false;
    }
  }

  /** Nothing more comes of its commands. */
  closeShell(shellId: string): void {
    for (const key of [...this.#running.keys()]) if (key.startsWith(`${shellId}/`)) this.#finish(key, undefined);
  }

  /** Commands that are not over. */
  get unfinished(): number {
    return this.#running.size;
  }

  #begin({ request, answer }: RecordedExchange): boolean {
    const read = readCommandLine(request);
    if (!read.ok) return false;
    const line = [read.value.command, ...read.value.arguments].join(" ").trim();
    if (answer.kind === "fault") {
      this.finished(line, { stdout: new Uint8Array(), stderr: new Uint8Array(), exitCode: undefined, awaitsInput: false, fault: { ...answer.fault, at: "command" } });
      return true;
    }
    const commandId = textIn(childOf(answer.root, "CommandId"));
    this.#running.set(keyOf(request, commandId), { line, output: new Map(), awaitsInput: false });
    return true;
  }

  #send({ request, answer }: RecordedExchange): boolean {
    const read = readSendBody(request);
    if (!read.ok || answer.kind === "fault") return read.ok;
    for (const { commandId, isLast } of read.value.streams) {
      const running = this.#running.get(keyOf(request, commandId ?? ""));
      if (running !== undefined && isLast) running.awaitsInput = true;
    }
    return true;
  }

  #receive({ request, answer }: RecordedExchange): boolean {
    const read = readReceiveBody(request);
    if (!read.ok) return false;
    const key = keyOf(request, read.value.commandId ?? "");
    const running = this.#running.get(key);
    if (running === undefined) return true;
    if (answer.kind === "fault") {
      if (!isTimedOut(answer.fault)) this.#finish(key, undefined, { ...answer.fault, at: "receive" });
      return true;
    }
    const { root } = answer;
    for (const stream of root === undefined ? [] : childrenOf(root).filter(({ name }) => name === "Stream")) {
      const name = (attributeIn(stream, "Name") ?? "").toLowerCase();
      running.output.set(name, [...(running.output.get(name) ?? []), Buffer.from(textIn(stream), "base64")]);
    }
    const state = childOf(root, "CommandState");
    if (attributeIn(state, "State") !== commandStates.Done) return true;
    const code = Number(textIn(childOf(state, "ExitCode")));
    this.#finish(key, Number.isInteger(code) ? code >>> 0 : 0);
    return true;
  }

  #signal({ request, answer }: RecordedExchange): boolean {
    const read = readSignalBody(request);
    if (!read.ok) return false;
    // After ctrl+c the output goes on to its end.
    if (answer.kind === "body" && read.value.kind === "terminate") this.#finish(keyOf(request, read.value.commandId ?? ""), undefined);
    return true;
  }

  #finish(key: string, exitCode: number | undefined, fault?: RecordedRun["fault"]): void {
    const running = this.#running.get(key);
    if (running === undefined) return;
    this.#running.delete(key);
    const { line, output, awaitsInput } = running;
    const octets = (name: string): Uint8Array => Buffer.concat(output.get(name) ?? []);
    this.finished(line, { stdout: octets("stdout"), stderr: octets("stderr"), exitCode, awaitsInput, fault });
  }
}

export const shellIdOf = ({ selectors }: WsmanRequest): string => {
  const value = selectors.find(({ name }) => name.toLowerCase() === "shellid")?.value;
  return typeof value === "string" ? value.toUpperCase() : "";
};

const keyOf = (request: WsmanRequest, commandId: string): string => `${shellIdOf(request)}/${commandId.trim().toUpperCase()}`;
