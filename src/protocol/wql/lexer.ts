import { WqlError } from "./wql-error.js";

export interface Token {
  readonly kind: "word" | "string" | "number" | "symbol" | "end";
  /** As written; of a string what its quotes and escapes stand for. */
  readonly text: string;
  readonly offset: number;
}

const symbols = ["<>", "!=", "<=", ">=", "=", "<", ">", "(", ")", ",", ".", "*", "{", "}"] as const;
const letter = /[\p{L}_]/u;

/** Cuts a query into tokens, one when asked, so that nothing behind a mistake costs anything. */
export class Lexer {
  #at = 0;
  #token: Token;

  /** @throws WqlError as `advance` does */
  constructor(readonly source: string) {
    this.#token = this.#read();
  }

  /** The present token. */
  get token(): Token {
    return this.#token;
  }

  /** Moves on. @returns the token left behind. @throws WqlError for what is no token */
  advance(): Token {
    const token = this.#token;
    if (token.kind !== "end") this.#token = this.#read();
    return token;
  }

  /** Is the present token this keyword? Case does not matter. @param word upper case */
  isWord(word: string): boolean {
    return this.#token.kind === "word" && this.#token.text.toUpperCase() === word;
  }

  isSymbol(symbol: string): boolean {
    return this.#token.kind === "symbol" && this.#token.text === symbol;
  }

  /** The present token is `{`: gives what stands up to the `}` that is not inside quotes, and moves behind it. */
  braced(): string {
    const start = this.#token.offset + 1;
    let quote = "";
    for (let at = start; at < this.source.length; at++) {
      const char = this.source[at]!;
      if (quote !== "") {
        if (char === "\\") at++;
        else if (char === quote) quote = "";
      } else if (char === '"' || char === "'") quote = char;
      else if (char === "}") {
        this.#at = at + 1;
        this.#token = this.#read();
        return this.source.slice(start, at);
      }
    }
    throw new WqlError("the { of the object path has no }", start - 1);
  }

  #read(): Token {
    const { source } = this;
    while (" \t\r\n".includes(source[this.#at] ?? "x")) this.#at++;
    const offset = this.#at;
    const char = source[offset];
    if (char === undefined) return { kind: "end", text: "", offset };
    if (char === '"' || char === "'") return this.#readString(char);
    if (/[\d+-]/.test(char) || (char === "." && /\d/.test(source[offset + 1] ?? ""))) return this.#readNumber();
    if (letter.test(char)) return this.#readWord();
    const symbol = symbols.find((each) => source.startsWith(each, offset));
    if (symbol === undefined) throw new WqlError(strangerHint(char), offset);
    this.#at += symbol.length;
    return { kind: "symbol", text: symbol === "!=" ? "<>" : symbol, offset };
  }

  #readWord(): Token {
    const offset = this.#at;
    const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
    word.lastIndex = offset;
    const text = word.exec(this.source)![0];
    this.#at += text.length;
    return { kind: "word", text, offset };
  }

  #readNumber(): Token {
    const offset = this.#at;
    const number = /[+-]?\d*(?:\.\d+)?/y;
    number.lastIndex = offset;
    const text = number.exec(this.source)![0];
    if (!/\d/.test(text)) throw new WqlError(`"${this.source[offset]!}" has no number behind it, and queries do no arithmetic`, offset);
    this.#at += text.length;
    if (letter.test(this.source[this.#at] ?? " ")) throw new WqlError("numbers are decimal digits without a unit or an exponent", offset);
    return { kind: "number", text, offset };
  }

  /** A backslash stands before a backslash or a quote; anywhere else it is itself. */
  #readString(quote: string): Token {
    const offset = this.#at;
    const { source } = this;
    let text = "";
    let from = offset + 1;
    for (let at = from; at < source.length; at++) {
      const char = source[at]!;
      if (char === quote) {
        this.#at = at + 1;
        return { kind: "string", text: text + source.slice(from, at), offset };
      }
      if (char === "\\" && "\\\"'".includes(source[at + 1] ?? "x")) {
        text += source.slice(from, at);
        from = ++at;
      }
    }
    throw new WqlError("the text that begins here has no closing quote", offset);
  }
}

function strangerHint(char: string): string {
  if ("\u2018\u2019\u201c\u201d".includes(char)) return "typographic quotes do not begin a text; write ' or \"";
  if (char === ";") return "nothing ends a query but its end; leave the semicolon out";
  return `the character ${JSON.stringify(char)} has no meaning in a query`;
}
