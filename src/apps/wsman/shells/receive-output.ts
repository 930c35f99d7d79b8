import { ReceiveWriter } from "../../../protocol/wsman/receive-writer.js";
import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import { readReceiveBody } from "../../../protocol/wsman/read-receive-body.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Exchange, Reply } from "../exchange.js";
import type { Operate } from "../operations/single-operations.js";
import { toFault } from "../to-fault.js";
import { invalidParameter } from "./invalid-parameter.js";
import { findCommand } from "./find-command.js";
import type { OpenShell } from "./open-shell.js";
import type { OutputQueue } from "./output-queue.js";
import type { ReceiveEnd, Receiver } from "./receiver.js";
import type { RunningCommand } from "./running-command.js";
import { whileClientWaits } from "./while-client-waits.js";

/** Whose output it is: a command's, or the shell's own. */
interface Source {
  readonly output: OutputQueue;
  readonly receiver: Receiver;
  readonly command: RunningCommand | undefined;
}

/**
 * Answers with the output there is, at once; otherwise when there is some, when the command is over, or with TimedOut in time for the client
 * to ask again (MS-WSMV, Receive).
 */
export const receiveOutput: Operate = (exchange) => {
  const read = readReceiveBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  const { commandId, streams } = read.value;
  const shell = exchange.shell!;
  const unknown = streams.find((stream) => !shell.facts.outputStreams.includes(stream));
  if (unknown !== undefined) return { fault: invalidParameter(`The shell has no output stream ${unknown}; it has ${shell.facts.outputStreams.join(", ") || "none"}.`) };
  if (commandId === undefined) return answerWhenThere(exchange, shell.port.hasOutput ? { output: shell.output, receiver: shell.receiver, command: undefined } : undefined, streams);
  const command = findCommand(shell, commandId);
  return command.ok ? answerWhenThere(exchange, { output: command.value.output, receiver: command.value.receiver, command: command.value }, streams) : { fault: command.error };
};

function answerWhenThere(exchange: Exchange, source: Source | undefined, wanted: readonly string[]): Reply | Promise<Reply> {
  if (source === undefined) return { fault: noOwnOutput };
  return answerNow(exchange, source, wanted) ?? waitAndAnswer(exchange, source, wanted);
}

async function waitAndAnswer(exchange: Exchange, source: Source, wanted: readonly string[]): Promise<Reply> {
  for (;;) {
    const why = await waitForOutput(exchange, source.receiver);
    if (why === "late" || why === "gone") return { fault: { name: "timedOut", message: "There was no output within the OperationTimeout; ask again." } };
    if (why !== "changed") return { fault: why === "replaced" ? replacedFault : shellFaults.aborted };
    const reply = answerNow(exchange, source, wanted);
    if (reply !== undefined) return reply;
  }
}

async function waitForOutput(exchange: Exchange, receiver: Receiver): Promise<ReceiveEnd | "late" | "gone"> {
  const { woken, cancel } = receiver.wait();
  const why = await whileClientWaits(exchange, woken);
  cancel();
  return why;
}

/** @returns `undefined` when there is nothing to tell yet */
function answerNow(exchange: Exchange, { output, command }: Source, wanted: readonly string[]): Reply | undefined {
  const writer = new ReceiveWriter(exchange.opening, exchange.envelopeLimit, exchange.encoding, exchange.shell!.facts.outputStreams);
  const id = command?.id;
  if (writer.roomFor("", id) < 0) return { fault: tooSmall };
  const isEmpty = output.isEmpty(wanted);
  const room = (stream: string): number => writer.roomFor(stream, id);
  let isAny = false;
  for (let piece = output.take(wanted, room); piece !== undefined; piece = output.take(wanted, room)) {
    isAny = true;
    writer.add(piece.stream, id, Buffer.from(piece.data.buffer, piece.data.byteOffset, piece.data.length).toString("base64"));
  }
  // Also a whole piece that does not fit.
  if (!isEmpty && !isAny) return { fault: tooSmall };
  const shell = exchange.shell!;
  const ends = untoldEnds(shell, output, command, wanted);
  const isOver = command?.state === "done" && output.isEmpty(wanted);
  const failure = command === undefined ? shell.failure : isOver && typeof command.result === "object" ? command.result : undefined;
  if (failure !== undefined && isEmpty) {
    if (command !== undefined) command.isTold = true;
    return { fault: toFault({ kind: "refused", refusal: failure }, shell.plugin) };
  }
  if (!isOver && !isAny && ends.length === 0) return undefined;
  for (const stream of ends) {
    writer.addEnd(stream, id);
    output.told(stream);
  }
  if (command === undefined) return { envelope: writer.finish() };
  if (!isOver || typeof command.result === "object") return { envelope: writer.finish(shell.port.hasOutput ? undefined : { commandId: command.id, state: "Running" }) };
  command.isTold = true;
  return { envelope: writer.finish({ commandId: command.id, state: "Done", exitCode: command.result }) };
}

/** Where clients receive from the shell itself, a command's streams end with it without a word, as recorded of PowerShell. */
function untoldEnds(shell: OpenShell, output: OutputQueue, command: RunningCommand | undefined, wanted: readonly string[]): readonly string[] {
  return shell.port.hasOutput && command?.state === "done" ? [] : output.untoldEnds(wanted);
}

const tooSmall: Fault = { name: "encodingLimit", detail: "MaxEnvelopeSize", message: "No output fits into an answer of MaxEnvelopeSize; ask with a larger one." };
const replacedFault: Fault = { ...shellFaults.aborted, message: "Another Receive for the same output has taken over." };
const noOwnOutput: Fault = { name: "invalidParameter", detail: "InvalidValue", code: 87, message: "This shell has no output of its own; name the command with CommandId." };
