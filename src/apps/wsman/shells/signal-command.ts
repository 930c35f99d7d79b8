import type { Fault } from "../../../protocol/wsman/fault.js";
import { readSignalBody, type SignalBody } from "../../../protocol/wsman/read-signal-body.js";
import { unknownCommand } from "../../../protocol/wsman/shell-faults.js";
import { writeSignalResponse } from "../../../protocol/wsman/write-shell-responses.js";
import type { StreamPort } from "../../../routing/shell-port.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import type { Operate } from "../operations/single-operations.js";
import type { Ending } from "./ending.js";
import { invalidParameter } from "./invalid-parameter.js";
import { findCommand } from "./find-command.js";
import type { OpenShell } from "./open-shell.js";
import type { RunningCommand } from "./running-command.js";
import { whileClientWaits } from "./while-client-waits.js";
import { whileOpen } from "./while-open.js";

/** Signals a command or a shell (MS-WSMV, Signal). Terminate is also how clients say that they are done with a command. */
export const signalCommand: Operate = (exchange) => {
  const read = readSignalBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  const shell = exchange.shell!;
  const { commandId, kind } = read.value;
  if (commandId === undefined) return shell.port.takesSignals ? pass(exchange, shell.port, shell.ending, read.value) : { fault: invalidParameter("This shell takes no signals of its own; name the command with CommandId.") };
  const found = findCommand(shell, commandId);
  if (!found.ok) return { fault: found.error };
  return kind === "terminate" ? terminate(exchange, shell, found.value, read.value) : signal(exchange, found.value, read.value);
};

async function signal(exchange: Exchange, command: RunningCommand, body: SignalBody): Promise<Reply> {
  const begun = await whileClientWaits(exchange, command.begun);
  if (begun === "late" || begun === "gone") return { fault: notBegun };
  // It is over already: the signal has come too late to mean anything, and is no mistake.
  if (!command.isActive && begun !== undefined) return answer(exchange);
  if (begun === undefined) return { fault: unknownCommand(command.id) };
  return begun.takesSignals ? pass(exchange, begun, command.ending, body) : { fault: invalidParameter(`The command takes no signal ${body.code}; it takes terminate.`) };
}

const pass = (exchange: Exchange, port: StreamPort, ending: Ending, { kind, code }: SignalBody): Reply | Promise<Reply> =>
  whileOpen(exchange, ending, (context) => port.signal({ kind, code }, context), () => answer(exchange), () => answer(exchange));

/**
 * The plug-in is told first, so that the command may end well; it ends in any case, and its state is gone. One that the plug-in still begins is
 * not waited for: whoever begins it learns that nobody wants it.
 */
async function terminate(exchange: Exchange, shell: OpenShell, command: RunningCommand, body: SignalBody): Promise<Reply> {
  const begun = command.state === "running" ? await command.begun : undefined;
  if (begun?.takesSignals === true) await pass(exchange, begun, command.ending, body);
  await whileClientWaits(exchange, shell.terminate(command));
  return answer(exchange);
}

const answer = (exchange: Exchange): Reply => fitEnvelope(exchange, writeSignalResponse(exchange.responseHead()));

const notBegun: Fault = { name: "timedOut", message: "The command had not begun within the OperationTimeout, and was not given the signal; send it again." };
