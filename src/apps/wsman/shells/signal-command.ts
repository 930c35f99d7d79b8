import { readSignalBody, type SignalBody } from "../../../protocol/wsman/read-signal-body.js";
import { writeSignalResponse } from "../../../protocol/wsman/write-shell-responses.js";
import type { StreamPort } from "../../../routing/shell-port.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { invalidParameter } from "./invalid-parameter.js";
import { findCommand } from "./find-command.js";
import type { OpenShell } from "./open-shell.js";
import type { RunningCommand } from "./running-command.js";

/** Signals a command or a shell (MS-WSMV, Signal). Terminate is also how clients say that they are done with a command. */
export const signalCommand: Operate = (exchange) => {
  const read = readSignalBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  const shell = exchange.shell!;
  const { commandId, kind, code } = read.value;
  if (commandId === undefined) return shell.port.takesSignals ? pass(exchange, shell.port, read.value) : { fault: invalidParameter("This shell takes no signals of its own; name the command with CommandId.") };
  const found = findCommand(shell, commandId);
  if (!found.ok) return { fault: found.error };
  const command = found.value;
  if (kind === "terminate") return terminate(exchange, shell, command, read.value);
  // It is over already: the signal has come too late to mean anything, and is no mistake.
  if (command.state !== "running" || command.port === undefined) return answer(exchange);
  return command.port.takesSignals ? pass(exchange, command.port, read.value) : { fault: invalidParameter(`The command takes no signal ${code}; it takes terminate.`) };
};

const pass = (exchange: Exchange, port: StreamPort, { kind, code }: SignalBody): Reply | Promise<Reply> =>
  finishAnswer(exchange, port.signal({ kind, code }, callContext(exchange)), () => answer(exchange));

/** The plug-in is told first, so that the command may end well; it ends in any case, and its state is gone. */
async function terminate(exchange: Exchange, shell: OpenShell, command: RunningCommand, { kind, code }: SignalBody): Promise<Reply> {
  if (command.state === "running" && command.port?.takesSignals === true) await command.port.signal({ kind, code }, callContext(exchange));
  shell.forget(command);
  await command.terminate();
  return answer(exchange);
}

const answer = (exchange: Exchange): Reply => fitEnvelope(exchange, writeSignalResponse(exchange.responseHead()));
