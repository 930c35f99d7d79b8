import type { Lexer, Token } from "./lexer.js";
import { reservedWords } from "./reserved-words.js";
import type { Condition, Constant, PropertyPath, RelationalOperator } from "./statement.js";
import { WqlError } from "./wql-error.js";
import { wqlLimits } from "./wql-limits.js";

type Comparison = Extract<Condition, { kind: "comparison" | "isNull" }>;
/** A constant, or NULL. */
type Operand = Constant | "null";

const operators: ReadonlySet<string> = new Set<RelationalOperator>(["=", "<>", "<", "<=", ">", ">="]);
const mirrored: Readonly<Record<RelationalOperator, RelationalOperator>> = { "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** Reads a condition: NOT binds more than AND, AND more than OR. Recursion goes as deep as parentheses do, and those are counted. */
export class ConditionParser {
  #terms = 0;
  #depth = 0;

  constructor(private readonly lexer: Lexer) {}

  /** @throws WqlError */
  parse(): Condition {
    return this.#chain("or", () => this.#chain("and", () => this.#parseNot()));
  }

  #chain(kind: "and" | "or", next: () => Condition): Condition {
    const first = next();
    if (!this.lexer.isWord(kind.toUpperCase())) return first;
    const terms = [first];
    while (this.lexer.isWord(kind.toUpperCase())) {
      this.lexer.advance();
      terms.push(next());
    }
    return { kind, terms };
  }

  #parseNot(): Condition {
    if (!this.lexer.isWord("NOT")) return this.#parsePrimary();
    this.lexer.advance();
    return { kind: "not", of: this.#parsePrimary() };
  }

  #parsePrimary(): Condition {
    const { lexer } = this;
    if (!lexer.isSymbol("(")) return this.#parseTerm();
    const open = lexer.advance();
    if (++this.#depth > wqlLimits.depth) throw new WqlError(`parentheses stand inside each other more than ${wqlLimits.depth} times`, open.offset);
    const inside = this.parse();
    if (!lexer.isSymbol(")")) throw expected(lexer, "AND, OR or )");
    lexer.advance();
    this.#depth--;
    return inside;
  }

  #parseTerm(): Condition {
    const { lexer } = this;
    const { offset } = lexer.token;
    if (++this.#terms > wqlLimits.terms) throw new WqlError(`a query has at most ${wqlLimits.terms} comparisons`, offset);
    const constant = readOperand(lexer);
    if (constant !== undefined) {
      const operator = this.#operator();
      if (readOperand(lexer) !== undefined) throw new WqlError("one side of a comparison is the name of a property", offset);
      return compare(readPath(lexer), mirrored[operator.text as RelationalOperator], constant, operator.offset);
    }
    return this.#parseBehind(readPath(lexer));
  }

  #parseBehind(path: PropertyPath): Condition {
    const { lexer } = this;
    const { offset } = lexer.token;
    if (lexer.isWord("LIKE")) {
      lexer.advance();
      if (lexer.token.kind !== "string") throw expected(lexer, "a pattern in quotes");
      return { kind: "like", path, pattern: constantOf(lexer.advance(), "string"), offset };
    }
    if (lexer.isWord("IS")) return this.#parseIsNull(path);
    if (lexer.isWord("ISA")) {
      lexer.advance();
      const { kind, text, offset: at } = lexer.token;
      if (kind !== "string" && (kind !== "word" || reservedWords.has(text.toUpperCase()))) throw expected(lexer, "the name of a class");
      lexer.advance();
      return { kind: "isa", path, className: { name: text, offset: at } };
    }
    if (lexer.isWord("NOT")) throw new WqlError("NOT stands before the property: NOT Name LIKE 'a%'", offset);
    const operator = this.#operator();
    const constant = readOperand(lexer);
    if (constant !== undefined) return compare(path, operator.text as RelationalOperator, constant, operator.offset);
    if (lexer.token.kind === "word") throw new WqlError("a property is compared with a constant; texts stand in quotes", lexer.token.offset);
    throw expected(lexer, "a text in quotes, a number, TRUE, FALSE or NULL");
  }

  #parseIsNull(path: PropertyPath): Condition {
    const { lexer } = this;
    lexer.advance();
    const isNegated = lexer.isWord("NOT");
    if (isNegated) lexer.advance();
    if (!lexer.isWord("NULL")) throw expected(lexer, isNegated ? "NULL" : "NULL or NOT NULL");
    lexer.advance();
    return { kind: "isNull", path, isNegated };
  }

  #operator(): Token {
    if (this.lexer.token.kind !== "symbol" || !operators.has(this.lexer.token.text)) throw expected(this.lexer, "=, <>, <, <=, >, >=, LIKE, IS or ISA");
    return this.lexer.advance();
  }
}

/** `Name` or `Name.Name`. @throws WqlError */
export function readPath(lexer: Lexer): PropertyPath {
  const { kind, text, offset } = lexer.token;
  if (kind !== "word" || reservedWords.has(text.toUpperCase())) throw expected(lexer, "the name of a property");
  lexer.advance();
  const names: [string, ...string[]] = [text];
  while (lexer.isSymbol(".")) {
    lexer.advance();
    if (lexer.isSymbol("*")) throw new WqlError("a star stands alone, not behind a class or property", lexer.token.offset);
    if (lexer.token.kind !== "word") throw expected(lexer, "the name of a property");
    if (names.push(lexer.advance().text) > wqlLimits.depth) throw new WqlError(`a path has at most ${wqlLimits.depth} names`, offset);
  }
  return { names, offset };
}

/** What was found is in the excerpt that goes with the problem. */
export const expected = (lexer: Lexer, what: string): WqlError => new WqlError(`${what} is expected here`, lexer.token.offset);

/** @returns `undefined`, and nothing is read, when no constant stands here */
function readOperand(lexer: Lexer): Operand | undefined {
  const { kind } = lexer.token;
  if (kind === "string" || kind === "number") return constantOf(lexer.advance(), kind);
  if (lexer.isWord("TRUE") || lexer.isWord("FALSE")) {
    const { text, offset } = lexer.advance();
    return { type: "boolean", text: text.toLowerCase(), offset };
  }
  if (!lexer.isWord("NULL")) return undefined;
  lexer.advance();
  return "null";
}

const constantOf = ({ text, offset }: Token, type: "string" | "number"): Constant => ({ type, text, offset });

/** `= NULL` is seen in the wild and means IS NULL; NULL is neither more nor less than anything. */
function compare(path: PropertyPath, operator: RelationalOperator, constant: Operand, offset: number): Comparison {
  if (constant !== "null") return { kind: "comparison", path, operator, constant, offset };
  if (operator !== "=" && operator !== "<>") throw new WqlError("NULL has no order; ask IS NULL or IS NOT NULL", offset);
  return { kind: "isNull", path, isNegated: operator === "<>" };
}
