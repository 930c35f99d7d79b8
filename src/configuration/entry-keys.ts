import type { EffectiveElement } from "./effective-element.js";
import { defaultValueOf, type Value } from "./read-value.js";
import { keysOf, type AttributeSchema } from "./schema-model.js";

export type Key = readonly AttributeSchema[];

/** The keys that an entry writes; of a combined one a part is enough, the rest are defaults. */
export const keysOfEntry = (entry: EffectiveElement): readonly Key[] => keysOf(entry.schema).filter((key) => key.some(({ name }) => entry.attributes.has(name)));

/** Do two entries have the same key? Without `key`: any that both have. */
export function isEqualKey(a: EffectiveElement, b: EffectiveElement, key?: Key): boolean {
  if (key === undefined) return keysOfEntry(b).some((each) => isEqualKey(a, b, each));
  return key.every((attribute) => {
    const one = valueOf(a, attribute, key);
    const two = valueOf(b, attribute, key);
    return one !== undefined && two !== undefined && comparable(attribute, one) === comparable(attribute, two);
  });
}

const valueOf = ({ attributes }: EffectiveElement, attribute: AttributeSchema, key: Key): Value | undefined =>
  attributes.get(attribute.name)?.value ?? (key.length > 1 ? defaultValueOf(attribute) : undefined);

const comparable = ({ caseSensitive }: AttributeSchema, value: Value): string => (caseSensitive ? String(value) : String(value).toLowerCase());

/** Equal for entries whose key is equal. */
export const comparableKey = (entry: EffectiveElement, key: Key): string =>
  JSON.stringify([entry.schema.name, ...key.flatMap((attribute) => [attribute.name, comparable(attribute, valueOf(entry, attribute, key) ?? "")])]);

/** The vendor's words for a key and its value. */
export function keyText(entry: EffectiveElement, key: Key): string {
  const names = key.map(({ name }) => name).join(", ");
  const values = key.map(({ name }) => entry.attributes.get(name)?.text ?? "").join(", ");
  return key.length === 1 ? `unique key attribute '${names}' set to '${values}'` : `combined key attributes '${names}' respectively set to '${values}'`;
}
