import { hasLongTag, readDerElement, type DerElement } from "../../../base/der-element.js";
import { joinOctets } from "../../../base/join-octets.js";

/** One element of DER, and what stands behind it. */
export interface DerPart extends DerElement {
  readonly rest: Uint8Array;
}

/** Reads and writes the few forms of DER that SPNEGO has: tags of one octet, definite lengths. */
export const der = {
  /** @returns `undefined` when there is no whole element */
  read(octets: Uint8Array): DerPart | undefined {
    const element = readDerElement(octets);
    if (element === undefined || hasLongTag(element) || element.lengthOctets > 3) return undefined;
    return { ...element, rest: octets.subarray(element.whole.length) };
  },
  /** @returns the elements that the octets are; `undefined` when they are something else */
  readAll(octets: Uint8Array): readonly DerPart[] | undefined {
    const elements: DerPart[] = [];
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
