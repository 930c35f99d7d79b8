import type { EffectiveElement } from "./effective-element.js";
import type { Value } from "./read-value.js";
import { keysOf, type AttributeSchema } from "./schema-model.js";

type Key = readonly AttributeSchema[];

/** The keys of an entry's schema that the entry has whole. */
export const keysOfEntry = (entry: EffectiveElement): readonly Key[] =>
  keysOf(entry.schema).filter((key) => key.every(({ name }) => entry.attributes.has(name)));

/** Do two entries have the same key? Without `key`: any that both have. */
export function isEqualKey(a: EffectiveElement, b: EffectiveElement, key?: Key): boolean {
  if (key === undefined) return keysOfEntry(b).some((each) => isEqualKey(a, b, each));
  return key.every((attribute) => {
    const one = a.attributes.get(attribute.name);
    const two = b.attributes.get(attribute.name);
    return one !== undefined && two !== undefined && comparable(attribute, one.value) === comparable(attribute, two.value);
  });
}

const comparable = ({ caseSensitive }: AttributeSchema, value: Value): string => (caseSensitive ? String(value) : String(value).toLowerCase());

/** The vendor's words for a key and its value. */
export function keyText(entry: EffectiveElement, key: Key): string {
  const names = key.map(({ name }) => name).join(", ");
  const values = key.map(({ name }) => `'${entry.attributes.get(name)!.text}'`).join(", ");
  return key.length === 1 ? `unique key attribute '${names}' set to ${values}` : `combined key attributes '${names}' respectively set to ${values}`;
}
