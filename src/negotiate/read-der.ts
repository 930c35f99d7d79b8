/** One element of DER: its tag (one octet; longer ones do not occur in what is read here), its content, and where the next one begins. */
export interface DerElement {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly end: number;
}

/** Reads the element at `at`. @returns `undefined` when there is no whole one, or its length is not written in one to four octets */
export function readDer(octets: Uint8Array, at = 0): DerElement | undefined {
  const tag = octets[at];
  const first = octets[at + 1];
  if (tag === undefined || first === undefined) return undefined;
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4 || start + count > octets.length) return undefined;
    length = 0;
    for (const octet of octets.subarray(start, start + count)) length = length * 256 + octet;
    start += count;
  }
  const end = start + length;
  return end > octets.length ? undefined : { tag, content: octets.subarray(start, end), end };
}

/** The elements one after the other, up to the first that is not whole. */
export function readDerList(octets: Uint8Array): readonly DerElement[] {
  const found: DerElement[] = [];
  for (let element = readDer(octets); element !== undefined; element = readDer(octets, element.end)) found.push(element);
  return found;
}

/** Content of the first element of this tag. */
export const derMember = (octets: Uint8Array | undefined, tag: number): Uint8Array | undefined => (octets === undefined ? undefined : readDerList(octets).find((element) => element.tag === tag)?.content);

/** Value of an INTEGER that is not negative and small. */
export const derNumber = (octets: Uint8Array | undefined): number | undefined => {
  const content = octets && derMember(octets, 0x02);
  return content === undefined || content.length === 0 || content.length > 5 ? undefined : content.reduce((value, octet) => value * 256 + octet, 0);
};
