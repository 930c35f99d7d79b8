import { ItemsWriter } from "../../../protocol/wsman/items-writer.js";
import { answerBatch, waitForMoreUntil } from "./answer-batch.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Enumeration } from "../enumerations/enumeration.js";
import type { Exchange } from "../exchange.js";
import { timedOutFault } from "../to-fault.js";
import { estimateFor } from "./enumerate.js";
import type { Operate } from "./single-operations.js";

/** The next items. Nothing within OperationTimeout is TimedOut, nothing within MaxTime is the enumeration's own TimedOut; both leave it open. */
export const pull: Operate = (exchange) => {
  const body = exchange.pull!;
  const enumeration = exchange.enumeration!;
  const writer = new ItemsWriter("pull", exchange.responseHead(), exchange.envelopeLimit, exchange.encoding);
  const maxTime = body.maxTime === undefined ? Infinity : exchange.began + body.maxTime;
  const deadline = Math.min(exchange.deadline, maxTime);
  return answerBatch(exchange, enumeration, writer, {
    maxElements: Math.min(body.maxElements, exchange.state.parts.settings.maxBatchItems),
    maxCharacters: body.maxCharacters,
    waitForMore: body.maxTime === undefined ? Math.min(waitForMoreUntil(exchange), deadline) : deadline,
    deadline,
  }, { late: () => (maxTime < exchange.deadline ? { name: "enumerationTimedOut" } : tooLate(exchange, enumeration)), estimate: estimateFor(exchange, enumeration), clientHasContext: true });
};

/** The plug-in is named where it was the one waited for: a filter of the host's may have looked at items all the time. */
function tooLate(exchange: Exchange, { plugin, waitsForPlugin }: Enumeration): Fault {
  if (!waitsForPlugin) return { name: "timedOut" };
  plugin.timedOut("Pull", exchange.deadline - exchange.began);
  return timedOutFault(plugin);
}
