import { readConnectBody } from "../../../protocol/wsman/read-connect-body.js";
import { readDisconnectBody } from "../../../protocol/wsman/read-disconnect-body.js";
import { envelopeScope } from "../../../protocol/wsman/response-head.js";
import { shellFaults, unknownShell } from "../../../protocol/wsman/shell-faults.js";
import { writeConnectResponse, writeDisconnectResponse, writeReconnectResponse } from "../../../protocol/wsman/write-shell-responses.js";
import { buildOperationRequest, SingleAnswerLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { wrongAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { renderXml } from "../render-xml.js";
import { createXmlInput } from "../xml-input.js";
import type { RequestBody } from "../../../protocol/wsman/request.js";
import type { StreamPort } from "../../../routing/shell-port.js";
import type { Ending } from "./ending.js";
import { findCommand } from "./find-command.js";
import { whileClientWaits } from "./while-client-waits.js";
import { whileOpen } from "./while-open.js";

/** The client goes and leaves its shell (MS-WSMV, Disconnect). Receives that wait are answered: nobody will be there to read. */
export const disconnectShell: Operate = (exchange) => {
  const shell = exchange.shell!;
  const read = readDisconnectBody(exchange.request);
  if (!read.ok) return { fault: read.error };
  if (!shell.port.canConnect) return { fault: shellFaults.disconnectNotSupported };
  const { idleTimeout: asked, bufferMode = "Block" } = read.value;
  // None: as long as it may be.
  const idleTimeout = asked === 0 ? exchange.state.shells.longestIdleTimeout : asked;
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
  if (command === undefined) return connect(exchange, { port: shell.port, ending: shell.ending, connection, isShell: true });
  return whileClientWaits(exchange, command.value.begun).then((port) => {
    if (port === "late" || port === "gone") return { fault: { name: "timedOut", message: "The command had not begun within the OperationTimeout; ask again." } };
    return connect(exchange, { port, ending: command.value.ending, connection, isShell: false });
  });
};

interface Connection {
  readonly port: StreamPort | undefined;
  readonly ending: Ending;
  readonly connection: RequestBody | undefined;
  readonly isShell: boolean;
}

function connect(exchange: Exchange, { port, ending, connection, isShell }: Connection): Reply | Promise<Reply> {
  const shell = exchange.shell!;
  // What ends while a client connects to it was never connected to.
  const gone = (): Reply => ({ fault: shell.isOpen ? shellFaults.aborted : unknownShell(shell.facts.id, exchange.state.shells.ended.whyOf(shell.facts.id, exchange.owner)) });
  if (ending.isOver) return gone();
  if (port?.canConnect !== true) return { fault: shellFaults.disconnectNotSupported };
  const input = connection === undefined ? undefined : createXmlInput(connection, shell.plugin.xmlRenderingType);
  const request = { ...buildOperationRequest(exchange, new SingleAnswerLimits(exchange), {}), connection: input };
  return whileOpen(exchange, ending, (context) => port.connect(request, context), (xml) => {
    shell.reconnect();
    const rendered = xml === undefined ? undefined : renderXml(xml, envelopeScope(exchange.request.operation), exchange.envelopeLimit);
    if (rendered !== undefined && !rendered.ok) return { fault: wrongAnswer(exchange, shell.plugin, rendered.error) };
    return answer(exchange, isShell, rendered?.value);
  }, gone);
}

function answer(exchange: Exchange, isShell: boolean, connectResponse: string | undefined): Reply {
  const { inputStreams, outputStreams } = exchange.shell!.facts;
  return fitEnvelope(exchange, writeConnectResponse(exchange.responseHead(), isShell ? { inputStreams, outputStreams, connectResponse } : undefined));
}
