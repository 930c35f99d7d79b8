import { escapeText } from "../xml/escape.js";
import type { ResponseHead } from "./response-head.js";
import { writeResponse } from "./write-response.js";

/** The answer to an Enumerate that is not optimized: a context and no items. `expires` is a duration or date as the host grants it. */
export function writeEnumerateResponse(head: ResponseHead, context: string, expires?: string): string {
  const granted = expires === undefined ? "" : `<n:Expires>${escapeText(expires)}</n:Expires>`;
  return writeResponse(head, `<n:EnumerateResponse>${granted}<n:EnumerationContext>${escapeText(context)}</n:EnumerationContext></n:EnumerateResponse>`);
}
