import type { Lock } from "./lock-attributes.js";
import { defaultValueOf, type Value } from "./read-value.js";
import type { AttributeSchema, ElementSchema } from "./schema-model.js";
import type { Spot } from "./source-file.js";

/** An attribute that some level wrote. */
export interface EffectiveAttribute {
  readonly value: Value;
  readonly text: string;
  /** Of the value. */
  readonly spot: Spot;
}

/** What a section, an element or an entry comes to after all levels so far. Immutable: the next level makes a new one. */
export interface EffectiveElement {
  readonly schema: ElementSchema;
  /** As written; for a collection with several add names it is part of the data. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, EffectiveAttribute>;
  readonly elements: ReadonlyMap<string, EffectiveElement>;
  /** All collections' entries in order. */
  readonly entries: readonly EffectiveElement[];
  readonly locks: readonly Lock[];
  /** Of the name where it was last written. */
  readonly spot: Spot;
}

/** Reads values out of an element and the elements that stand in for it where it says nothing, nearest first. */
export class SettingsReader {
  readonly #layers: readonly EffectiveElement[];
  readonly #schema: ElementSchema;

  constructor(schema: ElementSchema, layers: readonly (EffectiveElement | undefined)[]) {
    this.#schema = schema;
    this.#layers = layers.filter((layer) => layer !== undefined);
  }

  /** What is written, by whichever layer. */
  written(name: string): EffectiveAttribute | undefined {
    for (const layer of this.#layers) {
      const attribute = layer.attributes.get(name);
      if (attribute !== undefined) return attribute;
    }
    return undefined;
  }

  number(name: string): number {
    return this.#read(name, "number");
  }

  /** A time span in milliseconds. */
  milliseconds(name: string): number {
    return Math.round(this.#read(name, "number") * 1000);
  }

  flag(name: string): boolean {
    return this.#read(name, "boolean");
  }

  text(name: string): string {
    return this.#read(name, "string");
  }

  /** Names of the flags that are set. */
  flags(name: string): readonly string[] {
    const value = this.written(name)?.value;
    if (Array.isArray(value)) return value as readonly string[];
    const missing = defaultValueOf(this.#attribute(name));
    return Array.isArray(missing) ? (missing as readonly string[]) : [];
  }

  /** The same for a child element. */
  child(name: string): SettingsReader {
    return new SettingsReader(this.#schema.elements.get(name)!, this.#layers.map((layer) => layer.elements.get(name)));
  }

  /** A value that was refused has been reported; whoever reads on gets the default. */
  #read(name: string, type: "number"): number;
  #read(name: string, type: "boolean"): boolean;
  #read(name: string, type: "string"): string;
  #read(name: string, type: string): unknown {
    const value = this.written(name)?.value;
    if (typeof value === type) return value;
    return defaultValueOf(this.#attribute(name));
  }

  #attribute(name: string): AttributeSchema {
    const attribute = this.#schema.attributes.get(name);
    if (attribute === undefined) throw new Error(`the schema of ${this.#schema.name} has no attribute ${name}`);
    return attribute;
  }
}
