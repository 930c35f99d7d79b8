import { randomFillSync } from "node:crypto";

/** Random octets for so many ids are fetched at once. */
const idsAtOnce = 128;
const octets = Buffer.alloc(16 * idsAtOnce);
/** They as upper-case hexadecimal digits, 32 an id. */
let digits = "";
let next = Infinity;

/**
 * A new GUID of random digits (RFC 9562, 5.4) in upper case, as Windows writes ids. Two are made for each request: `randomUUID` and
 * turning its letters into capitals costs three times as much.
 */
export function newId(): string {
  if (next >= digits.length) {
    randomFillSync(octets);
    for (let at = 0; at < octets.length; at += 16) {
      octets[at + 6] = (octets[at + 6]! & 0x0f) | 0x40;
      octets[at + 8] = (octets[at + 8]! & 0x3f) | 0x80;
    }
    digits = octets.toString("hex").toUpperCase();
    next = 0;
  }
  const at = next;
  next += 32;
  return `${digits.slice(at, at + 8)}-${digits.slice(at + 8, at + 12)}-${digits.slice(at + 12, at + 16)}-${digits.slice(at + 16, at + 20)}-${digits.slice(at + 20, at + 32)}`;
}
