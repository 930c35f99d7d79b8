import type { XmlElement } from "../../../base/xml-element.js";
import { requestActions } from "../../../protocol/wsman/write-request.js";
import { tryWriteElement } from "../../../protocol/xml/write-element.js";
import { buildOperationRequest, SingleAnswerLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer, replyWithCreated, wrongAnswer } from "../operations/finish-answer.js";
import { toElement } from "../to-element.js";
import { createXmlInput } from "../xml-input.js";
import { invalidFragment } from "./invalid-fragment.js";
import { replacePart } from "./replace-part.js";
import { replyWithPart } from "./reply-with-part.js";

/**
 * Put of a part: Get of the whole, the part replaced, Put of the whole. Two calls, so of two clients that do this at the same time the later
 * one may undo what the earlier one did, as with any client that gets, changes and puts.
 */
export function putPart(exchange: Exchange): Reply | Promise<Reply> {
  const { target } = exchange.route!;
  const asked = buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: undefined });
  const current = target.call("Get", { ...asked, action: requestActions.Get }, callContext(exchange));
  return finishAnswer(exchange, current, (xml): Reply | Promise<Reply> => {
    const whole = toElement(xml);
    if (!whole.ok) return { fault: wrongAnswer(exchange, target, whole.error) };
    const body = createXmlInput(exchange.request.body, "text").element();
    const next = replacePart(whole.value, exchange.part!, body);
    return next.ok ? putWhole(exchange, next.value) : { fault: next.error };
  });
}

function putWhole(exchange: Exchange, whole: XmlElement): Reply | Promise<Reply> {
  const { target } = exchange.route!;
  const text = tryWriteElement(whole);
  if (!text.ok) return { fault: invalidFragment(text.error) };
  const body = createXmlInput({ text: () => text.value }, target.xmlRenderingType);
  const request = buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: undefined, body });
  return finishAnswer(exchange, target.call("Put", request, callContext(exchange)), (value): Reply => {
    if (typeof value === "object" && "renamed" in value) return replyWithCreated(exchange, value.renamed);
    // A plug-in that answers nothing has taken what it was given.
    const updated = value === undefined ? undefined : toElement(value);
    if (updated === undefined) return replyWithPart(exchange, whole);
    return updated.ok ? replyWithPart(exchange, updated.value) : { fault: wrongAnswer(exchange, target, updated.error) };
  });
}
