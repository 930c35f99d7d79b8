/**
 * A Map for what comes and goes with every request. When a Map has seen many deletions the engine replaces its table, and each table that
 * was replaced leads to the next one, with the entries it had: once one of them is old, all of them, and everything that was under way when
 * they were replaced, live until the next full collection. So entries here hold their value by a box, which is emptied when it goes.
 * Keys should be small.
 */
export class ChurningMap<Key, Value> {
  readonly #boxes = new Map<Key, Box<Value>>();

  get size(): number {
    return this.#boxes.size;
  }

  get(key: Key): Value | undefined {
    return this.#boxes.get(key)?.value;
  }

  has(key: Key): boolean {
    return this.#boxes.has(key);
  }

  set(key: Key, value: Value): void {
    const box = this.#boxes.get(key);
    if (box === undefined) this.#boxes.set(key, { value });
    else box.value = value;
  }

  /** @returns what was there */
  take(key: Key): Value | undefined {
    const box = this.#boxes.get(key);
    if (box === undefined) return undefined;
    this.#boxes.delete(key);
    const { value } = box;
    box.value = undefined;
    return value;
  }

  /** In the order in which they came. */
  values(): Value[] {
    return Array.from(this.#boxes.values(), ({ value }) => value!);
  }

  clear(): void {
    for (const box of this.#boxes.values()) box.value = undefined;
    this.#boxes.clear();
  }
}

interface Box<Value> {
  value: Value | undefined;
}
