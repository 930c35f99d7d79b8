import { ItemsWriter } from "../../../protocol/wsman/items-writer.js";
import { answerBatch, waitForMoreUntil } from "./answer-batch.js";
import { estimateFor } from "./enumerate.js";
import type { Operate } from "./single-operations.js";

/** The next items. Nothing within OperationTimeout is TimedOut, nothing within MaxTime is the enumeration's own TimedOut; both leave it open. */
export const pull: Operate = (exchange) => {
  const body = exchange.pull!;
  const enumeration = exchange.enumeration!;
  const writer = new ItemsWriter("pull", exchange.responseHead(), exchange.envelopeLimit, exchange.charset === "utf-8" ? "utf-8" : "utf-16");
  const maxTime = body.maxTime === undefined ? Infinity : exchange.began + body.maxTime;
  const deadline = Math.min(exchange.deadline, maxTime);
  return answerBatch(exchange, enumeration, writer, {
    maxElements: Math.min(body.maxElements, exchange.state.parts.settings.maxBatchItems),
    maxCharacters: body.maxCharacters,
    waitForMore: body.maxTime === undefined ? Math.min(waitForMoreUntil(exchange), deadline) : deadline,
    deadline,
  }, { late: { name: maxTime < exchange.deadline ? "enumerationTimedOut" : "timedOut" }, estimate: estimateFor(exchange, enumeration), clientHasContext: true });
};
