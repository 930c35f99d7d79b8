/** The user wrote something the command does not understand. */
export interface UsageProblem {
  /** One sentence that names the wrong token and where it stands. */
  readonly message: string;
  /** What was probably meant. */
  readonly didYouMean?: string;
}

/** One word of the command line. */
export interface Token {
  readonly text: string;
  /** Counts from 1, the command's name being 1: what error messages say. */
  readonly position: number;
}

/** Of a quoted word; the rest of a longer one tells a reader nothing. Characters. */
const shownLength = 120;

/** A word in quotes as messages show it: on one line, of a length that can be read, and nothing in it that a terminal would obey. */
export function quote(text: string): string {
  const isLong = text.length > shownLength;
  const visible = (isLong ? text.slice(0, shownLength) : text).replace(/[\p{Cc}\p{Cs}\u2028\u2029\ufffe\uffff]/gu, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return `"${visible}${isLong ? "…" : ""}"`;
}

/** `"text" (argument 3)`: how every message names a token. */
export const nameToken = (token: Token, shown = token.text): string => `${quote(shown)} (argument ${token.position})`;

/** `a, b or c`. */
export const listChoices = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join("") : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
