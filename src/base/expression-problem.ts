/** What is wrong with an expression somebody sent, and where. */
export interface ExpressionProblem {
  /** One sentence: what is wrong and what would be right. */
  readonly message: string;
  /** UTF-16 units from the start. */
  readonly offset: number;
}

/** Characters of the expression that are shown. */
const shown = 24;

/** The sentence with its place: `… (at character 15, near "liek 'a%'").` @param text the whole expression */
export function describeExpressionProblem(text: string, { message, offset }: ExpressionProblem): string {
  const rest = text.slice(offset, offset + shown);
  const cut = offset + shown < text.length ? "…" : "";
  // One line, whatever the expression has; and no half of a character at the cut.
  const excerpt = rest.replace(/[\s\u0000-\u001f\u007f-\u009f]+/gu, " ").replace(/[\ud800-\udbff]$/, "");
  const where = rest === "" ? "at its end" : `at character ${offset + 1}, near "${excerpt}${cut}"`;
  return `${message.replace(/\.$/, "")} (${where}).`;
}
