import { writeOpening, type ResponseHead } from "./response-head.js";

/**
 * A whole answer.
 * @param body what stands inside s:Body, serialised; it may use the prefixes of `envelopeScope(head.operation)`. Empty for an empty Body.
 */
export function writeResponse(head: ResponseHead, body: string): string {
  return writeBehind(writeOpening(head), body);
}

/** The same where the opening is written already. */
export const writeBehind = (opening: string, body: string): string => `${opening}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
