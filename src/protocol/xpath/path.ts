/** Element steps from the children of the root element down, then perhaps text or an attribute. */
export interface Path {
  readonly steps: readonly Step[];
  readonly leaf: { readonly kind: "text" } | { readonly kind: "attribute"; readonly name: QualifiedTest } | undefined;
}

export interface Step {
  readonly name: QualifiedTest;
  /** From 1, among the children of that name of one parent. */
  readonly index: number | undefined;
  readonly key: { readonly attribute: boolean; readonly name: QualifiedTest; readonly value: string } | undefined;
}

/** Without a namespace any is meant: clients write no prefixes. */
export interface QualifiedTest {
  readonly local: string;
  readonly namespace: string | undefined;
}

/** Why a path is refused: a sentence, and where. UTF-16 units. */
export interface PathProblem {
  readonly message: string;
  readonly offset: number;
}
