import type { DerElement } from "../../base/der-element.js";
import { attributeTypes } from "./attribute-types.js";
import { derTags, readInside, readOid, readText } from "./read-der.js";

/** One part of a name: `CN=alice`. */
export interface NamePart {
  /** As IIS and Windows abbreviate it, or the object identifier. */
  readonly type: string;
  readonly value: string;
}

/** Reads a Name (RFC 5280 4.1.2.4), in the order it is written: the largest part first, as a rule. @returns `undefined` when it is none */
export function readName(value: DerElement | undefined): readonly NamePart[] | undefined {
  const parts: NamePart[] = [];
  for (const set of readInside(value) ?? [undefined]) {
    for (const pair of readInside(set, derTags.set) ?? [undefined]) {
      const [identifier, written] = readInside(pair) ?? [];
      const oid = readOid(identifier);
      const text = readText(written);
      if (oid === undefined || text === undefined) return undefined;
      parts.push({ type: attributeTypes.get(oid) ?? oid, value: text });
    }
  }
  return parts;
}

/** `CN=alice, OU=Operators, O=Example`: the smallest part first, as Windows writes names. */
export const nameText = (name: readonly NamePart[]): string => [...name].reverse().map(({ type, value }) => `${type}=${quoted(value)}`).join(", ");

const quoted = (value: string): string => (/[,+="<>#;\n]|^ | $|^$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
