import { buildOperationRequest, SingleAnswerLimits } from "../build-operation-request.js";
import type { Exchange, Reply } from "../exchange.js";
import { callContext } from "../operations/call-context.js";
import { finishAnswer, wrongAnswer } from "../operations/finish-answer.js";
import { toElement } from "../to-element.js";
import { replyWithPart } from "./reply-with-part.js";

/** Get of a part: the plug-in gives the whole. */
export function getPart(exchange: Exchange): Reply | Promise<Reply> {
  const { target } = exchange.route!;
  const request = buildOperationRequest(exchange, new SingleAnswerLimits(exchange), { fragment: undefined });
  return finishAnswer(exchange, target.call("Get", request, callContext(exchange)), (xml): Reply => {
    const whole = toElement(xml);
    return whole.ok ? replyWithPart(exchange, whole.value) : { fault: wrongAnswer(exchange, target, whole.error) };
  });
}
