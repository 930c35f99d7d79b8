export type HeaderField = readonly [name: string, value: string];

/** Header fields in order. Names compare without case. */
export class HeaderList {
  #fields: HeaderField[] = [];

  constructor(fields: Iterable<HeaderField> = []) {
    this.#fields = [...fields];
  }

  get fields(): readonly HeaderField[] {
    return this.#fields;
  }

  /** @returns several of one name joined by ", " */
  get(name: string): string | undefined {
    const values = this.#fields.filter(isCalled(name)).map(([, value]) => value);
    return values.length === 0 ? undefined : values.join(", ");
  }

  set(name: string, value: string, replace: boolean): void {
    if (replace) this.delete(name);
    this.#fields.push([name, value]);
  }

  delete(name: string): void {
    const called = isCalled(name);
    this.#fields = this.#fields.filter((field) => !called(field));
  }

  clear(): void {
    this.#fields = [];
  }
}

function isCalled(name: string): (field: HeaderField) => boolean {
  const wanted = name.toLowerCase();
  return ([own]) => own.toLowerCase() === wanted;
}
