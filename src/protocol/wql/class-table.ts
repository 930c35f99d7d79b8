import type { ClassDefinition, CimScalarType, CimType } from "../../base/class-definition.js";

/** The classes of a plug-in, found without case. */
export class ClassTable {
  readonly #classes = new Map<string, ClassDefinition>();
  /** By class in lower case: its properties in lower case, as they are spelt. */
  readonly #properties = new Map<string, ReadonlyMap<string, string>>();

  constructor(classes: readonly ClassDefinition[]) {
    for (const definition of classes) {
      const key = definition.name.toLowerCase();
      this.#classes.set(key, definition);
      this.#properties.set(key, new Map(Object.keys(definition.properties).map((name) => [name.toLowerCase(), name])));
    }
  }

  get names(): readonly string[] {
    return [...this.#classes.values()].map(({ name }) => name);
  }

  find(name: string): ClassDefinition | undefined {
    return this.#classes.get(name.toLowerCase());
  }

  /** As the definition spells it. */
  propertyName(definition: ClassDefinition, name: string): string | undefined {
    return this.#properties.get(definition.name.toLowerCase())?.get(name.toLowerCase());
  }

  /** The class and all below it, in lower case. */
  withSubclasses(definition: ClassDefinition): ReadonlySet<string> {
    const found = new Set([definition.name.toLowerCase()]);
    // Definitions come in any order; the sets are small.
    for (let size = 0; size !== found.size; ) {
      size = found.size;
      for (const [key, { superClass }] of this.#classes) if (superClass !== undefined && found.has(superClass.toLowerCase())) found.add(key);
    }
    return found;
  }
}

/** `string[]` is an array of `string`. */
export function scalarOf(type: CimType): { readonly type: CimScalarType; readonly isArray: boolean } {
  return type.endsWith("[]") ? { type: type.slice(0, -2) as CimScalarType, isArray: true } : { type: type as CimScalarType, isArray: false };
}
