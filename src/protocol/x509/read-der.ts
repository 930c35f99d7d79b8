import { hasLongTag, readDerElement, type DerElement } from "../../base/der-element.js";

/** Tags of the universal class, and context tags as they stand in certificates. */
export const derTags = {
  boolean: 0x01, integer: 0x02, bitString: 0x03, octetString: 0x04, null: 0x05, oid: 0x06, enumerated: 0x0a, utf8String: 0x0c,
  sequence: 0x30, set: 0x31, numericString: 0x12, printableString: 0x13, teletexString: 0x14, ia5String: 0x16, utcTime: 0x17,
  generalizedTime: 0x18, visibleString: 0x1a, universalString: 0x1c, bmpString: 0x1e,
} as const;

/** Reads the values that stand behind each other in `octets`, which they fill. @returns `undefined` when they do not, or are no DER */
export function readDer(octets: Uint8Array): readonly DerElement[] | undefined {
  const values: DerElement[] = [];
  let at = 0;
  while (at < octets.length) {
    const value = readOne(octets, at);
    if (value === undefined) return undefined;
    values.push(value);
    at += value.whole.length;
  }
  return values;
}

/** The values inside a SEQUENCE or SET. @returns `undefined` when it is none */
export const readInside = (value: Pick<DerElement, "tag" | "content"> | undefined, tag: number = derTags.sequence): readonly DerElement[] | undefined =>
  value === undefined || value.tag !== tag ? undefined : readDer(value.content);

/** The one value that `octets` are. */
export function readSingle(octets: Uint8Array): DerElement | undefined {
  const value = readOne(octets, 0);
  return value?.whole.length === octets.length ? value : undefined;
}

/** Tags of more than one octet stand in no certificate, and DER writes a length in as few octets as it goes. */
function readOne(octets: Uint8Array, at: number): DerElement | undefined {
  const value = readDerElement(octets, at);
  if (value === undefined || hasLongTag(value)) return undefined;
  const { lengthOctets: count, content: { length } } = value;
  return count > 0 && (length < 0x80 || (count > 1 && length < 256 ** (count - 1))) ? undefined : value;
}

/** `2.5.4.3`. @returns `undefined` for a value that is no object identifier */
export function readOid(value: DerElement | undefined): string | undefined {
  if (value?.tag !== derTags.oid || value.content.length === 0 || value.content.length > 64) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  let isOpen = false;
  for (const octet of value.content) {
    // Larger arcs name nothing that is looked for here.
    if (arc > 2 ** 40) return undefined;
    arc = arc * 128 + (octet & 0x7f);
    isOpen = octet >= 0x80;
    if (isOpen) continue;
    arcs.push(arc);
    arc = 0;
  }
  if (isOpen) return undefined;
  const first = arcs[0]!;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...arcs.slice(1)].join(".");
}

/** A character string of any of the types that names have. @returns `undefined` for other values, and for octets that are no text */
export function readText(value: DerElement | undefined): string | undefined {
  switch (value?.tag) {
    case derTags.utf8String:
      try {
        return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(value.content);
      } catch {
        return undefined;
      }
    case derTags.numericString: case derTags.printableString: case derTags.teletexString: case derTags.ia5String: case derTags.visibleString:
      return [...value.content].map((octet) => String.fromCharCode(octet)).join("");
    case derTags.bmpString: return wide(value.content, 2);
    case derTags.universalString: return wide(value.content, 4);
    default: return undefined;
  }
}

function wide(octets: Uint8Array, size: 2 | 4): string | undefined {
  if (octets.length % size !== 0) return undefined;
  let text = "";
  for (let at = 0; at < octets.length; at += size) {
    let point = 0;
    for (let index = 0; index < size; index++) point = point * 256 + octets[at + index]!;
    if (point > 0x10ffff) return undefined;
    text += String.fromCodePoint(point);
  }
  return text;
}

/** UTCTime or GeneralizedTime as RFC 5280 4.1.2.5 has them. @returns milliseconds since 1970 */
export function readTime(value: DerElement | undefined): number | undefined {
  if (value === undefined || (value.tag !== derTags.utcTime && value.tag !== derTags.generalizedTime)) return undefined;
  const text = [...value.content].map((octet) => String.fromCharCode(octet)).join("");
  const match = (value.tag === derTags.utcTime ? /^()(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/u : /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/u).exec(text);
  if (match === null) return undefined;
  const [, century = "", years, month, day, hour, minute, second] = match;
  const year = century === "" ? Number(years) + (Number(years) < 50 ? 2000 : 1900) : Number(`${century}${years}`);
  const time = Date.UTC(year, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const back = new Date(time);
  // Years before 100 are others for Date.UTC, and a 31st of February is a day in March.
  return back.getUTCFullYear() === year && back.getUTCMonth() === Number(month) - 1 && back.getUTCDate() === Number(day) ? time : undefined;
}

/** Octets of an INTEGER in hex, without leading zeros: to compare serial numbers. */
export function readSerial(value: DerElement | undefined): string | undefined {
  if (value?.tag !== derTags.integer || value.content.length === 0) return undefined;
  return hex(value.content).replace(/^(00)+(?=..)/u, "");
}

/** A small INTEGER that is not negative. */
export function readNumber(value: DerElement | undefined): number | undefined {
  if (value?.tag !== derTags.integer || value.content.length === 0 || value.content.length > 4 || value.content[0]! >= 0x80) return undefined;
  return value.content.reduce((sum, octet) => sum * 256 + octet, 0);
}

/** Lower case. */
export const hex = (octets: Uint8Array): string => [...octets].map((octet) => octet.toString(16).padStart(2, "0")).join("");
