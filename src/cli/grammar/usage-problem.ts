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

/** `"text" (argument 3)`: how every message names a token. */
export const nameToken = (token: Token, shown = token.text): string => `"${shown}" (argument ${token.position})`;

/** `a, b or c`. */
export const listChoices = (choices: readonly string[]): string =>
  choices.length < 2 ? choices.join("") : `${choices.slice(0, -1).join(", ")} or ${choices.at(-1)}`;
