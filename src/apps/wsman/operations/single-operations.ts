import { buildOperationRequest, fragmentOf, SingleAnswerLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { getPart } from "../fragments/get-part.js";
import { putPart } from "../fragments/put-part.js";
import { createXmlInput } from "../xml-input.js";
import { callContext } from "./call-context.js";
import { finishAnswer, replyWithCreated, replyWithXml } from "./finish-answer.js";

/** An operation after all its checks. */
export type Operate = (exchange: Exchange) => Reply | Promise<Reply>;

export const get: Operate = (exchange) =>
  exchange.part !== undefined ? getPart(exchange) : finishAnswer(exchange, exchange.route!.target.call("Get", buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: fragmentOf(exchange) }), callContext(exchange)), (xml) => replyWithXml(exchange, xml));

/** The updated representation, an empty Body, or the new reference when a key changed. */
export const put: Operate = (exchange) => {
  if (exchange.part !== undefined) return putPart(exchange);
  const { target } = exchange.route!;
  const body = createXmlInput(exchange.request.body, target.xmlRenderingType);
  return finishAnswer(exchange, target.call("Put", buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: fragmentOf(exchange), body }), callContext(exchange)), (value) =>
    typeof value === "object" && "renamed" in value ? replyWithCreated(exchange, value.renamed) : replyWithXml(exchange, value));
};

export const create: Operate = (exchange) => {
  const { target } = exchange.route!;
  const body = createXmlInput(exchange.request.body, target.xmlRenderingType);
  return finishAnswer(exchange, target.call("Create", buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: fragmentOf(exchange), body }), callContext(exchange)), (created) => replyWithCreated(exchange, created));
};

/** `delete` is a word of the language. */
export const remove: Operate = (exchange) =>
  finishAnswer(exchange, exchange.route!.target.call("Delete", buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: fragmentOf(exchange) }), callContext(exchange)), () => replyWithXml(exchange, undefined));

/** A custom action, whose method the checks have found. */
export const invoke: Operate = (exchange) => {
  const { target } = exchange.route!;
  const { body } = exchange.request;
  const input = body.count === 0 ? undefined : createXmlInput(body, target.xmlRenderingType);
  const method = exchange.method!;
  return finishAnswer(exchange, target.call("Invoke", buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { method, body: input }), callContext(exchange)), (xml) => replyWithXml(exchange, xml));
};
