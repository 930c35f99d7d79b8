/** A path of XPath Level 1: steps from the root element down, and what is wanted at their end. */
export interface XPath {
  /** It began with `../Name`: the first step is the root element itself, with its tests. */
  readonly fromParent: boolean;
  readonly steps: readonly PathStep[];
  /** What is wanted at the end; `undefined`: the elements. */
  readonly leaf: { readonly kind: "text"; readonly offset: number } | { readonly kind: "attribute"; readonly name: PathName } | undefined;
}

export interface PathName {
  readonly local: string;
  /** `undefined`: not asked, because no declared prefix was written. */
  readonly namespace: string | undefined;
  readonly offset: number;
}

export interface PathStep {
  readonly name: PathName;
  /** From 1. */
  readonly index: number | undefined;
  /** A child element or an attribute that has exactly this value. */
  readonly key: { readonly isAttribute: boolean; readonly name: PathName; readonly value: string } | undefined;
}
