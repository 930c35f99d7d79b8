import { writeOpening, type ResponseHead } from "./response-head.js";

/**
 * A whole answer.
 * @param body what stands inside s:Body, serialised; it may use the prefixes of `envelopeScope(head.operation)`. Empty for an empty Body.
 */
export function writeResponse(head: ResponseHead, body: string): string {
  return `${writeOpening(head)}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
}
