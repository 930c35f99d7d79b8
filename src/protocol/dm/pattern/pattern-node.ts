/** Code points from and to, both among them. */
export type PointRange = readonly [from: number, to: number];

/** A regular expression, read. */
export type PatternNode =
  /** One character of a set. */
  | { readonly kind: "character"; readonly ranges: readonly PointRange[]; readonly isNegated: boolean }
  /** A place between characters. */
  | { readonly kind: "place"; readonly place: "end" | "noWordEdge" | "start" | "wordEdge" }
  | { readonly kind: "sequence"; readonly parts: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly parts: readonly PatternNode[] }
  /** `max` is Infinity where there is none. */
  | { readonly kind: "repeat"; readonly part: PatternNode; readonly min: number; readonly max: number };
