import { fail, ok, type Result } from "../../base/result.js";
import { readAssociators } from "./read-associators.js";
import type { Condition, Constant, Name, PropertyPath, RelationalOperator, SelectQuery } from "./query.js";
import { QueryRefused, type QueryProblem } from "./query-problem.js";
import { QueryTokens } from "./query-tokens.js";
import type { Token } from "./tokens.js";

/** What a query may cost to read. Real ones have under 30 terms. */
export const queryLimits = { characters: 65_536, terms: 1000, nesting: 64 };

/** WMI's intrinsic event classes; queries of them are for notifications. */
const eventClass = /^__(?:Instance|Class|Namespace)(?:Creation|Deletion|Modification|Operation)Event$|^__(?:Event|ExtrinsicEvent|TimerEvent|SystemEvent)$/i;

/**
 * Reads a data query (MS-WMI 2.2.1, WQL). Schema, event and association queries are read as far as their kind shows and refused by it.
 * Linear in the text; nothing a stranger writes makes it throw.
 */
export function readQuery(text: string): Result<SelectQuery, QueryProblem> {
  if (text.length > queryLimits.characters) return fail({ kind: "limit", offset: queryLimits.characters, message: `A query has at most ${queryLimits.characters} characters; this one has ${text.length}.` });
  try {
    return ok(new QueryReader(text).read());
  } catch (error) {
    if (error instanceof QueryRefused) return fail(error.problem);
    throw error;
  }
}

