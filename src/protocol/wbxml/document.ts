/** An element of a WBXML document. Attributes are not among what the languages here have. */
export interface WbxmlElement {
  /** Local name. */
  readonly name: string;
  /** That of its code page; of an element without a token, that of the page it stood in. */
  readonly namespace: string;
  /** In document order. Octets are OPAQUE: data that is no text, or text that its writer took for such. */
  readonly children: readonly (WbxmlElement | string | Uint8Array)[];
}

/** The tags of one code page (WAP-192, 5.8.2). */
export interface CodePage {
  readonly namespace: string;
  /** Other namespaces whose elements have the same tokens. */
  readonly aliases?: readonly string[];
  /** By token, the first is that of token 5; `undefined` where one is left out. */
  readonly tags: readonly (string | undefined)[];
}

export interface WbxmlDocument {
  /** `1.1` to `1.3` as its first octet says. */
  readonly version: string;
  /** A registered number, or the formal public identifier. `1` says that there is none. */
  readonly publicId: number | string;
  readonly root: WbxmlElement;
}

/** What a document may cost. */
export interface WbxmlLimits {
  /** Nesting of elements; the root is 1. */
  readonly depth: number;
  readonly elements: number;
}

/** Real messages nest under 20 deep. */
export const wbxmlLimits: WbxmlLimits = { depth: 64, elements: 200_000 };

/** Codes of mistakes in a document. */
export type WbxmlProblemCode =
  | "bad-entity" | "bad-number" | "bad-string-reference" | "bad-text" | "no-root" | "not-supported" | "not-wbxml" | "too-deep" | "too-many-elements"
  | "trailing-octets" | "unexpected-end" | "unknown-token" | "unsupported-charset" | "unsupported-version";

/** Something wrong in a document. */
export interface WbxmlProblem {
  readonly code: WbxmlProblemCode;
  /** Octets from the start. */
  readonly offset: number;
  /** One sentence. */
  readonly message: string;
}
