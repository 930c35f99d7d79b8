import { detectCharset } from "./detect-charset.js";

/**
 * The text of a file that `decodeXml` refuses, to show people where it is wrong: what cannot be read is U+FFFD.
 * @param octet of the file
 * @returns the text without byte order mark, and the offset in it, in UTF-16 units, that the octet has
 */
export function decodeReplacing(bytes: Uint8Array, octet: number): { readonly text: string; readonly offset: number } {
  const { charset, markLength } = detectCharset(bytes, undefined);
  const decode = (end: number): string => new TextDecoder(charset, { ignoreBOM: true }).decode(bytes.subarray(markLength, end));
  return { text: decode(bytes.length), offset: decode(Math.max(markLength, octet)).length };
}
