import { fail, ok, type Result } from "../../../base/result.js";
import { joinOctets } from "../../../base/join-octets.js";
import { viewOf } from "./message-fields.js";
import type { NtlmProblem } from "./ntlm-problem.js";

/** Identifiers of the pairs (MS-NLMP 2.2.2.1) that are written or looked at. */
export const targetPairs = { end: 0, computerName: 1, domainName: 2, dnsComputerName: 3, flags: 6, timestamp: 7, targetName: 9, channelBindings: 10 } as const;

export type TargetInformation = ReadonlyMap<number, Uint8Array>;

/** Reads pairs up to their end. Of a pair that stands twice the first one counts. */
export function readTargetInformation(octets: Uint8Array): Result<TargetInformation, NtlmProblem> {
  const view = viewOf(octets);
  const pairs = new Map<number, Uint8Array>();
  for (let at = 0; at + 4 <= octets.length; ) {
    const id = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (id === targetPairs.end) return ok(pairs);
    if (at + 4 + length > octets.length) return fail("a field that lies outside of the message");
    if (!pairs.has(id)) pairs.set(id, octets.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return fail("a list of target information without its end");
}

/** Writes pairs with their end. */
export function writeTargetInformation(pairs: Iterable<readonly [id: number, value: Uint8Array]>): Uint8Array {
  const parts = [...pairs].map(([id, value]) => joinOctets(head(id, value.length), value));
  return joinOctets(...parts, head(targetPairs.end, 0));
}

const head = (id: number, length: number): Uint8Array => Uint8Array.of(id & 0xff, id >> 8, length & 0xff, length >> 8);
