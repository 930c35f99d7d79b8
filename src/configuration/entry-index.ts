import type { EffectiveElement } from "./effective-element.js";
import { comparableKey, keysOfEntry, type Key } from "./entry-keys.js";

/** Entries of a collection by their keys: duplicates are found without comparing each with all. */
export class EntryIndex {
  readonly #byKey = new Map<string, EffectiveElement>();

  add(entry: EffectiveElement): void {
    for (const key of keysOfEntry(entry)) {
      const id = comparableKey(entry, key);
      if (!this.#byKey.has(id)) this.#byKey.set(id, entry);
    }
  }

  remove(entry: EffectiveElement): void {
    for (const key of keysOfEntry(entry)) {
      const id = comparableKey(entry, key);
      if (this.#byKey.get(id) === entry) this.#byKey.delete(id);
    }
  }

  /** The first entry of the same kind that has a key of this one, and the key. */
  twin(entry: EffectiveElement): { readonly entry: EffectiveElement; readonly key: Key } | undefined {
    for (const key of keysOfEntry(entry)) {
      const twin = this.#byKey.get(comparableKey(entry, key));
      if (twin?.schema === entry.schema) return { entry: twin, key };
    }
    return undefined;
  }
}
