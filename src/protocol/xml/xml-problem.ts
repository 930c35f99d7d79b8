/** Something wrong in an XML text. Offsets count UTF-16 units from the start of the decoded text, for bytes that cannot be decoded octets. */
export interface XmlProblem {
  /** Stable and kebab-case, such as `duplicate-attribute`. */
  readonly code: string;
  readonly offset: number;
  /** Length of the offending piece; absent when there is nothing to underline. */
  readonly length?: number;
  /** One sentence: what is wrong. */
  readonly message: string;
  /** What stands there instead of what was expected. */
  readonly found?: string;
  /** The element or attribute the problem is about, as written. */
  readonly name?: string;
  /** What the author probably meant to write. */
  readonly suggestion?: string;
  /** A second place that takes part, such as the start tag that was never closed. */
  readonly related?: { readonly offset: number; readonly length: number; readonly message: string };
}

/**
 * Thrown by the scanner only, and caught by the functions that give a `Result`: a tokenizer that returned a result for each token
 * would be read and written as slowly as it would run.
 */
export class XmlSyntaxError extends Error implements XmlProblem {
  readonly code: string;
  readonly offset: number;
  readonly length: number;

  constructor(code: string, offset: number, length: number, message: string) {
    super(message);
    this.name = "XmlSyntaxError";
    this.code = code;
    this.offset = offset;
    this.length = length;
  }

  /** The same as plain data. */
  get problem(): XmlProblem {
    return { code: this.code, offset: this.offset, length: this.length, message: this.message };
  }
}
