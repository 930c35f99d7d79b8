import { fromBase64, toBase64 } from "../../base/base64.js";
import type { Digests } from "../auth/digests.js";
import { equalOctets } from "../auth/equal-octets.js";

/**
 * How the ends of a session prove who they are (OMA DM Security 1.2.1, 5). MD5 is what the specification has: it is weak, and belongs inside of
 * TLS. Whoever checks proofs needs the account's digest and never its password.
 */

const utf8 = new TextEncoder();

/** Types of a Cred or Chal (Meta Type). */
export const proofTypes = { basic: "syncml:auth-basic", md5: "syncml:auth-md5", mac: "syncml:auth-MAC" } as const;

/** Base64 of MD5 of `name:password`: what a server keeps of an account. */
export const accountDigest = (name: string, password: string, { md5 }: Digests): string => toBase64(md5(utf8.encode(`${name}:${password}`)));

/** Data of a Cred of type Basic. */
export const basicProof = (name: string, password: string): string => toBase64(utf8.encode(`${name}:${password}`));

/** @returns `undefined` for what is none; the name ends at the first colon */
export function readBasicProof(data: string): { readonly name: string; readonly password: string } | undefined {
  const octets = fromBase64(data);
  if (octets === undefined) return undefined;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(octets);
  } catch {
    return undefined;
  }
  const colon = text.indexOf(":");
  return colon < 1 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}

/**
 * Data of a Cred of type MD5.
 * @param account as `accountDigest` makes it
 * @param nonce the octets that the other end's NextNonce stands for; none where there was none
 */
export const digestProof = (account: string, nonce: Uint8Array, { md5 }: Digests): string => toBase64(md5(utf8.encode(`${account}:`), nonce));

/** The code of a whole message (5.4.2): not RFC 2104, but the nested digest that the specification writes out. @param body octets as sent, before any content coding */
export const messageCode = (account: string, nonce: Uint8Array, body: Uint8Array, { md5 }: Digests): string =>
  toBase64(md5(utf8.encode(`${account}:`), nonce, utf8.encode(`:${toBase64(md5(body))}`)));

/** Compares what came with what it should be, without telling by time where they part. */
export function isProof(sent: string, expected: string): boolean {
  const [one, other] = [fromBase64(sent), fromBase64(expected)];
  return one !== undefined && other !== undefined && equalOctets(one, other);
}
