import { ownCopy } from "../../base/own-copy.js";
import { endOfName, isSpace, skipSpace } from "./characters.js";
import type { PositionedAttribute } from "./positioned-element.js";
import type { ProblemList } from "./problem-list.js";
import { decodeLeniently, endOfUnclosedValue, mayFollowValue, startOfTrailingAttribute } from "./recovering-value.js";

export interface RecoveredTag {
  readonly name: string;
  readonly attributes: readonly PositionedAttribute[];
  readonly isSelfClosing: boolean;
  /** `false`: ">" or "/>" is missing, so nobody knows whether an end tag was meant to follow. */
  readonly isClosed: boolean;
  readonly end: number;
}

/** Reads start tags as people write them: reports what is wrong and goes on with what was probably meant. */
export class RecoveringTagReader {
  /** Set when a DOCTYPE was refused: the entities it may declare are then not reported one by one. */
  entitiesUnknown = false;
  /** A tag ran to the end of the text. */
  cutOff = false;
  readonly #source: string;
  readonly #problems: ProblemList;
  #nextTag = -1;
  /** In this tag: what follows from it is no mistake of its own. */
  #quoteMissing = false;

  constructor(source: string, problems: ProblemList) {
    this.#source = source;
    this.#problems = problems;
  }

  /** @param nameOffset where the element's name begins */
  read(nameOffset: number): RecoveredTag {
    const source = this.#source;
    const nameEnd = endOfQualifiedName(source, nameOffset);
    const name = source.slice(nameOffset, nameEnd);
    const attributes: PositionedAttribute[] = [];
    const seen = new Map<string, PositionedAttribute>();
    let at = nameEnd;
    this.#quoteMissing = false;
    while (!this.#problems.isFull) {
      const start = skipSpace(source, at);
      const end = this.#endOfTag(name, start);
      if (end !== undefined) return { name, attributes, ...end };
      if (!this.#isAttribute(start, start > at)) {
        at = this.#skipJunk(start);
        continue;
      }
      if (start === at) this.#report("missing-space", start, 1, "White space is missing before this attribute.");
      const attribute = this.#readAttribute(start);
      at = attribute.offset + attribute.length;
      this.#keep(attribute, attributes, seen);
    }
    return { name, attributes, isSelfClosing: true, isClosed: true, end: source.length };
  }

