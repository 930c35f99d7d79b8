import { joinOctets } from "../join-octets.js";

/** One element of DER. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  /** With tag and length. */
  readonly whole: Uint8Array;
  /** What stands behind it. */
  readonly rest: Uint8Array;
}

/** Reads and writes the few forms of DER that SPNEGO has: tags of one octet, definite lengths. */
export const der = {
  /** @returns `undefined` when there is no whole element */
  read(octets: Uint8Array): DerElement | undefined {
    const [tag, first] = octets;
    if (tag === undefined || first === undefined || (tag & 0x1f) === 0x1f) return undefined;
    let at = 2;
    let length = first;
    if (first >= 0x80) {
      const more = first & 0x7f;
      if (more === 0 || more > 3 || octets.length < 2 + more) return undefined;
      length = 0;
      for (; at < 2 + more; at++) length = length * 256 + octets[at]!;
    }
    const end = at + length;
    return end > octets.length ? undefined : { tag, content: octets.subarray(at, end), whole: octets.subarray(0, end), rest: octets.subarray(end) };
  },
  /** @returns the elements that the octets are; `undefined` when they are something else */
  readAll(octets: Uint8Array): readonly DerElement[] | undefined {
    const elements: DerElement[] = [];
    for (let rest = octets; rest.length > 0; ) {
      const element = der.read(rest);
      if (element === undefined) return undefined;
      elements.push(element);
      rest = element.rest;
    }
    return elements;
  },
  write(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
    const content = joinOctets(...parts);
    const { length } = content;
    const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : length < 0x10000 ? [0x82, length >> 8, length & 0xff] : [0x83, length >> 16, (length >> 8) & 0xff, length & 0xff];
    return joinOctets(Uint8Array.of(tag, ...size), content);
  },
};
