import { ItemsWriter } from "../../../protocol/wsman/items-writer.js";
import { writeEnumerateResponse } from "../../../protocol/wsman/write-enumerate-response.js";
import type { Filter } from "../../../sdk/operation-request.js";
import type { EnumerateBody } from "../../../protocol/wsman/request.js";
import type { PluginItems } from "../../../routing/plugin-port.js";
import { buildOperationRequest } from "../build-operation-request.js";
import { Enumeration, EnumerationLimits } from "../enumerations/enumeration.js";
import type { Exchange, Reply } from "../exchange.js";
import { FilteredItems } from "../filters/filtered-items.js";
import { fitEnvelope } from "../fit-envelope.js";
import { RequestSelectors } from "../selector-set.js";
import { answerBatch, waitForMoreUntil } from "./answer-batch.js";
import { callContext } from "./call-context.js";
import { finishAnswer } from "./finish-answer.js";
import type { Operate } from "./single-operations.js";

/** Opens an enumeration; optimized, the answer has the first items already (DSP0226 8.2.3). */
export const enumerate: Operate = (exchange) => {
  const body = exchange.enumerate!;
  const { target } = exchange.route!;
  const writer = new ItemsWriter(body.optimize ? "enumerate" : "pull", exchange.responseHead(), exchange.envelopeLimit, exchange.encoding);
  const limits = new EnumerationLimits(exchange.envelopeLimit, exchange.remainingTime(), writer);
  const { itemFilter } = exchange;
  const { mode, polymorphism } = body;
  const request = buildOperationRequest(exchange, limits, { filter: itemFilter === undefined ? filterOf(body) : undefined, query: itemFilter?.query, mode, polymorphism });
  let opened: Enumeration | undefined;
  const reply = finishAnswer(exchange, target.enumerate(request, callContext(exchange)), (items) => {
    opened = open(exchange, body, limits, items);
    return body.optimize ? notYet : answerPlain(exchange, opened);
  });
  const fill = (answer: Reply): Reply | Promise<Reply> => (answer === notYet ? answerFirst(exchange, opened!, body, writer) : answer);
  return reply instanceof Promise ? reply.then(fill) : fill(reply);
};

/** Stands for "opened, and now the first items". */
const notYet: Reply = Object.freeze({ envelope: "" });

function open(exchange: Exchange, body: EnumerateBody, limits: EnumerationLimits, items: PluginItems): Enumeration {
  const { state } = exchange;
  const lease = exchange.lease?.share();
  const { leaveQuota } = exchange;
  exchange.leaveQuota = undefined;
  const filtered = exchange.itemFilter === undefined ? undefined : new FilteredItems(items, exchange.itemFilter, state.parts.clock);
  const enumeration = new Enumeration(
    state.enumerations.newContext(state.parts.farm), exchange.owner, exchange.resourceUri, body.mode, exchange.route!.target, limits, filtered ?? items,
    () => {
      leaveQuota?.();
      lease?.giveBack();
    },
  );
  if (filtered !== undefined) filtered.isWanted = () => enumeration.state === "pulling";
  state.enumerations.add(enumeration, state);
  // A drain that began while the plug-in was asked has not seen this one.
  if (state.draining) state.enumerations.stopAll(state);
  return enumeration;
}

function answerPlain(exchange: Exchange, enumeration: Enumeration): Reply {
  return fitEnvelope(exchange, writeEnumerateResponse(exchange.responseHead(estimateFor(exchange, enumeration)), enumeration.context));
}

function answerFirst(exchange: Exchange, enumeration: Enumeration, body: EnumerateBody, writer: ItemsWriter): Promise<Reply> {
  return answerBatch(exchange, enumeration, writer, {
    maxElements: Math.min(body.maxElements, exchange.state.parts.settings.maxBatchItems),
    maxCharacters: undefined,
    waitForMore: waitForMoreUntil(exchange),
    // Nothing there yet is an answer too: the client has its context and pulls.
    deadline: waitForMoreUntil(exchange),
  }, { late: undefined, estimate: estimateFor(exchange, enumeration), clientHasContext: false });
}

/** Only for clients that ask for it. */
export function estimateFor(exchange: Exchange, enumeration: Enumeration): number | undefined {
  return exchange.request.requestTotalItemsCountEstimate ? enumeration.totalItemsCountEstimate : undefined;
}

function filterOf({ filter }: EnumerateBody): Filter | undefined {
  if (filter === undefined) return undefined;
  return { dialect: filter.dialect, text: filter.text, selectors: filter.selectors === undefined ? undefined : new RequestSelectors(filter.selectors) };
}
