import type { Fault } from "../../../protocol/wsman/fault.js";
import { readSendBody, type SentStream } from "../../../protocol/wsman/read-send-body.js";
import { shellFaults, unknownCommand } from "../../../protocol/wsman/shell-faults.js";
import { writeSendResponse } from "../../../protocol/wsman/write-shell-responses.js";
import type { PluginAnswer } from "../../../routing/plugin-port.js";
import type { StreamPort } from "../../../routing/shell-port.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { toFault } from "../to-fault.js";
import type { Ending } from "./ending.js";
import { invalidParameter } from "./invalid-parameter.js";
import { findCommand } from "./find-command.js";
import type { InputLane } from "./input-lane.js";
import { whileClientWaits } from "./while-client-waits.js";
import { untilEnd } from "./while-open.js";

/** Who takes the input of one stream. */
interface Target {
  readonly sent: SentStream;
  readonly lane: InputLane;
  readonly ending: Ending;
  /** `undefined`: the plug-in has not begun the command. */
  readonly port: StreamPort | undefined | Promise<StreamPort | undefined>;
}

/** A target that is there. */
type Open = Target & { readonly port: StreamPort };

/**
 * Hands input over (MS-WSMV, Send): stream by stream, each when the one before was taken. Answered when the plug-in has taken all of it, or in
 * time, and then it is on its way: whoever is answered need not send it again. After a TimedOut nothing of it was handed over.
 */
export const sendInput: Operate = async (exchange) => {
  const read = readSendBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  // All or nothing: what cannot be delivered is found before anything is.
  const targets: Target[] = [];
  for (const sent of read.value.streams) {
    const target = targetOf(exchange, sent);
    if (!target.ok) return { fault: target.error };
    targets.push(target.value);
  }
  const lanes = [...new Set(targets.map(({ lane }) => lane))];
  if (lanes.some(({ isBusy }) => isBusy)) return { fault: busy };
  for (const lane of lanes) lane.isBusy = true;
  try {
    return await send(exchange, targets, lanes);
  } finally {
    for (const lane of lanes) lane.isBusy = false;
  }
};

async function send(exchange: Exchange, targets: readonly Target[], lanes: readonly InputLane[]): Promise<Reply> {
  const ready = await whileClientWaits(exchange, Promise.all([...targets.map(({ port }) => port), ...lanes.map(({ untaken }) => untaken)]));
  if (ready === "late" || ready === "gone") return { fault: notTaken };
  const trouble = lanes.map((lane) => lane.takeTrouble()).find((fault) => fault !== undefined);
  if (trouble !== undefined) return { fault: trouble };
  const open: Open[] = [];
  for (const target of targets) {
    const checked = await check(exchange, target);
    if (!checked.ok) return { fault: checked.error };
    open.push(checked.value);
  }
  const handedOver = handOver(open);
  for (const lane of lanes) lane.handOver(handedOver);
  const answer = await whileClientWaits(exchange, handedOver);
  const done = (): Reply => fitEnvelope(exchange, writeSendResponse(exchange.responseHead()));
  if (answer !== "late" && answer !== "gone") return answer === "ended" ? { fault: shellFaults.aborted } : finishAnswer(exchange, answer, done);
  const { plugin } = exchange.shell!;
  void handedOver.then((later) => {
    if (later !== "ended" && later.kind !== "answered") for (const lane of lanes) lane.refuse(toFault(later, plugin));
  });
  return done();
}

function targetOf({ shell: used }: Exchange, sent: SentStream): Result<Target, Fault> {
  const shell = used!;
  const { name, commandId } = sent;
  if (!shell.facts.inputStreams.includes(name)) return fail(invalidParameter(`The shell has no input stream ${name}; it has ${shell.facts.inputStreams.join(", ") || "none"}.`));
  if (commandId === undefined) return shell.port.takesInput ? ok({ sent, lane: shell.input, ending: shell.ending, port: shell.port }) : fail(invalidParameter("This shell takes no input of its own; name the command with CommandId."));
  const command = findCommand(shell, commandId);
  if (!command.ok) return command;
  const { input, ending, begun, isActive } = command.value;
  return isActive ? ok({ sent, lane: input, ending, port: begun }) : fail(over(commandId));
}

/** What could only be known once the command had begun and the input before was taken. */
async function check({ shell }: Exchange, target: Target): Promise<Result<Open, Fault>> {
  const { sent: { name, commandId }, lane, ending } = target;
  const port = await target.port;
  if (port === undefined) return fail(unknownCommand(commandId ?? ""));
  if (ending.isOver) return fail(shellFaults.aborted);
  if (commandId !== undefined && shell!.find(commandId)?.isActive !== true) return fail(over(commandId));
  if (!port.takesInput) return fail(invalidParameter(`The command ${commandId ?? ""} takes no input.`));
  if (lane.hasEnded(name)) return fail(invalidParameter(`The stream ${name} was ended by an earlier Send (End); it takes no more.`));
  return ok({ ...target, port });
}

/** Milliseconds: for as long as the command or shell is there. */
const forever = 2 ** 31 - 1;

/** @returns `ended`: the command or shell has, and what it took nobody knows. By itself: it must not keep the request. Never rejects. */
async function handOver(targets: readonly Open[]): Promise<PluginAnswer<undefined> | "ended"> {
  for (const { port, sent, lane, ending } of targets) {
    if (sent.isLast) lane.ended(sent.name);
    const input = { stream: sent.name, data: new Uint8Array(Buffer.from(sent.data, "base64")), isLast: sent.isLast };
    const answer = await port.send(input, untilEnd({ timeout: forever }, ending));
    if (ending.isOver) return "ended";
    // A program that has ended does not want the rest.
    if (answer.kind !== "answered" && answer.kind !== "cancelled") return answer;
  }
  return { kind: "answered", value: undefined };
}

const over = (commandId: string): Fault => invalidParameter(`The command ${commandId} is over and takes no more input.`);
const busy: Fault = invalidParameter("Another Send to the same command is under way; send one at a time.");
const notTaken: Fault = { name: "timedOut", message: "The input before this, or the beginning of the command, took longer than the OperationTimeout. Nothing of this was given to the command; send it again." };