class QueryReader {
  readonly #tokens: QueryTokens;
  #terms = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = new QueryTokens(text);
  }

  read(): SelectQuery {
    const tokens = this.#tokens;
    if (tokens.isKeyword("ASSOCIATORS") || tokens.isKeyword("REFERENCES")) return readAssociators(tokens);
    tokens.expectKeyword("SELECT", "A query begins with SELECT.");
    const columns = this.#columns();
    tokens.expectKeyword("FROM", "FROM and the name of a class come behind the columns.");
    const className = tokens.expectName("the name of a class");
    this.#refuseKind(className);
    const condition = tokens.takeKeyword("WHERE") ? this.#or() : undefined;
    this.#refuseEvent();
    tokens.expectEnd();
    return { columns, className, condition };
  }

  #columns(): readonly PropertyPath[] | undefined {
    if (this.#tokens.takeSymbol("*")) return undefined;
    const columns = [this.#path()];
    while (this.#tokens.takeSymbol(",")) columns.push(this.#path());
    return columns;
  }

  #refuseKind({ text, offset }: Name): void {
    if (text.toLowerCase() === "meta_class") this.#refuse("notSupported", offset, "Schema queries (FROM meta_class) are not served; ask for instances.");
    if (eventClass.test(text)) this.#refuse("notSupported", offset, `Event queries (FROM ${text}) are for subscriptions; an enumeration gives instances.`);
    this.#refuseEvent();
  }

  #refuseEvent(): void {
    const { current } = this.#tokens;
    for (const word of ["WITHIN", "GROUP", "HAVING"]) {
      if (this.#tokens.isKeyword(word)) this.#refuse("notSupported", current.offset, `Event queries (${word}) are for subscriptions; an enumeration gives instances.`);
    }
  }

  #path(): PropertyPath {
    const segments = [this.#tokens.expectName("the name of a property")];
    // Behind a dot any word is a name.
    while (this.#tokens.takeSymbol(".")) segments.push(this.#tokens.expectWord("the name of a property of the embedded object"));
    return { segments };
  }

  #or(): Condition {
    const terms = [this.#and()];
    while (this.#tokens.takeKeyword("OR")) terms.push(this.#and());
    return terms.length === 1 ? terms[0]! : { kind: "or", terms };
  }

  #and(): Condition {
    const terms = [this.#not()];
    while (this.#tokens.takeKeyword("AND")) terms.push(this.#not());
    return terms.length === 1 ? terms[0]! : { kind: "and", terms };
  }

  #not(): Condition {
    let negated = false;
    while (this.#tokens.takeKeyword("NOT")) negated = !negated;
    const term = this.#primary();
    return negated ? { kind: "not", term } : term;
  }

  #primary(): Condition {
    const { current } = this.#tokens;
    if (!this.#tokens.takeSymbol("(")) return this.#comparison();
    if (++this.#depth > queryLimits.nesting) this.#refuse("limit", current.offset, `Parentheses are nested deeper than ${queryLimits.nesting}.`);
    const inside = this.#or();
    this.#depth--;
    this.#tokens.expectSymbol(")", "A closing parenthesis is missing.");
    return inside;
  }

  #comparison(): Condition {
    const tokens = this.#tokens;
    if (++this.#terms > queryLimits.terms) this.#refuse("limit", tokens.current.offset, `A query has at most ${queryLimits.terms} comparisons.`);
    if (tokens.current.kind !== "name" || isConstantWord(tokens.current)) return this.#literalFirst();
    const path = this.#path();
    if (tokens.takeKeyword("LIKE")) {
      const pattern = tokens.current;
      if (pattern.kind !== "string") this.#refuse("syntax", pattern.offset, "Behind LIKE comes a pattern in quotes.");
      tokens.advance();
      return { kind: "like", path, pattern: pattern.text, offset: pattern.offset };
    }
    if (tokens.takeKeyword("IS")) {
      const negated = tokens.takeKeyword("NOT");
      tokens.expectKeyword("NULL", `Behind IS${negated ? " NOT" : ""} comes NULL; values are compared with = and <>.`);
      return { kind: "isNull", path, negated };
    }
    if (tokens.takeKeyword("ISA")) return { kind: "isa", path, className: this.#classLiteral() };
    const operator = this.#operator();
    return this.#compare(path, operator, tokens.current);
  }

  /** `3 = DriveType`: the same the other way round. */
  #literalFirst(): Condition {
    const tokens = this.#tokens;
    const literal = tokens.current;
    if (literal.kind === "symbol" || literal.kind === "end") this.#refuse("syntax", literal.offset, "The name of a property, NOT, a value or ( is expected here.");
    tokens.advance();
    const mirrored = mirror[this.#operator()];
    const path = this.#path();
    return this.#compare(path, mirrored, literal, true);
  }

  #operator(): RelationalOperator {
    const { current } = this.#tokens;
    const operator = current.kind === "symbol" ? operators.get(current.text) : undefined;
    if (operator === undefined) this.#refuse("syntax", current.offset, "An operator is expected here: =, <>, <, <=, >, >=, LIKE, IS NULL, IS NOT NULL or ISA.");
    this.#tokens.advance();
    return operator;
  }

  #compare(path: PropertyPath, operator: RelationalOperator, token: Token, isTaken = false): Condition {
    if (isWord(token, "NULL")) {
      if (operator !== "=" && operator !== "<>") this.#refuse("syntax", token.offset, `Nothing is ${operator} NULL; use IS NULL or IS NOT NULL.`);
      if (!isTaken) this.#tokens.advance();
      return { kind: "isNull", path, negated: operator === "<>" };
    }
    const constant = constantOf(token);
    if (constant === undefined) {
      this.#refuse("syntax", token.offset, token.kind === "name" ? "A property is compared with a value, never with another property; text stands in quotes." : "A value is expected here: text in quotes, a number, TRUE, FALSE or NULL.");
    }
    if (!isTaken) this.#tokens.advance();
    return { kind: "compare", path, operator, constant };
  }

  #classLiteral(): Name {
    const { current } = this.#tokens;
    if (current.kind !== "string" && current.kind !== "name") this.#refuse("syntax", current.offset, "Behind ISA comes the name of a class.");
    this.#tokens.advance();
    return { text: current.text, offset: current.offset };
  }

  #refuse(kind: QueryProblem["kind"], offset: number, message: string): never {
    throw new QueryRefused({ kind, offset, message });
  }
}

const operators: ReadonlyMap<string, RelationalOperator> = new Map([["=", "="], ["<>", "<>"], ["!=", "<>"], ["<", "<"], ["<=", "<="], [">", ">"], [">=", ">="]]);
const mirror: Readonly<Record<RelationalOperator, RelationalOperator>> = { "=": "=", "<>": "<>", "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

const isWord = ({ kind, text }: Token, word: string): boolean => kind === "name" && text.toUpperCase() === word;
const isConstantWord = (token: Token): boolean => isWord(token, "TRUE") || isWord(token, "FALSE") || isWord(token, "NULL");

function constantOf(token: Token): Constant | undefined {
  const { kind, text, offset } = token;
  if (kind === "string" || kind === "integer" || kind === "real") return { kind, text, offset };
  if (isWord(token, "TRUE") || isWord(token, "FALSE")) return { kind: "boolean", text: text.toLowerCase(), offset };
  return undefined;
}
