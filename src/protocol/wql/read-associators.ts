import { QueryRefused } from "./query-problem.js";
import type { QueryTokens } from "./query-tokens.js";

const withValue = { ASSOCIATORS: ["ASSOCCLASS", "REQUIREDASSOCQUALIFIER", "REQUIREDQUALIFIER", "RESULTCLASS", "RESULTROLE", "ROLE"], REFERENCES: ["REQUIREDQUALIFIER", "RESULTCLASS", "ROLE"] } as const;
const alone = ["CLASSDEFSONLY", "KEYSONLY", "SCHEMAONLY"];

/**
 * `ASSOCIATORS OF {path} WHERE …` and `REFERENCES OF {path} WHERE …`: read, so that a mistake in them is told as such, and refused by name.
 * @throws QueryRefused always
 */
export function readAssociators(tokens: QueryTokens): never {
  const { offset } = tokens.current;
  const statement = tokens.isKeyword("ASSOCIATORS") ? "ASSOCIATORS" : "REFERENCES";
  tokens.advance();
  tokens.expectKeyword("OF", `Behind ${statement} comes OF.`);
  tokens.expectSymbol("{", "The object path stands in braces.");
  let parts = 0;
  while (tokens.current.kind !== "end" && !(tokens.current.kind === "symbol" && tokens.current.text === "}")) {
    tokens.advance();
    parts++;
  }
  if (parts === 0) tokens.refuse("An object path is expected between the braces: {Class.Key='value'}.");
  tokens.expectSymbol("}", "The brace behind the object path is missing.");
  if (tokens.takeKeyword("WHERE")) readKeywords(tokens, withValue[statement]);
  tokens.expectEnd();
  throw new QueryRefused({ kind: "notSupported", offset, message: `${statement} OF queries are not served; ask for the class itself, or with a selector filter.` });
}

const isEnd = ({ current }: QueryTokens): boolean => current.kind === "end";

/** Separated by blanks, each at most once. */
function readKeywords(tokens: QueryTokens, valued: readonly string[]): void {
  const seen = new Set<string>();
  do {
    const word = tokens.current.text.toUpperCase();
    if (tokens.current.kind !== "name" || !(valued.includes(word) || alone.includes(word))) tokens.refuse("No such keyword stands in the WHERE of this query.");
    if (seen.has(word)) tokens.refuse("Each keyword stands once.");
    seen.add(word);
    tokens.advance();
    if (alone.includes(word)) continue;
    tokens.expectSymbol("=", "Only = may follow.");
    tokens.expectWord("a name");
  } while (!isEnd(tokens));
  if (seen.has("CLASSDEFSONLY") && seen.has("RESULTCLASS")) tokens.refuse("ClassDefsOnly and ResultClass exclude each other.");
}
