import type { Fault } from "../../../protocol/wsman/fault.js";
import { readSendBody, type SentStream } from "../../../protocol/wsman/read-send-body.js";
import { writeSendResponse } from "../../../protocol/wsman/write-shell-responses.js";
import type { StreamPort } from "../../../routing/shell-port.js";
import { fail, ok, type Result } from "../../../base/result.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { invalidParameter } from "./invalid-parameter.js";
import { findCommand } from "./find-command.js";

/** Hands input over (MS-WSMV, Send): stream by stream, each when the one before was taken. */
export const sendInput: Operate = (exchange) => {
  const read = readSendBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  const { streams } = read.value;
  // All or nothing: what cannot be delivered is found before anything is.
  for (const stream of streams) {
    const target = targetOf(exchange, stream);
    if (!target.ok) return { fault: target.error };
  }
  return sendFrom(exchange, streams, 0);
};

function sendFrom(exchange: Exchange, streams: readonly SentStream[], at: number): Reply | Promise<Reply> {
  const stream = streams[at];
  if (stream === undefined) return fitEnvelope(exchange, writeSendResponse(exchange.responseHead()));
  const target = targetOf(exchange, stream);
  if (!target.ok) return { fault: target.error };
  const { port, holder } = target.value;
  if (holder.isSending) return { fault: busy };
  holder.isSending = true;
  const done = <T>(value: T): T => {
    holder.isSending = false;
    return value;
  };
  const input = { stream: stream.name, data: new Uint8Array(Buffer.from(stream.data, "base64")), isLast: stream.isLast };
  // The port never throws or rejects.
  const answer = port.send(input, callContext(exchange));
  return finishAnswer(exchange, answer instanceof Promise ? answer.then(done) : done(answer), () => sendFrom(exchange, streams, at + 1));
}

/** Who takes the input, and who knows whether it is taking some. */
interface Target {
  readonly port: StreamPort;
  readonly holder: { isSending: boolean };
}

function targetOf({ shell: used }: Exchange, { name, commandId }: SentStream): Result<Target, Fault> {
  const shell = used!;
  if (!shell.facts.inputStreams.includes(name)) return fail(invalidParameter(`The shell has no input stream ${name}; it has ${shell.facts.inputStreams.join(", ") || "none"}.`));
  if (commandId === undefined) return shell.port.takesInput ? ok({ port: shell.port, holder: shell }) : fail(invalidParameter("This shell takes no input of its own; name the command with CommandId."));
  const command = findCommand(shell, commandId);
  if (!command.ok) return command;
  const { port, state } = command.value;
  if (state !== "running" || port === undefined) return fail(invalidParameter(`The command ${commandId} is over and takes no more input.`));
  return port.takesInput ? ok({ port, holder: command.value }) : fail(invalidParameter(`The command ${commandId} takes no input.`));
}

const busy: Fault = { name: "concurrency", message: "Another Send to the same command is under way; send one at a time." };
