import { fail, ok, type Result } from "../../base/result.js";

/** What a client says it is called, and its proof. */
export interface BasicCredentials {
  readonly name: string;
  readonly password: string;
}

/** Reasons for the log; the client learns none of them. */
export type CredentialsProblem = "not-basic" | "not-base64" | "not-utf8" | "no-colon" | "empty-name" | "control-character" | "too-long";

/** Longer than any password people type or tools make. */
const longest = 4096;

/**
 * Reads the value of an `Authorization` field of the scheme Basic (RFC 7617, charset UTF-8). The name ends at the first colon; the
 * password may hold more of them, and may be empty.
 */
export function parseBasic(header: string): Result<BasicCredentials, CredentialsProblem> {
  const space = header.indexOf(" ");
  if (space < 0 || header.slice(0, space).toLowerCase() !== "basic") return fail("not-basic");
  if (header.length > longest) return fail("too-long");
  const text = decode(header.slice(space + 1).trim());
  if (!text.ok) return text;
  const colon = text.value.indexOf(":");
  if (colon < 0) return fail("no-colon");
  const name = text.value.slice(0, colon);
  if (name === "") return fail("empty-name");
   
  if (/[\u0000-\u001F\u007F]/u.test(text.value)) return fail("control-character");
  return ok({ name, password: text.value.slice(colon + 1) });
}

function decode(encoded: string): Result<string, CredentialsProblem> {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(encoded)) return fail("not-base64");
  let octets: string;
  try {
    octets = atob(encoded);
  } catch {
    return fail("not-base64");
  }
  try {
    return ok(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(octets, (unit) => unit.charCodeAt(0))));
  } catch {
    return fail("not-utf8");
  }
}
