import { FewTexts } from "../../base/few-texts.js";

/** What a request's Content-Type says. */
export interface ContentType {
  /** Lower case. */
  readonly type: string;
  /** As written, without quotes. */
  readonly charset: string | undefined;
}

/** A client sends the same one with every request. */
const known = new FewTexts(read, 64, 128);

/** Reads a Content-Type (RFC 9110, 8.3). Parameters with quoted values may hold semicolons: winrm4j sends an action there. */
export const readContentType = (value: string): ContentType => known.of(value);

function read(value: string): ContentType {
  const end = value.indexOf(";");
  if (end < 0) return { type: value.trim().toLowerCase(), charset: undefined };
  return { type: value.slice(0, end).trim().toLowerCase(), charset: charsetOf(value, end + 1) };
}

function charsetOf(value: string, from: number): string | undefined {
  for (let at = from; at < value.length; ) {
    const equals = value.indexOf("=", at);
    if (equals < 0) return undefined;
    const name = value.slice(at, equals).trim().toLowerCase();
    const quoted = value[equals + 1] === '"';
    const close = value.indexOf(quoted ? '"' : ";", equals + (quoted ? 2 : 1));
    const end = close < 0 ? value.length : close;
    if (name === "charset") return value.slice(equals + (quoted ? 2 : 1), end).trim();
    const next = quoted ? value.indexOf(";", end) : end;
    at = next < 0 ? value.length : next + 1;
  }
  return undefined;
}
