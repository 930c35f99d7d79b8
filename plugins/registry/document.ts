import { emptyKey, type RegistryKey } from "./tree.js";
import { valueTypes, type RegistryValue, type ValueType } from "./value.js";

/** A key as it is stored: `[name, values, keys]`, lists and not records, because names are strangers' text. */
type StoredKey = readonly [name: string, values: readonly StoredValue[], keys: readonly StoredKey[]];
type StoredValue = readonly [name: string, type: number, data: readonly string[]];

/** First field of the document; a newer layout gets another. */
const layout = 1;

export function writeDocument(root: RegistryKey): Uint8Array {
  const store = (key: RegistryKey): StoredKey => [
    key.name,
    [...key.values.values()].map(({ name, type, data }): StoredValue => [name, valueTypes.indexOf(type), data]),
    [...key.keys.values()].map(store),
  ];
  return new TextEncoder().encode(JSON.stringify([layout, store(root)]));
}

/** @throws when the document is not one of ours: better not to start than to start empty and overwrite it */
export function readDocument(content: Uint8Array): RegistryKey {
  const [version, root] = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content)) as [number, StoredKey];
  if (version !== layout) throw new Error(`the stored registry has layout ${version}; this version of the plug-in reads ${layout}`);
  const restore = ([name, values, keys]: StoredKey): RegistryKey => ({
    ...emptyKey(name),
    values: new Map(values.map(([valueName, type, data]): [string, RegistryValue] => [valueName.toLowerCase(), { name: valueName, type: valueTypes[type] as ValueType, data }])),
    keys: new Map(keys.map((child): [string, RegistryKey] => [child[0].toLowerCase(), restore(child)])),
  });
  return restore(root);
}
