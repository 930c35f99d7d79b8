import type { XmlCharset } from "./decode-xml.js";

/** Text to bytes in the charset the peer spoke, with or without a byte order mark. A lone surrogate becomes U+FFFD in UTF-8. */
export function encodeXml(text: string, charset: XmlCharset, byteOrderMark: boolean): Uint8Array {
  const marked = byteOrderMark ? `\ufeff${text}` : text;
  if (charset === "utf-8") return new TextEncoder().encode(marked);
  const bytes = new Uint8Array(marked.length * 2);
  const high = charset === "utf-16be" ? 0 : 1;
  for (let at = 0; at < marked.length; at++) {
    const unit = marked.charCodeAt(at);
    bytes[2 * at + high] = unit >> 8;
    bytes[2 * at + 1 - high] = unit & 0xff;
  }
  return bytes;
}
