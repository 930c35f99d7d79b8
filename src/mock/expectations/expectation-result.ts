/** One sentence of what must have happened, and whether it did. */
export interface ExpectationResult {
  readonly title: string;
  readonly passed: boolean;
  /** What happened instead; `undefined` when it passed. */
  readonly reason?: string;
}
