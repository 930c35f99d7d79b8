import { serialisedProperties, type SerialisedProperty } from "./serialised-node.js";

/**
 * What `?list=` asks for (Tree and Description 1.2.1, 7.6): names alone, names and values, or a serialised tree with some of the properties.
 * `TNDS+Value+ACL` is these two and nothing else, `TNDS-Format-Type` all but these.
 */
export type ListSelection = { readonly kind: "Struct" | "StructData" } | { readonly kind: "TNDS"; readonly properties: ReadonlySet<SerialisedProperty> };

/** @returns `undefined` for what is none of these, which is answered with 406 */
export function readSelection(value: string): ListSelection | undefined {
  if (value === "Struct" || value === "StructData") return { kind: value };
  const read = /^TNDS((?:\+[A-Za-z]+)*|(?:-[A-Za-z]+)*)$/.exec(value);
  if (read === null) return undefined;
  const signs = read[1]!;
  const named = signs.split(/[+-]/).slice(1).map((name) => serialisedProperties.find((property) => property === name));
  if (named.includes(undefined)) return undefined;
  const isAll = signs === "" || signs.startsWith("-");
  return { kind: "TNDS", properties: new Set(isAll ? serialisedProperties.filter((property) => !named.includes(property)) : (named as SerialisedProperty[])) };
}
