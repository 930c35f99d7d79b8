/** Why a query is refused. The message is a sentence for who wrote it. */
export interface QueryProblem {
  readonly kind: "syntax" | "notSupported" | "unknownClass" | "unknownProperty" | "type" | "limit";
  readonly message: string;
  /** UTF-16 units from the start of the query. */
  readonly offset: number;
}

/** Inside the reader only: ends the reading of a query. */
export class QueryRefused extends Error {
  constructor(readonly problem: QueryProblem) {
    super(problem.message);
  }
}

const around = 24;

/**
 * The sentence with where it points: the characters around the place, a mark in front of the one that is meant.
 * `A ")" is missing. (at character 31: …tate = 'x' >>>AND )`
 */
export function describeProblem({ message, offset }: QueryProblem, query: string): string {
  const from = Math.max(0, offset - around);
  const to = Math.min(query.length, offset + around);
  const before = `${from > 0 ? "…" : ""}${query.slice(from, offset)}`;
  const behind = offset >= query.length ? "(end)" : `${query.slice(offset, to)}${to < query.length ? "…" : ""}`;
  return `${message} (at character ${offset + 1}: ${before}>>>${behind})`.replace(/\s+/gu, " ");
}
