import type { SourcePlace } from "../base/diagnostic.js";

/** The schema language of IIS as data. Every node knows the line it comes from. */
export const attributeTypes = ["bool", "enum", "flags", "uint", "int", "int64", "string", "timeSpan"] as const;
export type AttributeType = (typeof attributeTypes)[number];

export interface AttributeSchema {
  readonly name: string;
  readonly type: AttributeType;
  readonly required: boolean;
  readonly isUniqueKey: boolean;
  readonly isCombinedKey: boolean;
  /** Values compare with case, also the names of an enum. */
  readonly caseSensitive: boolean;
  /** As text; `undefined` means the default of the type. */
  readonly defaultValue: string | undefined;
  readonly encrypted: boolean;
  readonly expanded: boolean;
  readonly allowInfinite: boolean;
  readonly timeSpanFormat: "string" | "seconds" | "minutes";
  readonly displayHex: boolean;
  readonly validation: Validation | undefined;
  /** Of an enum or flags. */
  readonly members: readonly { readonly name: string; readonly value: number }[];
  readonly place: SourcePlace;
}

export const validationTypes = [
  "integerRange", "timeSpanRange", "nonEmptyString", "requireTrimmedString", "applicationPoolName", "siteName", "applicationPath", "virtualDirectoryPath",
] as const;

/** `validationType` and `validationParameter`; one that nobody knows is no validator. */
export type Validation =
  | { readonly kind: "integerRange"; readonly min: number; readonly max: number; readonly exclude: boolean }
  | { readonly kind: "timeSpanRange"; readonly min: number; readonly max: number; readonly granularity: number; readonly exclude: boolean }
  | { readonly kind: "nonEmptyString" | "requireTrimmedString" | "applicationPoolName" | "siteName" | "applicationPath" | "virtualDirectoryPath" };

export interface ElementSchema {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, AttributeSchema>;
  readonly elements: ReadonlyMap<string, ElementSchema>;
  readonly collections: readonly CollectionSchema[];
  readonly allowUnrecognizedAttributes: boolean;
  readonly place: SourcePlace;
}

export interface CollectionSchema {
  /** Usually one; with several the name is part of the data. */
  readonly addElements: readonly string[];
  readonly removeElement: string | undefined;
  readonly clearElement: string | undefined;
  /** Name of the sibling element whose values are defaults of every entry. */
  readonly defaultElement: string | undefined;
  /** Entries of a lower level come after the inherited ones? */
  readonly mergeAppend: boolean;
  readonly allowDuplicates: boolean;
  readonly entry: ElementSchema;
  readonly place: SourcePlace;
}

export interface SectionSchema {
  /** `system.webServer/handlers`. */
  readonly path: string;
  readonly element: ElementSchema;
  /** What `section-mark` gives for it, where that is known beforehand. */
  readonly mark?: string;
}

/** Names of every child element that may stand in an element. */
export function childNames(schema: ElementSchema): string[] {
  const names = [...schema.elements.keys()];
  for (const { addElements, removeElement, clearElement } of schema.collections) {
    names.push(...addElements, ...[removeElement, clearElement].filter((name) => name !== undefined));
  }
  return names;
}

/** What a child element of a given name is. */
export type ChildMeaning =
  | { readonly kind: "element"; readonly schema: ElementSchema }
  | { readonly kind: "add" | "remove" | "clear"; readonly collection: CollectionSchema };

export function childMeaning(schema: ElementSchema, name: string): ChildMeaning | undefined {
  const element = schema.elements.get(name);
  if (element !== undefined) return { kind: "element", schema: element };
  for (const collection of schema.collections) {
    if (collection.addElements.includes(name)) return { kind: "add", collection };
    if (collection.removeElement === name) return { kind: "remove", collection };
    if (collection.clearElement === name) return { kind: "clear", collection };
  }
  return undefined;
}

/** Attributes that identify an entry: each unique key alone, the combined keys together. */
export function keysOf(entry: ElementSchema): readonly (readonly AttributeSchema[])[] {
  const attributes = [...entry.attributes.values()];
  const combined = attributes.filter(({ isCombinedKey }) => isCombinedKey);
  return [...attributes.filter(({ isUniqueKey }) => isUniqueKey).map((key) => [key]), ...(combined.length > 0 ? [combined] : [])];
}
