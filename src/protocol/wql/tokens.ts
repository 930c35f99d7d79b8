import { QueryRefused } from "./query-problem.js";

export interface Token {
  readonly kind: "name" | "string" | "integer" | "real" | "symbol" | "end";
  /** Of a string its characters, escapes resolved; otherwise as written. */
  readonly text: string;
  readonly offset: number;
  readonly end: number;
}

/** Two characters before one. */
const symbols = ["<>", "!=", "<=", ">=", "=", "<", ">", "(", ")", ",", ".", "*", "{", "}", "@", "+", "-"];

/** Gives a query's tokens one by one. */
export class Tokens {
  #at = 0;

  constructor(private readonly source: string) {}

  /** @throws QueryRefused at a character that no token begins with, or a string without end */
  next(): Token {
    const { source } = this;
    while (this.#at < source.length && isBlank(source.charCodeAt(this.#at))) this.#at++;
    const offset = this.#at;
    if (offset >= source.length) return { kind: "end", text: "", offset, end: offset };
    const unit = source.charCodeAt(offset);
    if (isNameStart(unit)) return this.#take("name", this.#endOf(offset + 1, isNamePart));
    if (unit === 0x22 || unit === 0x27) return this.#string(offset, unit);
    const sign = unit === 0x2b || unit === 0x2d ? 1 : 0;
    const first = source.charCodeAt(offset + sign);
    if (isDigit(first) || (first === 0x2e && isDigit(source.charCodeAt(offset + sign + 1)))) return this.#number(offset, offset + sign);
    const symbol = symbols.find((each) => source.startsWith(each, offset));
    if (symbol !== undefined) return this.#take("symbol", offset + symbol.length);
    throw new QueryRefused({ kind: "syntax", offset, message: `The character ${JSON.stringify(String.fromCodePoint(source.codePointAt(offset)!))} has no meaning in a query.` });
  }

  #take(kind: Token["kind"], end: number): Token {
    const offset = this.#at;
    this.#at = end;
    return { kind, text: this.source.slice(offset, end), offset, end };
  }

  #endOf(from: number, belongs: (unit: number) => boolean): number {
    let at = from;
    while (at < this.source.length && belongs(this.source.charCodeAt(at))) at++;
    return at;
  }

  #number(offset: number, from: number): Token {
    let end = this.#endOf(from, isDigit);
    const real = this.source.charCodeAt(end) === 0x2e && isDigit(this.source.charCodeAt(end + 1));
    if (real) end = this.#endOf(end + 1, isDigit);
    if (isNameStart(this.source.charCodeAt(end))) {
      throw new QueryRefused({ kind: "syntax", offset: end, message: "A number ends here, and no name may begin right behind it; numbers are decimal." });
    }
    this.#at = offset;
    return this.#take(real ? "real" : "integer", end);
  }

  /** A backslash stands before itself and before quotes; before anything else it means itself. */
  #string(offset: number, quote: number): Token {
    const { source } = this;
    let text = "";
    let from = offset + 1;
    for (let at = from; at < source.length; at++) {
      const unit = source.charCodeAt(at);
      if (unit === quote) {
        this.#at = at + 1;
        return { kind: "string", text: text + source.slice(from, at), offset, end: at + 1 };
      }
      if (unit !== 0x5c) continue;
      const escaped = source.charCodeAt(at + 1);
      if (escaped !== 0x5c && escaped !== 0x22 && escaped !== 0x27) continue;
      text += source.slice(from, at);
      from = at + 1;
      at++;
    }
    throw new QueryRefused({ kind: "syntax", offset, message: `The string that begins here never ends; a ${String.fromCharCode(quote)} is missing.` });
  }
}

const isBlank = (unit: number): boolean => unit === 0x20 || unit === 0x09 || unit === 0x0a || unit === 0x0d;
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
const isNameStart = (unit: number): boolean => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a) || unit === 0x5f;
const isNamePart = (unit: number): boolean => isNameStart(unit) || isDigit(unit);
