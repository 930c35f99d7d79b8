import type { Fault } from "../../../protocol/wsman/fault.js";
import { auditDecision, onceWritten } from "../audit-decision.js";
import type { Exchange } from "../exchange.js";
import { secondPull } from "../operations/answer-batch.js";
import type { Step } from "./step.js";

/** The enumeration that a Pull or Release is about. It belongs to the user who opened it; others cannot tell it from none. */
export const findEnumeration: Step = (exchange) => {
  const context = exchange.pull?.context ?? exchange.releaseContext ?? "";
  const { enumerations } = exchange.state;
  const enumeration = enumerations.find(context, exchange.owner);
  if (enumeration === undefined) {
    const written = enumerations.has(context) ? auditDecision(exchange, false, "enumeration owner", "the enumeration belongs to another user") : undefined;
    return onceWritten(written, unknownContext(exchange, context));
  }
  exchange.enumeration = enumeration;
  exchange.context.facts.plugin = enumeration.plugin.name;
  return exchange.pull === undefined ? undefined : checkPull(exchange, enumeration);
};

function unknownContext({ state, context: request }: Exchange, context: string): Fault {
  const elsewhere = state.parts.farm?.whereIs(context.replace(/^uuid:/iu, ""), request);
  return { name: "invalidEnumerationContext", ...(elsewhere === undefined ? {} : { message: `There is no such enumeration here: ${elsewhere}.` }) };
}

function checkPull({ pull, resourceUri }: Exchange, enumeration: NonNullable<Exchange["enumeration"]>): Fault | undefined {
  if (enumeration.state === "pulling") return secondPull;
  if (resourceUri.toLowerCase() !== enumeration.resourceUri.toLowerCase()) {
    return { name: "internalError", code: 0x803381ad, message: `The ResourceURI of the Pull, ${resourceUri}, differs from that of its Enumerate; send the same.` };
  }
  if (pull!.mode !== undefined && pull!.mode !== enumeration.mode) {
    return { name: "internalError", code: 0x803381ad, message: "The EnumerationMode of the Pull differs from that of its Enumerate; leave it out." };
  }
  return undefined;
}
