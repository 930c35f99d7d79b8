import { readShellBody, type ShellBody } from "../../../protocol/wsman/read-shell-body.js";
import { shellFaults } from "../../../protocol/wsman/shell-faults.js";
import { writeShellCreated } from "../../../protocol/wsman/write-shell.js";
import type { ShellPort } from "../../../routing/shell-port.js";
import { buildOperationRequest, senderOf, FixedLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer } from "../operations/finish-answer.js";
import type { Operate } from "../operations/single-operations.js";
import { goneFault } from "../to-fault.js";
import { createXmlInput } from "../xml-input.js";
import { describeShell } from "./describe-shell.js";
import { OpenShell, type ShellFacts } from "./open-shell.js";
import { undoFault } from "./undo-fault.js";
import type { UserLease } from "../../../routing/authorizer.js";
import type { WsmanParts } from "../wsman-parts.js";
import type { ShellTable } from "./shell-table.js";
import { fullFault, quotaOfUserFault } from "./shell-quota-fault.js";

/** Opens a shell (MS-WSMV 3.1.4.1.12). Its place among the user's shells is taken before the plug-in is asked, and given back when that fails. */
export const createShell: Operate = (exchange) => {
  const { shells } = exchange.state;
  if (!shells.settings.allowRemoteShellAccess) return { fault: { ...shellFaults.remoteShellsNotAllowed, message: "This application allows no shells: allowRemoteShellAccess of <shells> in system.webServer/wsmanor is false." } };
  const body = readShellBody(exchange.request);
  if (!body.ok) return { fault: body.error };
  const quota = exchange.lease?.quota;
  if (quota !== undefined && quota.maxAllowedConcurrentShells !== "unlimited" && shells.countOf(exchange.owner) >= quota.maxAllowedConcurrentShells) return { fault: quotaOfUserFault(exchange, quota, shells) };
  const full = shells.fullFor(exchange.owner);
  if (full !== undefined) return { fault: fullFault(exchange, full, shells) };
  const id = body.value.shellId ?? newShellId(exchange.state.parts);
  const leave = shells.reserve(id, exchange.owner, exchange.state);
  if (leave === undefined) return { fault: shellFaults.shellIdInUse };
  return open(exchange, body.value, factsOf(exchange, body.value, id), leave);
};

function newShellId({ newId, farm }: WsmanParts): string {
  const id = newId();
  return farm?.sign(id) ?? id;
}

function open(exchange: Exchange, body: ShellBody, facts: ShellFacts, leave: () => void): Reply | Promise<Reply> {
  const { state } = exchange;
  const { target } = exchange.route!;
  const lease = exchange.lease?.share();
  const shell = new OpenShell(facts, target, state.parts.clock, releasing(state.shells, lease));
  const request = {
    ...buildOperationRequest(exchange, new FixedLimits(exchange), {}),
    shellId: facts.id, name: facts.name, environment: new Map(body.environment), workingDirectory: body.workingDirectory,
    inputStreams: facts.inputStreams, outputStreams: facts.outputStreams,
    creation: body.creation === undefined ? undefined : createXmlInput(body.creation, target.xmlRenderingType),
    output: shell,
  };
  const begin = (port: ShellPort): Reply => {
    state.shells.add(shell);
    shell.start(port);
    // A drain that began while the plug-in was asked has not seen this one.
    if (state.draining) {
      void shell.finish("shutdown");
      return { fault: goneFault };
    }
    return fitEnvelope(exchange, writeShellCreated(exchange.responseHead(), { resourceUri: facts.resourceUri, selectors: [{ name: "ShellId", value: facts.id }], address: exchange.sender.httpUrl }, describeShell(shell, state.shells.longestIdleTimeout)));
  };
  return undoFault(() => finishAnswer(exchange, target.openShell(request, callContext(exchange)), begin), () => {
    // Opened, but nobody learns of it.
    if (state.shells.find(facts.id) === shell) void shell.finish("delete");
    else {
      leave();
      lease?.giveBack();
    }
  });
}

/** By itself: made where the request is, it would keep the request for as long as the shell is open. */
const releasing = (shells: ShellTable, lease: UserLease | undefined) => (shell: OpenShell): void => {
  shells.remove(shell);
  lease?.giveBack();
};

function factsOf(exchange: Exchange, body: ShellBody, id: string): ShellFacts {
  const { request, context, state } = exchange;
  const cap = state.shells.longestIdleTimeout;
  return {
    id, name: body.name, resourceUri: exchange.resourceUri,
    owner: exchange.owner, ownerName: senderOf(exchange).senderName,
    clientAddress: context.request.connection.remoteAddress,
    workingDirectory: body.workingDirectory, inputStreams: body.inputStreams, outputStreams: body.outputStreams,
    locale: request.locale, dataLocale: request.dataLocale, asksForCompression: request.asksForCompression,
    idleTimeout: Math.min(body.idleTimeout ?? cap, cap) || cap,
    lifetime: Math.min(body.lifetime || Infinity, state.shells.settings.maxShellRunTimeMs ?? Infinity),
  };
}
