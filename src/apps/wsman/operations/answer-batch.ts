import type { Fault } from "../../../protocol/wsman/fault.js";
import type { ItemsWriter } from "../../../protocol/wsman/items-writer.js";
import type { Enumeration } from "../enumerations/enumeration.js";
import { fillBatch, type BatchBounds, type BatchEnd } from "../enumerations/fill-batch.js";
import type { Exchange, Reply } from "../exchange.js";
import { envelopeFault } from "../fit-envelope.js";
import { errorIdOf, toFault } from "../to-fault.js";
import { wrongAnswer } from "./finish-answer.js";

export interface BatchOptions {
  /** What to answer when time is up and there is nothing; `undefined`: an answer without items. */
  readonly late: (() => Fault) | undefined;
  readonly estimate: number | undefined;
  /** `false` for the answer to Enumerate: an enumeration whose context never reaches a client is of no use. */
  readonly clientHasContext: boolean;
}

/** From here on an answer that has items is sent as it is: the client rather gets some now than more later. */
export function waitForMoreUntil(exchange: Exchange): number {
  return exchange.began + (exchange.deadline - exchange.began) / 2;
}

/** Fills one answer of an enumeration and settles what becomes of it: the only place that moves it out of `pulling`. */
export async function answerBatch(exchange: Exchange, enumeration: Enumeration, writer: ItemsWriter, bounds: BatchBounds, options: BatchOptions): Promise<Reply> {
  const { enumerations, parts } = exchange.state;
  if (!enumeration.enter("pull")) return { fault: whyNot(enumeration) };
  enumerations.hold(enumeration);
  enumeration.limits.maxEnvelopeSize = exchange.envelopeLimit;
  enumeration.limits.answer = writer;
  const end = await fillBatch(enumeration, writer, bounds, parts.clock, (run) => exchange.context.request.onGone(run));
  // Released or stopped while it was being filled: its items are gone, and so is its context.
  if (enumeration.state !== "pulling") return { fault: whyNot(enumeration) };
  const reply = settle(exchange, enumeration, writer, end, options);
  writer.clear();
  return reply;
}

function whyNot({ state }: Enumeration): Fault {
  if (state === "pulling") return secondPull;
  return state === "stopped" ? { name: "endpointUnavailable", message: "The host is stopping, or its configuration was replaced; enumerate again." } : { name: "invalidEnumerationContext" };
}

/** Two Pulls of one enumeration at a time would tear its order apart. */
export const secondPull: Fault = { name: "concurrency", code: 0x80338006, message: "Another Pull of this enumeration is still being answered; wait for it." };

function settle(exchange: Exchange, enumeration: Enumeration, writer: ItemsWriter, end: BatchEnd, options: BatchOptions): Reply {
  switch (end.kind) {
    case "full": return more(exchange, enumeration, writer, options);
    case "end": return last(exchange, enumeration, writer, options);
    case "late":
      return writer.count > 0 || options.late === undefined ? more(exchange, enumeration, writer, options) : stay(exchange, enumeration, options.late(), options);
    // Nobody reads the answer; the items stay for a Pull under the same context.
    case "gone": return stay(exchange, enumeration, { name: "timedOut" }, options);
    case "tooLarge": return stay(exchange, enumeration, tooLarge(exchange, end.by), options);
    case "trouble": {
      const errorId = errorIdOf(end.trouble);
      if (errorId !== undefined) exchange.context.facts.errorId = errorId;
      return fail(exchange, enumeration, toFault(end.trouble, enumeration.plugin));
    }
    case "fault": return fail(exchange, enumeration, end.fault);
    case "wrongItem": return fail(exchange, enumeration, wrongAnswer(exchange, enumeration.plugin, end.reason));
  }
}

/** Every answer has a new context; the old one is then no longer valid, as on Windows. */
function more(exchange: Exchange, enumeration: Enumeration, writer: ItemsWriter, { estimate }: BatchOptions): Reply {
  const { enumerations } = exchange.state;
  enumeration.sent(writer.count);
  enumeration.enter("answered");
  const context = enumerations.newContext(exchange.state.parts.farm);
  enumerations.rest(enumeration, context);
  return { envelope: writer.finish({ context, endOfSequence: false, totalItemsCountEstimate: estimate }) };
}

function last(exchange: Exchange, enumeration: Enumeration, writer: ItemsWriter, { estimate }: BatchOptions): Reply {
  enumeration.enter("lastItem");
  exchange.state.enumerations.remove(enumeration);
  return { envelope: writer.finish({ endOfSequence: true, totalItemsCountEstimate: estimate }) };
}

/** The enumeration stays as it was, with all its items and its context. */
function stay(exchange: Exchange, enumeration: Enumeration, fault: Fault, { clientHasContext }: BatchOptions): Reply {
  if (!clientHasContext) return fail(exchange, enumeration, fault);
  enumeration.enter("answered");
  exchange.state.enumerations.rest(enumeration);
  return { fault };
}

function fail(exchange: Exchange, enumeration: Enumeration, fault: Fault): Reply {
  enumeration.enter("fail");
  exchange.state.enumerations.remove(enumeration);
  return { fault };
}

function tooLarge(exchange: Exchange, by: "envelope" | "characters"): Fault {
  if (by === "envelope") return envelopeFault(exchange, "The next item");
  return { name: "encodingLimit", detail: "MaxEnvelopeSize", message: "The next item alone has more characters than n:MaxCharacters of the Pull; send a larger one or none." };
}
