/** One step from a section towards what is meant: a child element, or the entry of a collection that has these keys. */
export type ChangeStep =
  | { readonly element: string }
  | { readonly keys: readonly (readonly [name: string, value: string])[] };

/** An entry, or an element, that is to be written. */
export interface ElementDraft {
  /** Where a collection has several names for its entries; otherwise the name follows from the schema. */
  readonly name?: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children?: readonly (ElementDraft & { readonly name: string })[];
}

/** Which file is edited (appcmd's `commit`). */
export type Commit =
  /** The one that sets the value now; else the application's own web.config. */
  | "auto"
  /** What holds for this application alone: its web.config; where the section is closed for that, a location of applicationHost.config. */
  | "own"
  | "apphost"
  | "site"
  | "app";

/** One change of one section, as far as the schema understands it. */
export type SectionChange = {
  /** `system.webServer/handlers`. */
  readonly section: string;
  readonly path: readonly ChangeStep[];
} & (
  | { readonly kind: "set"; readonly attribute: string; readonly value: string }
  /** The attribute is taken away where it is written; what is inherited, or the schema's default, holds again. */
  | { readonly kind: "unset"; readonly attribute: string }
  /** `path` leads to the element that has the collection. */
  | { readonly kind: "add"; readonly entry: ElementDraft; readonly at?: "start" | "end" | number }
  /** `path` leads to the entry or element itself. */
  | { readonly kind: "remove" }
);
