import type { Name } from "./query.js";
import { QueryRefused } from "./query-problem.js";
import { Tokens, type Token } from "./tokens.js";

/** Words of the language; none of them names a class or a property, except behind a dot. */
const reserved = new Set([
  "AND", "ASSOCIATORS", "BY", "FROM", "GROUP", "HAVING", "IS", "ISA", "LIKE", "NOT", "NULL", "OF", "OR", "REFERENCES", "SELECT", "TRUE", "FALSE", "WHERE", "WITHIN",
]);

/** A query's tokens with the one that is looked at. Words compare without case. */
export class QueryTokens {
  readonly #tokens: Tokens;
  current: Token;

  /** @throws QueryRefused */
  constructor(text: string) {
    this.#tokens = new Tokens(text);
    this.current = this.#tokens.next();
  }

  advance(): void {
    this.current = this.#tokens.next();
  }

  isKeyword(word: string): boolean {
    return this.current.kind === "name" && this.current.text.length === word.length && this.current.text.toUpperCase() === word;
  }

  takeKeyword(word: string): boolean {
    if (!this.isKeyword(word)) return false;
    this.advance();
    return true;
  }

  takeSymbol(symbol: string): boolean {
    if (this.current.kind !== "symbol" || this.current.text !== symbol) return false;
    this.advance();
    return true;
  }

  /** @param otherwise the sentence when something else stands here */
  expectKeyword(word: string, otherwise: string): void {
    if (!this.takeKeyword(word)) this.refuse(otherwise);
  }

  expectSymbol(symbol: string, otherwise: string): void {
    if (!this.takeSymbol(symbol)) this.refuse(otherwise);
  }

  expectName(what: string): Name {
    if (this.current.kind === "name" && reserved.has(this.current.text.toUpperCase())) this.refuse(`${this.current.text} is a word of the language; ${what} is expected here.`);
    return this.expectWord(what);
  }

  expectWord(what: string): Name {
    const { kind, text, offset } = this.current;
    if (kind !== "name") this.refuse(`${what[0]!.toUpperCase()}${what.slice(1)} is expected here.`);
    this.advance();
    return { text, offset };
  }

  expectEnd(): void {
    if (this.current.kind !== "end") this.refuse("The query is complete; nothing may stand here but AND or OR with another condition.");
  }

  refuse(message: string): never {
    throw new QueryRefused({ kind: "syntax", offset: this.current.offset, message });
  }
}
