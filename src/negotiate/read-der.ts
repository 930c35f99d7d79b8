import { readDerElement, type DerElement } from "../base/der-element.js";

/** The elements one after the other, up to the first that is not whole. */
export function readDerList(octets: Uint8Array): readonly DerElement[] {
  const found: DerElement[] = [];
  let at = 0;
  for (let element = readDerElement(octets); element !== undefined; element = readDerElement(octets, at)) {
    found.push(element);
    at += element.whole.length;
  }
  return found;
}

/** Content of the first element of this tag. */
export const derMember = (octets: Uint8Array | undefined, tag: number): Uint8Array | undefined => (octets === undefined ? undefined : readDerList(octets).find((element) => element.tag === tag)?.content);

/** Value of an INTEGER that is not negative and small. */
export const derNumber = (octets: Uint8Array | undefined): number | undefined => {
  const content = octets && derMember(octets, 0x02);
  return content === undefined || content.length === 0 || content.length > 5 ? undefined : content.reduce((value, octet) => value * 256 + octet, 0);
};
