/** A query as it was read. Names are as written; offsets point into the query's text. */
export interface SelectQuery {
  /** `undefined`: all (`*`). */
  readonly columns: readonly PropertyPath[] | undefined;
  readonly className: Name;
  readonly condition: Condition | undefined;
}

export interface Name {
  readonly text: string;
  readonly offset: number;
}

/** Dots reach into embedded objects. */
export interface PropertyPath {
  readonly segments: readonly Name[];
}

export type RelationalOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export type Condition =
  | { readonly kind: "and" | "or"; readonly terms: readonly Condition[] }
  | { readonly kind: "not"; readonly term: Condition }
  | { readonly kind: "compare"; readonly path: PropertyPath; readonly operator: RelationalOperator; readonly constant: Constant }
  | { readonly kind: "like"; readonly path: PropertyPath; readonly pattern: string; readonly offset: number }
  | { readonly kind: "isNull"; readonly path: PropertyPath; readonly negated: boolean }
  | { readonly kind: "isa"; readonly path: PropertyPath; readonly className: Name };

/** `text` is the string's characters, the number as written, or `true` and `false`. */
export interface Constant {
  readonly kind: "string" | "integer" | "real" | "boolean";
  readonly text: string;
  readonly offset: number;
}
