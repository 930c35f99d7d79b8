import type { Fault } from "../../protocol/wsman/fault.js";
import { octetsOf } from "./build-operation-request.js";
import type { Exchange, Reply } from "./exchange.js";

/** Sends an answer only when it is within the limit (DSP0226 6.2): it is never cut. */
export function fitEnvelope(exchange: Exchange, envelope: string): Reply {
  // No character takes more than three octets, so most answers need not be counted.
  if (envelope.length * 3 + 2 <= exchange.envelopeLimit || octetsOf(envelope, exchange) <= exchange.envelopeLimit) return { envelope };
  return { fault: envelopeFault(exchange, "The answer") };
}

/** The client's limit and the host's have different details, because different people can change them. */
export function envelopeFault(exchange: Exchange, what: string): Fault {
  const serviceLimit = exchange.state.maxEnvelopeSize;
  if (exchange.envelopeLimit < serviceLimit) {
    return { name: "encodingLimit", detail: "MaxEnvelopeSize", message: `${what} is larger than the ${exchange.envelopeLimit} octets of the request's w:MaxEnvelopeSize; send a larger one, at most ${serviceLimit}.` };
  }
  return { name: "encodingLimit", detail: "ServiceEnvelopeLimit", message: `${what} is larger than the ${serviceLimit} octets that this service sends (MaxEnvelopeSizeKB in OperationsConfiguration).` };
}
