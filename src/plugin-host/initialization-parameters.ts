/** InitializationParameters in the order written; `get` and `has` compare names without case. The first of equal names counts. */
export class InitializationParameters extends Map<string, string> {
  readonly #byLowerName = new Map<string, string>();

  constructor(parameters: readonly (readonly [name: string, value: string])[]) {
    super();
    for (const [name, value] of parameters) {
      const lower = name.toLowerCase();
      if (this.#byLowerName.has(lower)) continue;
      this.#byLowerName.set(lower, value);
      super.set(name, value);
    }
  }

  override get(name: string): string | undefined {
    return this.#byLowerName.get(name.toLowerCase());
  }

  override has(name: string): boolean {
    return this.#byLowerName.has(name.toLowerCase());
  }
}
