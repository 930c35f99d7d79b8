import { fail, ok, type Result } from "../../../base/result.js";
import type { NtlmProblem } from "./ntlm-problem.js";

const signature = [0x4e, 0x54, 0x4c, 0x4d, 0x53, 0x53, 0x50, 0x00];

/** The type of an NTLM message; `undefined` for anything else. */
export function ntlmTypeOf(octets: Uint8Array): number | undefined {
  if (octets.length < 12 || signature.some((octet, index) => octets[index] !== octet)) return undefined;
  return viewOf(octets).getUint32(8, true);
}

export const viewOf = (octets: Uint8Array): DataView => new DataView(octets.buffer, octets.byteOffset, octets.byteLength);

/** Signature and type at the head of a message. */
export function writeHead(message: Uint8Array, type: number): void {
  message.set(signature);
  viewOf(message).setUint32(8, type, true);
}

/** Where the octets of a field stand. */
export interface FieldPlace {
  readonly offset: number;
  readonly length: number;
}

/**
 * Reads a field's place: length, room (ignored), offset. An empty field may point anywhere, as clients leave it.
 * @param header octets that no field may lie in
 */
export function readPlace(octets: Uint8Array, at: number, header: number): Result<FieldPlace, NtlmProblem> {
  if (at + 8 > octets.length) return fail("a message that is cut short");
  const view = viewOf(octets);
  const length = view.getUint16(at, true);
  const offset = view.getUint32(at + 4, true);
  if (length === 0) return ok({ offset: octets.length, length });
  return offset < header || offset + length > octets.length ? fail("a field that lies outside of the message") : ok({ offset, length });
}

export const octetsAt = (octets: Uint8Array, { offset, length }: FieldPlace): Uint8Array => octets.subarray(offset, offset + length);
