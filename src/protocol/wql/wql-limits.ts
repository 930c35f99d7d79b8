/** Windows' own limits are settings of its arbitrator, hundreds to about a thousand words; these are ours. */
export const wqlLimits = {
  /** Characters of a query. */
  text: 65_536,
  /** Comparisons, and columns. */
  terms: 1000,
  /** Parentheses inside each other. */
  depth: 64,
} as const;
