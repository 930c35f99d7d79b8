/** A place in a file. Lines and columns count from 1; columns count UTF-16 units. */
export interface SourcePlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One thing the operator should know about the configuration. All are collected; no check throws. */
export interface Diagnostic {
  readonly severity: "error" | "warning";
  /** Stable, kebab-case, greppable: `unknown-attribute`. */
  readonly rule: string;
  /** One sentence: what is wrong. */
  readonly message: string;
  readonly place?: SourcePlace;
  /** The source line of `place`, without line end; printed with a caret under `place.column`. */
  readonly sourceLine?: string;
  /** Length of the offending token, for the caret line. */
  readonly length?: number;
  /** What is allowed here, one sentence. */
  readonly allowed?: string;
  /** The name the operator probably meant. */
  readonly didYouMean?: string;
  /** What to do about it, one sentence. */
  readonly remedy?: string;
  /** Where the rule comes from: a schema file's line. */
  readonly schemaPlace?: SourcePlace;
  /** Other places that take part, such as the second claim on one URI. */
  readonly related?: readonly { readonly message: string; readonly place: SourcePlace }[];
  /** Windows' number for it where there is one (HRESULT, unsigned). */
  readonly code?: number;
}
