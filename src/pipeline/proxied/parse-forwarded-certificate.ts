import { fail, ok, type Result } from "../../base/result.js";

/** DER of a certificate; `undefined`: the client has none. The error is the reason for a 400. Nothing but the form is looked at. */
export type ForwardedCertificate = Result<Uint8Array | undefined, string>;

const wrong: ForwardedCertificate = fail("the forwarded certificate cannot be read");
const none: ForwardedCertificate = ok(undefined);

/** Base64 of the DER, as ARR, ANCM and HAProxy send it; HAProxy may put it in quotes. Empty: none. */
export function readBase64Certificate(value: string): ForwardedCertificate {
  const text = value.trim();
  const bare = text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
  return bare === "" ? none : fromBase64(bare);
}

/** PEM, URL-encoded: nginx's `$ssl_client_escaped_cert`. Empty: none. */
export function readEscapedCertificate(value: string): ForwardedCertificate {
  const text = value.trim();
  if (text === "") return none;
  let pem: string;
  try {
    pem = decodeURIComponent(text).trim();
  } catch {
    return wrong;
  }
  const [begin, end] = ["-----BEGIN CERTIFICATE-----", "-----END CERTIFICATE-----"];
  const stop = pem.indexOf(end);
  return pem.startsWith(begin) && stop > 0 ? fromBase64(pem.slice(begin.length, stop).replace(/\s/gu, "")) : wrong;
}

/** Envoy's `x-forwarded-client-cert`: elements by comma, pairs by semicolon, values in quotes. The last element is the nearest hop's. */
export function readElementCertificate(value: string): ForwardedCertificate {
  const elements = splitOutsideQuotes(value, ",");
  if (elements === undefined) return wrong;
  const last = elements.at(-1)!.trim();
  if (last === "") return none;
  for (const pair of splitOutsideQuotes(last, ";") ?? []) {
    const equals = pair.indexOf("=");
    if (equals < 0) return wrong;
    if (pair.slice(0, equals).trim().toLowerCase() === "cert") return readEscapedCertificate(unquote(pair.slice(equals + 1).trim()));
  }
  return fail("the forwarded element has no Cert");
}

/** RFC 9440: a byte sequence of RFC 8941, `:base64:`. */
export function readByteSequenceCertificate(value: string): ForwardedCertificate {
  const text = value.trim();
  if (text === "") return none;
  return text.length > 2 && text.startsWith(":") && text.endsWith(":") ? fromBase64(text.slice(1, -1)) : wrong;
}

function fromBase64(text: string): ForwardedCertificate {
  if (!/^[A-Za-z0-9+/]+={0,2}$/u.test(text)) return wrong;
  const der = new Uint8Array(Buffer.from(text, "base64"));
  return isOneSequence(der) ? ok(der) : wrong;
}

/** A SEQUENCE with nothing behind it, in DER's shortest form of its length. */
function isOneSequence(der: Uint8Array): boolean {
  if (der.length < 130 || der[0] !== 0x30) return false;
  const count = der[1]! & 0x7f;
  if (der[1]! < 0x81 || count > 3) return false;
  let size = 0;
  for (let at = 2; at < 2 + count; at++) size = size * 256 + der[at]!;
  return der.length === size + 2 + count;
}

/** @returns `undefined` when a quote is left open */
function splitOutsideQuotes(text: string, separator: string): readonly string[] | undefined {
  const parts: string[] = [];
  let from = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isQuoted && character === "\\") at++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (character === separator && !isQuoted) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return isQuoted ? undefined : [...parts, text.slice(from)];
}

const unquote = (text: string): string => (text.startsWith('"') && text.endsWith('"') && text.length >= 2 ? text.slice(1, -1).replace(/\\(.)/gu, "$1") : text);
