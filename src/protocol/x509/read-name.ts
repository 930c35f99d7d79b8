import type { DerElement } from "../../base/der-element.js";
import { derTags, readInside, readOid, readText } from "./read-der.js";

/** One part of a name: `CN=alice`. */
export interface NamePart {
  /** As IIS and Windows abbreviate it, or the object identifier. */
  readonly type: string;
  readonly value: string;
}

/** Attribute types by their abbreviation (RFC 4519, PKCS #9; `S` is what Windows says for a state or province). */
const types: ReadonlyMap<string, string> = new Map([
  ["2.5.4.3", "CN"], ["2.5.4.4", "SN"], ["2.5.4.5", "SERIALNUMBER"], ["2.5.4.6", "C"], ["2.5.4.7", "L"], ["2.5.4.8", "S"], ["2.5.4.9", "STREET"],
  ["2.5.4.10", "O"], ["2.5.4.11", "OU"], ["2.5.4.12", "T"], ["2.5.4.42", "G"], ["2.5.4.43", "I"],
  ["1.2.840.113549.1.9.1", "E"], ["0.9.2342.19200300.100.1.25", "DC"], ["0.9.2342.19200300.100.1.1", "UID"],
]);

/** Reads a Name (RFC 5280 4.1.2.4), in the order it is written: the largest part first, as a rule. @returns `undefined` when it is none */
export function readName(value: DerElement | undefined): readonly NamePart[] | undefined {
  const parts: NamePart[] = [];
  for (const set of readInside(value) ?? [undefined]) {
    for (const pair of readInside(set, derTags.set) ?? [undefined]) {
      const [identifier, written] = readInside(pair) ?? [];
      const oid = readOid(identifier);
      const text = readText(written);
      if (oid === undefined || text === undefined) return undefined;
      parts.push({ type: types.get(oid) ?? oid, value: text });
    }
  }
  return parts;
}

/** `CN=alice, OU=Operators, O=Example`: the smallest part first, as Windows writes names. */
export const nameText = (name: readonly NamePart[]): string => [...name].reverse().map(({ type, value }) => `${type}=${quoted(value)}`).join(", ");

const quoted = (value: string): string => (/[,+="<>#;\n]|^ | $|^$/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
