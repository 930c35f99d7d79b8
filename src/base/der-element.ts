/** One value of DER (X.690), whose identifier is one octet. */
export interface DerElement {
  /** The identifier octet, class and constructed bit included: 0x30 for SEQUENCE. */
  readonly tag: number;
  readonly content: Uint8Array;
  /** Identifier, length and content. */
  readonly whole: Uint8Array;
  /** Octets of the length behind its first; 0 for the short form. */
  readonly lengthOctets: number;
}

/**
 * Reads the value that begins at `at`. How strict DER is to be taken, with long identifiers and with lengths that would go in fewer
 * octets, is for those who know what they read.
 * @returns `undefined` when there is no whole one, or its length is indefinite or written in more than four octets
 */
export function readDerElement(octets: Uint8Array, at = 0): DerElement | undefined {
  const tag = octets[at];
  const first = octets[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  const lengthOctets = first < 0x80 ? 0 : first & 0x7f;
  const begin = at + 2 + lengthOctets;
  if ((first >= 0x80 && lengthOctets === 0) || lengthOctets > 4 || begin > octets.length) return undefined;
  let length = lengthOctets === 0 ? first : 0;
  for (let index = at + 2; index < begin; index++) length = length * 256 + octets[index]!;
  const end = begin + length;
  return end > octets.length ? undefined : { tag, content: octets.subarray(begin, end), whole: octets.subarray(at, end), lengthOctets };
}

/** An identifier of more than one octet begins so. */
export const hasLongTag = ({ tag }: DerElement): boolean => (tag & 0x1f) === 0x1f;
