import type { Lexer } from "./lexer.js";
import { expected } from "./parse-condition.js";
import type { AssociationStatement } from "./statement.js";
import { WqlError } from "./wql-error.js";

const valued = {
  associators: ["AssocClass", "RequiredAssocQualifier", "RequiredQualifier", "ResultClass", "ResultRole", "Role"],
  references: ["RequiredQualifier", "ResultClass", "Role"],
} as const;
const bare = ["ClassDefsOnly", "KeysOnly", "SchemaOnly"];

/** `ASSOCIATORS OF {object path} [WHERE keyword …]`: keywords separated by blanks only, each once. @throws WqlError */
export function parseAssociation(lexer: Lexer): AssociationStatement {
  const word = lexer.advance();
  const kind = word.text.toUpperCase() === "ASSOCIATORS" ? "associators" : "references";
  if (!lexer.isWord("OF")) throw expected(lexer, "OF");
  lexer.advance();
  if (!lexer.isSymbol("{")) throw expected(lexer, "an object path in braces");
  const { offset } = lexer.token;
  const objectPath = lexer.braced().trim();
  if (objectPath === "") throw new WqlError("the object path between the braces is empty", offset);
  const keywords = new Map<string, string | true>();
  if (lexer.isWord("WHERE")) {
    lexer.advance();
    do readKeyword(lexer, kind, keywords);
    while (lexer.token.kind !== "end");
  }
  return { kind, objectPath, keywords, offset: word.offset };
}

function readKeyword(lexer: Lexer, kind: keyof typeof valued, keywords: Map<string, string | true>): void {
  const { text, offset } = lexer.token;
  const name = [...valued[kind], ...bare].find((known) => known.toLowerCase() === text.toLowerCase());
  if (lexer.token.kind !== "word" || name === undefined) throw expected(lexer, `one of ${[...valued[kind], ...bare].join(", ")}`);
  if (keywords.has(name)) throw new WqlError(`${name} stands here twice`, offset);
  lexer.advance();
  if (bare.includes(name)) {
    keywords.set(name, true);
  } else {
    if (!lexer.isSymbol("=")) throw expected(lexer, "=");
    lexer.advance();
    if (lexer.token.kind !== "word" && lexer.token.kind !== "string") throw expected(lexer, "a name");
    keywords.set(name, lexer.advance().text);
  }
  if (keywords.has("ClassDefsOnly") && keywords.has("ResultClass")) throw new WqlError("ClassDefsOnly and ResultClass exclude each other", offset);
}
