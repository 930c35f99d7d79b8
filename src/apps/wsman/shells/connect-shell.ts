import { readConnectBody } from "../../../protocol/wsman/read-connect-body.js";
import { readDisconnectBody } from "../../../protocol/wsman/read-disconnect-body.js";
import { envelopeScope } from "../../../protocol/wsman/response-head.js";
import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import { writeConnectResponse, writeDisconnectResponse, writeReconnectResponse } from "../../../protocol/wsman/write-shell-responses.js";
import { buildOperationRequest, SingleAnswerLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer, wrongAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { renderXml } from "../render-xml.js";
import { createXmlInput } from "../xml-input.js";
import { findCommand } from "./find-command.js";

/** The client goes and leaves its shell (MS-WSMV, Disconnect). Receives that wait are answered: nobody will be there to read. */
export const disconnectShell: Operate = (exchange) => {
  const shell = exchange.shell!;
  const read = readDisconnectBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  if (!shell.port.canConnect) return { fault: shellFaults.disconnectNotSupported };
  const { idleTimeout, bufferMode = "Block" } = read.value;
  const most = exchange.state.shells.longestIdleTimeout;
  if (idleTimeout !== undefined && idleTimeout > most) return { fault: { ...shellFaults.idleTimeoutOutOfBounds, message: `An idle time-out of ${idleTimeout / 1000} s is longer than the ${most / 60_000} minutes of MaxShellIdleTimeoutMinutes; ask for less.` } };
  if (!shell.disconnect(idleTimeout, bufferMode)) return { fault: shellFaults.alreadyDisconnected };
  shell.receiver.wake("closed");
  for (const command of shell.commands) command.receiver.wake("closed");
  return fitEnvelope(exchange, writeDisconnectResponse(exchange.responseHead()));
};

/** The client is back (MS-WSMV, Reconnect). One that was connected already is taken as well, as recorded of Windows after a Connect. */
export const reconnectShell: Operate = (exchange) => {
  const shell = exchange.shell!;
  if (!shell.port.canConnect) return { fault: shellFaults.disconnectNotSupported };
  shell.reconnect();
  return fitEnvelope(exchange, writeReconnectResponse(exchange.responseHead()));
};

/** Another client of the same user takes over (MS-WSMV, Connect). */
export const connectShell: Operate = (exchange) => {
  const shell = exchange.shell!;
  const read = readConnectBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  const { commandId, connection } = read.value;
  const command = commandId === undefined ? undefined : findCommand(shell, commandId);
  if (command !== undefined && !command.ok) return { fault: command.error };
  const port = command === undefined ? shell.port : command.value.port;
  if (port?.canConnect !== true) return { fault: shellFaults.disconnectNotSupported };
  const input = connection === undefined ? undefined : createXmlInput(connection, shell.plugin.xmlRenderingType);
  const request = { ...buildOperationRequest(exchange, new SingleAnswerLimits(exchange), {}), connection: input };
  return finishAnswer(exchange, port.connect(request, callContext(exchange)), (xml) => {
    shell.reconnect();
    const rendered = xml === undefined ? undefined : renderXml(xml, envelopeScope(exchange.request.operation), exchange.envelopeLimit);
    if (rendered !== undefined && !rendered.ok) return { fault: wrongAnswer(exchange, shell.plugin, rendered.error) };
    return answer(exchange, commandId === undefined, rendered?.value);
  });
};

function answer(exchange: Exchange, isShell: boolean, connectResponse: string | undefined): Reply {
  const { inputStreams, outputStreams } = exchange.shell!.facts;
  return fitEnvelope(exchange, writeConnectResponse(exchange.responseHead(), isShell ? { inputStreams, outputStreams, connectResponse } : undefined));
}
