import type { ItemQuery } from "wsmanor/sdk";
import type { Needs } from "./cim-class.js";

/** All properties of all instances. */
export const everything: Needs = { wants: () => true, equals: () => undefined };

/** What the host's query says. Keys are always needed: references are made of them. */
export function needsOf({ properties, equals }: ItemQuery, keys: readonly string[]): Needs {
  const wanted = properties === undefined ? undefined : new Set([...properties, ...keys].map((name) => name.toLowerCase()));
  const values = new Map([...equals].map(([name, value]) => [name.toLowerCase(), value]));
  return {
    wants: (...names) => wanted === undefined || names.some((name) => wanted.has(name.toLowerCase())),
    equals: (name) => values.get(name.toLowerCase()),
  };
}

/** All properties of the instance with these keys. */
export function needsOfKeys(keys: ReadonlyMap<string, string>): Needs {
  return { wants: () => true, equals: (name) => keys.get(name) };
}
