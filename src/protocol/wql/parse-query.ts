import type { ExpressionProblem } from "../../base/expression-problem.js";
import { fail, ok, type Result } from "../../base/result.js";
import { Lexer } from "./lexer.js";
import { parseAssociation } from "./parse-association.js";
import { ConditionParser, expected, readPath } from "./parse-condition.js";
import { reservedWords } from "./reserved-words.js";
import type { Condition, Name, PropertyPath, SelectStatement, WqlStatement } from "./statement.js";
import { WqlError } from "./wql-error.js";
import { wqlLimits } from "./wql-limits.js";

/**
 * Reads a query of any kind (MS-WMI 2.2.1, and what Windows documents beyond it). Queries for events and associations are read too, so that
 * they can be refused by name. Costs no more than its text is long, and nothing when that is too long.
 */
export function parseQuery(text: string): Result<WqlStatement, ExpressionProblem> {
  if (text.length > wqlLimits.text) return fail({ message: `a query has at most ${wqlLimits.text} characters; this one has ${text.length}`, offset: wqlLimits.text });
  try {
    const lexer = new Lexer(text);
    const statement = parseStatement(lexer);
    if (lexer.token.kind !== "end") throw expected(lexer, "the end of the query");
    return ok(statement);
  } catch (error) {
    if (error instanceof WqlError) return fail(error.problem);
    throw error;
  }
}

function parseStatement(lexer: Lexer): WqlStatement {
  if (lexer.token.kind === "end") throw new WqlError("the query is empty; write SELECT, columns or *, FROM and a class", 0);
  if (lexer.isWord("SELECT")) return parseSelect(lexer);
  if (lexer.isWord("ASSOCIATORS") || lexer.isWord("REFERENCES")) return parseAssociation(lexer);
  throw expected(lexer, "SELECT, ASSOCIATORS OF or REFERENCES OF");
}

function parseSelect(lexer: Lexer): SelectStatement {
  lexer.advance();
  const columns = parseColumns(lexer);
  if (!lexer.isWord("FROM")) throw expected(lexer, columns === undefined ? "FROM" : "a comma or FROM");
  lexer.advance();
  const className = parseClassName(lexer);
  let event: Name | undefined;
  if (lexer.isWord("WITHIN")) event = parseWithin(lexer);
  let where: Condition | undefined;
  if (lexer.isWord("WHERE")) {
    lexer.advance();
    where = new ConditionParser(lexer).parse();
  }
  if (lexer.isWord("GROUP")) event = parseGroup(lexer, event);
  else if (lexer.token.kind !== "end") throw expected(lexer, where === undefined ? "WHERE or the end of the query" : "AND, OR or the end of the query");
  return { kind: "select", columns, className, where, event };
}

/** @returns `undefined` for `*` */
function parseColumns(lexer: Lexer): readonly PropertyPath[] | undefined {
  if (lexer.isSymbol("*")) {
    lexer.advance();
    return undefined;
  }
  if (lexer.isWord("FROM")) throw expected(lexer, "* or the name of a property");
  const columns = [readPath(lexer)];
  while (lexer.isSymbol(",")) {
    const comma = lexer.advance();
    if (columns.length >= wqlLimits.terms) throw new WqlError(`a query has at most ${wqlLimits.terms} columns`, comma.offset);
    columns.push(readPath(lexer));
  }
  return columns;
}

function parseClassName(lexer: Lexer): Name {
  const { kind, text, offset } = lexer.token;
  if (kind !== "word" || reservedWords.has(text.toUpperCase())) throw expected(lexer, "the name of a class");
  lexer.advance();
  if (lexer.isSymbol(",")) throw new WqlError("a query has one class; ask for the others with queries of their own", lexer.token.offset);
  return { name: text, offset };
}

function parseWithin(lexer: Lexer): Name {
  const word = lexer.advance();
  if (lexer.token.kind !== "number") throw expected(lexer, "a number of seconds");
  lexer.advance();
  return { name: "WITHIN", offset: word.offset };
}

/** GROUP WITHIN seconds [BY columns] [HAVING NumberOfEvents operator number] */
function parseGroup(lexer: Lexer, before: Name | undefined): Name {
  const group = lexer.advance();
  if (!lexer.isWord("WITHIN")) throw expected(lexer, "WITHIN");
  parseWithin(lexer);
  if (lexer.isWord("BY")) {
    do {
      lexer.advance();
      readPath(lexer);
    } while (lexer.isSymbol(","));
  }
  if (lexer.isWord("HAVING")) {
    lexer.advance();
    new ConditionParser(lexer).parse();
  }
  return before ?? { name: "GROUP", offset: group.offset };
}
