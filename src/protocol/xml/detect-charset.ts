export type XmlCharset = "utf-8" | "utf-16le" | "utf-16be";

/** What a byte order mark says; without one a label of the transport, in lower case; then the pattern of the first bytes; then UTF-8. */
export function detectCharset(bytes: Uint8Array, label: string | undefined): { readonly charset: XmlCharset; /** Octets. */ readonly markLength: number } {
  const mark = markOf(bytes);
  return { charset: mark ?? charsetOf(label, bytes), markLength: mark === undefined ? 0 : mark === "utf-8" ? 3 : 2 };
}

function markOf(bytes: Uint8Array): XmlCharset | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? "utf-8" : undefined;
}

function charsetOf(label: string | undefined, bytes: Uint8Array): XmlCharset {
  if (label === "utf-16le" || label === "utf-16be") return label;
  const big = bytes[0] === 0 && bytes[1] !== 0;
  if (label === "utf-16" || label === "utf16" || label === "unicode") return big ? "utf-16be" : "utf-16le";
  if (label !== undefined) return "utf-8";
  if (big && bytes[1] === 0x3c) return "utf-16be";
  return bytes[0] === 0x3c && bytes[1] === 0 ? "utf-16le" : "utf-8";
}
