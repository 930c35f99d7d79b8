/** What a query says, before anybody asked whether its names exist. Offsets count UTF-16 units of the text. */

export type WqlStatement = SelectStatement | AssociationStatement;

export interface Name {
  readonly name: string;
  readonly offset: number;
}

/** `a` or, into an embedded object, `a.b`. */
export interface PropertyPath {
  readonly names: readonly [string, ...string[]];
  readonly offset: number;
}

export interface SelectStatement {
  readonly kind: "select";
  /** `undefined`: `*`. */
  readonly columns: readonly PropertyPath[] | undefined;
  readonly className: Name;
  readonly where: Condition | undefined;
  /** The first word that makes it a query for events: WITHIN or GROUP. */
  readonly event: Name | undefined;
}

/** `ASSOCIATORS OF {…}` or `REFERENCES OF {…}`. */
export interface AssociationStatement {
  readonly kind: "associators" | "references";
  /** Between the braces, as written. */
  readonly objectPath: string;
  /** As the language spells them; those without a value are true. */
  readonly keywords: ReadonlyMap<string, string | true>;
  readonly offset: number;
}

export type RelationalOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

export interface Constant {
  readonly type: "string" | "number" | "boolean";
  /** Quotes and escapes resolved; a boolean as `true` or `false`. */
  readonly text: string;
  readonly offset: number;
}

export type Condition =
  /** Never fewer than two terms; a chain is one list, so that its length costs no depth. */
  | { readonly kind: "and" | "or"; readonly terms: readonly Condition[] }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "comparison"; readonly path: PropertyPath; readonly operator: RelationalOperator; readonly constant: Constant; readonly offset: number }
  | { readonly kind: "like"; readonly path: PropertyPath; readonly pattern: Constant; readonly offset: number }
  | { readonly kind: "isNull"; readonly path: PropertyPath; readonly isNegated: boolean }
  | { readonly kind: "isa"; readonly path: PropertyPath; readonly className: Name };
