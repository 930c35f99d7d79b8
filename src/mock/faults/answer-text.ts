import type { HostResponse } from "../../base/host-message.js";

const isUtf16 = ({ headers }: HostResponse): boolean => headers.some(([name, value]) => name.toLowerCase() === "content-type" && /utf-16/iu.test(value));

/** The text of an answer; empty for one without a body. */
export function textOfAnswer(response: HostResponse): string {
  const { body = "" } = response;
  return typeof body === "string" ? body : new TextDecoder(isUtf16(response) ? "utf-16le" : "utf-8").decode(body);
}

/** The octets of a text in the charset of the answer it belongs to. Windows' UTF-16 has a byte order mark. */
export const octetsFor = (response: HostResponse, text: string): Uint8Array => (isUtf16(response) ? Buffer.from(`\ufeff${text}`, "utf16le") : Buffer.from(text, "utf8"));

/** The first text of an element, as it is written. */
export const written = (text: string, element: string): string | undefined => new RegExp(`<${element}>([^<]*)</${element}>`, "u").exec(text)?.[1];