  #keep(attribute: PositionedAttribute, attributes: PositionedAttribute[], seen: Map<string, PositionedAttribute>): void {
    const { name, offset } = attribute;
    const first = seen.get(name);
    if (first === undefined) {
      seen.set(name, attribute);
      attributes.push(attribute);
      return;
    }
    const related = { offset: first.offset, length: first.name.length, message: "It stands here already." };
    this.#problems.add({ code: "duplicate-attribute", offset, length: name.length, message: `The attribute ${name} appears twice in one tag; the first is used.`, name, related });
  }

  /** @returns `undefined` while the tag goes on. */
  #endOfTag(name: string, at: number): Pick<RecoveredTag, "isSelfClosing" | "isClosed" | "end"> | undefined {
    const source = this.#source;
    const unit = source[at];
    if (unit === ">") return { isSelfClosing: false, isClosed: true, end: at + 1 };
    if (unit === undefined) {
      this.cutOff = true;
      if (!this.#quoteMissing) this.#problems.add({ code: "unexpected-end", offset: at, length: 0, message: `The document ends inside the tag <${name}.`, name });
      return { isSelfClosing: true, isClosed: false, end: at };
    }
    if (unit === "<") {
      if (!this.#quoteMissing) this.#problems.add({ code: "unclosed-tag", offset: at, length: 1, message: `The tag <${name} is not closed: ">" or "/>" is missing before this "<".`, name, found: "<" });
      return { isSelfClosing: false, isClosed: false, end: at };
    }
    if (unit !== "/") return undefined;
    const close = skipSpace(source, at + 1);
    if (source[close] !== ">") return undefined;
    if (close > at + 1) this.#report("space-in-tag-end", at, close - at + 1, 'No white space may stand inside "/>".');
    return { isSelfClosing: true, isClosed: true, end: close + 1 };
  }

  /** Without white space before it only something that goes on with `=` is taken for an attribute. */
  #isAttribute(at: number, spaced: boolean): boolean {
    const end = endOfQualifiedName(this.#source, at);
    return end > at && (spaced || this.#source[skipSpace(this.#source, end)] === "=");
  }

  #skipJunk(at: number): number {
    const source = this.#source;
    let end = at + 1;
    while (end < source.length && !isSpace(source.charCodeAt(end)) && source[end] !== "<" && source[end] !== ">" && !source.startsWith("/>", end)) end++;
    const found = source.slice(at, end);
    this.#problems.add({ code: "unexpected-characters", offset: at, length: end - at, message: `${shorten(found)} does not belong in a tag here.`, found });
    return end;
  }

  #readAttribute(offset: number): PositionedAttribute {
    const source = this.#source;
    let nameEnd = endOfQualifiedName(source, offset);
    let at = skipSpace(source, nameEnd);
    if (source[at] !== "=") {
      const quote = this.#findQuoteBehind(at);
      if (quote < 0) return this.#withoutValue(offset, nameEnd, nameEnd);
      // A hyphen or colon typed for "=" is a letter of the name to any parser.
      const typed = at === nameEnd && quote === at ? lettersTypedForEquals(source, offset, nameEnd) : 0;
      nameEnd -= typed;
      return this.#withoutEquals(offset, nameEnd, quote);
    }
    at = skipSpace(source, at + 1);
    if (source[at] === "=") {
      this.#report("unexpected-characters", at, 1, 'One "=" is enough.');
      at = skipSpace(source, at + 1);
    }
    const unit = source[at];
    if (unit === '"' || unit === "'") return this.#readQuoted(offset, nameEnd, at);
    return this.#readUnquoted(offset, nameEnd, at);
  }

  /** `Name+"value"`, `Name - "value"`: up to three wrong characters in place of `=`. */
  #findQuoteBehind(from: number): number {
    let at = from;
    for (let wrong = 0; wrong <= 3; wrong++) {
      at = skipSpace(this.#source, at);
      const unit = this.#source[at];
      if (unit === '"' || unit === "'") return at;
      if (unit === undefined || "<>/".includes(unit) || endOfName(this.#source, at) > at) return -1;
      at++;
    }
    return -1;
  }

  #withoutEquals(offset: number, nameEnd: number, quote: number): PositionedAttribute {
    const source = this.#source;
    const name = source.slice(offset, nameEnd);
    const written = source.slice(nameEnd, quote).trim();
    const found = written === "" ? source[quote]! : written;
    const place = written === "" ? quote : skipSpace(source, nameEnd);
    const close = source.indexOf(source[quote]!, quote + 1);
    const value = close < 0 || close - quote > 200 ? "…" : source.slice(quote + 1, close);
    const suggestion = `${name}="${value}"`;
    const message = `Expected "=" after the attribute name ${name}, found ${found === '"' ? "a quote" : `"${found}"`}. Did you mean ${suggestion}?`;
    this.#problems.add({ code: "expected-equals", offset: place, length: found.length, message, found, name, suggestion });
    return this.#readQuoted(offset, nameEnd, quote);
  }

  #withoutValue(offset: number, nameEnd: number, end: number): PositionedAttribute {
    const name = this.#source.slice(offset, nameEnd);
    this.#problems.add({ code: "missing-value", offset, length: name.length, message: `The attribute ${name} has no value; it is written ${name}="…".`, name, suggestion: `${name}=""` });
    return { name, value: "", offset, length: end - offset, valueOffset: end, valueLength: 0 };
  }

  #readQuoted(offset: number, nameEnd: number, quote: number): PositionedAttribute {
    const source = this.#source;
    const start = quote + 1;
    if (this.#nextTag < start) this.#nextTag = offsetOf(source, "<", start);
    const close = offsetOf(source, source[quote]!, start);
    if (close < this.#nextTag && mayFollowValue(source, close + 1)) return this.#attribute(offset, nameEnd, start, close, close + 1);
    const next = startOfTrailingAttribute(source, start, Math.min(close, this.#nextTag));
    if (close < this.#nextTag) {
      // Something stands right behind the quote: the quote belongs to the next attribute, or the junk is reported by the caller.
      if (next < 0) return this.#attribute(offset, nameEnd, start, close, close + 1);
    } else if (this.#isUnescapedTag(start, close)) {
      this.#report("tag-in-attribute", this.#nextTag, 1, 'An attribute value must not contain "<"; write "&lt;".');
      this.#nextTag = -1;
      return this.#attribute(offset, nameEnd, start, close, close + 1);
    }
    const name = source.slice(offset, nameEnd);
    this.#quoteMissing = true;
    this.#problems.add({ code: "missing-quote", offset: quote, length: 1, message: `The closing quote of the attribute ${name} is missing.`, name });
    const end = next >= 0 && close < this.#nextTag ? next : endOfUnclosedValue(source, start, this.#nextTag);
    return this.#attribute(offset, nameEnd, start, end, end);
  }

  /** Is the `<` part of the value rather than the next tag? It is, when the value closes on its own line as values do. */
  #isUnescapedTag(start: number, close: number): boolean {
    const source = this.#source;
    if (close >= source.length || !mayFollowValue(source, close + 1) || startOfTrailingAttribute(source, start, close) >= 0) return false;
    for (let at = start; at < close; at++) if (source[at] === "\n") return false;
    return true;
  }

  #readUnquoted(offset: number, nameEnd: number, start: number): PositionedAttribute {
    const source = this.#source;
    const name = source.slice(offset, nameEnd);
    let at = start;
    while (at < source.length && !"<>\"'=".includes(source[at]!) && !source.startsWith("/>", at)) at++;
    // A quote before any "=" closes a value whose opening quote is missing; otherwise the value is one word.
    const closed = source[at] === '"' || source[at] === "'";
    if (!closed) for (at = start; isValueUnit(source, at); ) at++;
    if (at === start && !closed) return this.#withoutValue(offset, nameEnd, start);
    const value = source.slice(start, at).replace(/^[“”„‘’]|[“”‘’]$/gu, "");
    const suggestion = `${name}="${value.length > 200 ? "…" : value}"`;
    const message = `The value of the attribute ${name} must stand in straight quotes. Did you mean ${suggestion}?`;
    this.#problems.add({ code: closed ? "missing-quote" : "expected-quote", offset: start, length: at - start, message, found: source[start]!, name, suggestion });
    const attribute = this.#attribute(offset, nameEnd, start, at, closed ? at + 1 : at);
    return value.length === at - start ? attribute : { ...attribute, value };
  }

  #attribute(offset: number, nameEnd: number, valueOffset: number, valueEnd: number, end: number): PositionedAttribute {
    const source = this.#source;
    const value = ownCopy(decodeLeniently(source, valueOffset, valueEnd, "attribute", this.#problems, !this.entitiesUnknown));
    return { name: source.slice(offset, nameEnd), value, offset, length: end - offset, valueOffset, valueLength: valueEnd - valueOffset };
  }

  #report(code: string, offset: number, length: number, message: string): void {
    this.#problems.add({ code, offset, length, message, found: this.#source.slice(offset, offset + length) });
  }
}

/** A name with any number of colons: what is wrong with them is the strict scanner's to say. */
export function endOfQualifiedName(source: string, from: number): number {
  let end = endOfName(source, from);
  while (end > from && source[end] === ":") {
    const next = endOfName(source, end + 1);
    end = next > end + 1 ? next : end + 1;
  }
  return end;
}

function lettersTypedForEquals(source: string, offset: number, nameEnd: number): number {
  let typed = 0;
  while (nameEnd - typed - 1 > offset && "-:.".includes(source[nameEnd - typed - 1]!)) typed++;
  return typed;
}

function isValueUnit(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return at < source.length && !isSpace(unit) && unit !== 0x3c && unit !== 0x3e && unit !== 0x22 && unit !== 0x27 && !source.startsWith("/>", at);
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
}

function offsetOf(source: string, piece: string, from: number): number {
  const at = source.indexOf(piece, from);
  return at < 0 ? source.length : at;
}
