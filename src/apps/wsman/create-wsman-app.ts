import type { HostResponse } from "../../base/host-message.js";
import type { Identity } from "../../base/identity.js";
import type { RequestContext } from "../../base/request-context.js";
import type { SenderDetails } from "../../sdk/operation-request.js";
import type { XmlCharset } from "../../protocol/xml/decode-xml.js";
import type { Fault } from "../../protocol/wsman/fault.js";
import type { WsmanRequest } from "../../protocol/wsman/request.js";
import { readRequest, type RequestFault } from "../../protocol/wsman/read-request.js";
import type { FaultHead } from "../../protocol/wsman/write-fault.js";
import { envelopeResponse } from "./envelope-response.js";
import { Exchange, machineOf, type Reply } from "./exchange.js";
import { fitFault } from "./fit-fault.js";
import { asksAnonymously, identify } from "./identify.js";
import { operate } from "./operate.js";
import { checkHttp, readMessage, type Message } from "./read-message.js";
import { goneFault } from "./to-fault.js";
import { shellsStatus } from "./shells/shell-status.js";
import { WsmanMemory } from "./wsman-memory.js";
import type { WsmanApp, WsmanParts } from "./wsman-parts.js";
import { WsmanState } from "./wsman-state.js";

/** Octets that somebody who has not authenticated may send: an Identify has a few hundred. */
const anonymousLimit = 16_384;

/**
 * Makes the SOAP processor of one application.
 * @param before memory of the processor that served it under the configuration before; nothing in it changes until `takeOver`
 */
export function createWsmanApp(parts: WsmanParts, before?: WsmanMemory): WsmanApp {
  const state = new WsmanState(parts, before ?? new WsmanMemory(parts.settings, parts.clock, parts.newId.bind(undefined)));
  return {
    handle(context) {
      state.requestsInFlight++;
      const done = (response: HostResponse): HostResponse => {
        state.requestsInFlight--;
        return parts.farm === undefined ? response : parts.farm.mark(context, response);
      };
      const failed = (error: unknown): HostResponse => done(internalError(context, state, error));
      try {
        const response = handle(context, state);
        return response instanceof Promise ? response.then(done, failed) : done(response);
      } catch (error) {
        return failed(error);
      }
    },
    drain: () => drain(state, () => false),
    drainBut: (stays) => drain(state, stays),
    memory: state.memory,
    takeOver: () => state.memory.adopt(parts.settings),
    openEnded: async () => void (await Promise.all([state.enumerations.whenEnded(state), state.shells.whenEnded(state)])),
    status: () => ({ requestsInFlight: state.requestsInFlight, openEnumerations: state.enumerations.size, ...shellsStatus(state.shells, parts.clock.now()) }),
  };
}

function drain(state: WsmanState, stays: (plugin: string) => boolean): void {
  state.draining = true;
  state.enumerations.stopAll(state);
  void state.shells.stopAll(state, stays);
}

function handle(context: RequestContext, state: WsmanState): HostResponse | Promise<HostResponse> {
  const began = state.parts.clock.now();
  const contentType = checkHttp(context.request);
  if ("status" in contentType) return contentType;
  if (context.user === undefined && !asksAnonymously(context.request)) return state.parts.challenge(context);
  const limit = context.user === undefined ? Math.min(anonymousLimit, state.maxEnvelopeSize) : state.maxEnvelopeSize;
  return context.request.readBody(limit).then((body) => receive(context, state, readMessage(body, contentType), began));
}

function receive(context: RequestContext, state: WsmanState, message: Message, began: number): HostResponse | Promise<HostResponse> {
  const { user } = context;
  if (message.kind === "http") return message.answer;
  if (message.kind === "fault") return user === undefined ? state.parts.challenge(context) : early(context, state, message.fault, "utf-8");
  const read = readRequest(message.text);
  if (read.ok && read.value.operation === "Identify") {
    context.facts.action = "Identify";
    context.facts.result = "ok";
    return envelopeResponse(200, identify(context, state.parts), message.charset);
  }
  if (user === undefined) return state.parts.challenge(context);
  if (!read.ok) return early(context, state, read.error, message.charset);
  return answer(context, state, read.value, senderOf(user, context), message.charset, began);
}

function answer(context: RequestContext, state: WsmanState, request: WsmanRequest, sender: SenderDetails, charset: XmlCharset, began: number): HostResponse | Promise<HostResponse> {
  const { facts } = context;
  facts.action = request.action;
  if (request.resourceUri !== undefined) facts.resourceUri = request.resourceUri;
  if (request.messageId !== undefined) facts.messageId = request.messageId;
  const exchange = new Exchange(state, context, request, sender, charset, began);
  if (state.draining) return finish(exchange, { fault: goneFault });
  const failed = (error: unknown): HostResponse => finish(exchange, { fault: unexpected(context, state, error) });
  try {
    const reply = operate(exchange);
    return reply instanceof Promise ? reply.then((later) => finish(exchange, later), failed) : finish(exchange, reply);
  } catch (error) {
    return failed(error);
  }
}

function finish(exchange: Exchange, reply: Reply): HostResponse {
  const { context, state, charset } = exchange;
  if ("envelope" in reply) {
    context.facts.result = "ok";
    return envelopeResponse(200, reply.envelope, charset);
  }
  // The throttle refuses before the limits are read.
  return faultResponse(context, reply.fault, exchange.faultHead(), charset, exchange.envelopeLimit === 0 ? state.maxEnvelopeSize : exchange.envelopeLimit);
}

/** A fault about a message that nobody could read as a request. */
function early(context: RequestContext, state: WsmanState, fault: RequestFault, charset: XmlCharset): HostResponse {
  const { relatesTo, operationId } = fault;
  if (relatesTo !== undefined) context.facts.messageId = relatesTo;
  const head = { messageId: `uuid:${state.parts.newId()}`, relatesTo, operationId, activityId: context.activityId, machine: machineOf(context.request.host, state.parts.machineName) };
  return faultResponse(context, fault, head, charset, state.maxEnvelopeSize);
}

function internalError(context: RequestContext, state: WsmanState, error: unknown): HostResponse {
  return early(context, state, unexpected(context, state, error), "utf-8");
}

/** Our own bug, or a dead dependency: the log has the story, the client the id. */
function unexpected(context: RequestContext, state: WsmanState, error: unknown): Fault {
  const errorId = state.parts.newId();
  context.facts.errorId = errorId;
  state.parts.logger.error(`the request failed: ${error instanceof Error ? error.message : String(error)}`, {
    errorId, activityId: context.activityId, stack: error instanceof Error ? error.stack : undefined,
  });
  return { name: "internalError", message: `The host failed while it processed the request. Its log has the reason under the id ${errorId}.` };
}

function faultResponse(context: RequestContext, fault: Fault, head: FaultHead, charset: XmlCharset, limit: number): HostResponse {
  context.facts.result = fault.name;
  return envelopeResponse(500, fitFault(fault, head, charset, limit), charset);
}

function senderOf(user: Identity, { request }: RequestContext): SenderDetails {
  const sender = {
    senderName: user.name,
    authenticationMechanism: user.authenticationType,
    isAdministrator: user.isAdministrator,
    httpUrl: `${request.connection.secure ? "https" : "http"}://${request.headers.get("host") ?? request.host}${request.pathPrefix ?? ""}${request.path}`,
    environment: user.environment,
  };
  return user.certificate === undefined ? sender : { ...sender, certificateDetails: user.certificate };
}
