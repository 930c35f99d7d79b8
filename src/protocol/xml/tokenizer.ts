import { AttributeList } from "./attribute-list.js";
import { describeForbidden, firstForbidden, skipSpace } from "./characters.js";
import { endOfComment, endOfInstruction, readDeclaration, refuseDeclaration } from "./markup.js";
import { NamespaceScope, XML_NAMESPACE } from "./namespace-scope.js";
import { NameReader, refuseEnd, refuseEndTag, refuseUnit } from "./name-reader.js";
import { checkReference } from "./references.js";
import type { KnownTag, TagContext, TagMemo } from "./tag-memo.js";
import { TagRecall } from "./tag-recall.js";
import type { XmlLimits } from "./xml-limits.js";
import { XmlSyntaxError } from "./xml-problem.js";

export const XmlToken = { eof: 0, start: 1, end: 2, text: 3 } as const;
export type XmlToken = (typeof XmlToken)[keyof typeof XmlToken];

/**
 * The moving half of `XmlScanner`: one pass over the text that leaves offsets behind instead of strings. Everything is looked for with
 * `indexOf` from a remembered place, end tags are compared with their start tags where they stand, and each limit is checked before
 * the work it bounds.
 */
export class Tokenizer {
  source: string;
  /** Depth of the element started or ended last, of the element around a text. The root has 1. */
  depth = 0;
  /** Start tag: was it `<a/>`? An end token still follows. */
  isEmptyElement = false;
  /** First offset of the token. */
  tokenStart = 0;
  /** Offset behind the token; the end token of `<a/>` is empty and stands behind the tag. */
  tokenEnd = 0;
  /** Start tag: what is remembered of it; `undefined` when it was read for the first time, or without a memo. */
  knownTag: KnownTag | undefined;

  protected readonly scope: NamespaceScope;
  protected readonly attributeList: AttributeList;
  // One entry for each open element, by depth.
  protected readonly elementNamespaces: string[] = [""];
  protected readonly languages: (string | undefined)[];
  protected readonly nameStarts: number[] = [0];
  protected readonly localStarts: number[] = [0];
  protected readonly nameEnds: number[] = [0];
  protected textForm: "plain" | "references" | "cdata" = "plain";
  readonly #limits: XmlLimits;
  readonly #names: NameReader;
  readonly #recall: TagRecall | undefined;
  #token: XmlToken | undefined;
  #rootSeen = false;
  // Next place of something at or behind the position; looked for again only when passed, which keeps the whole scan linear.
  #nextTag = -1;
  #nextReference = -1;
  #nextSectionEnd = -1;

  /**
   * @param inScope declarations to take as given, for a text cut out of a document: prefix to URI, empty prefix for the default
   * @param language xml:lang to take as given
   * @param memo start tags known from other documents read with the same limits
   * @param outside what of it is known where these declarations, and no others, are in scope; needed when there are any
   */
  constructor(source: string, limits: XmlLimits, inScope?: Iterable<readonly [string, string]>, language?: string, memo?: TagMemo, outside = memo?.outside) {
    this.source = source;
    this.#limits = limits;
    this.#names = new NameReader(source, limits.nameLength);
    this.scope = new NamespaceScope(limits.namespaces, inScope);
    this.attributeList = new AttributeList(source);
    this.languages = [language];
    this.#recall = memo === undefined || outside === undefined ? undefined : new TagRecall(memo, outside);
  }

  /**
   * Begins with another document, which has nothing in scope, under the same limits and with the same memo: for who reads many small ones,
   * because making a scanner takes as long as reading one of them. Nothing of the document before is kept.
   */
  restart(source: string): void {
    this.source = source;
    this.#names.restart(source);
    this.scope.restart();
    this.attributeList.restart(source);
    for (let depth = 0; depth < this.nameStarts.length; depth++) {
      this.elementNamespaces[depth] = "";
      this.languages[depth] = undefined;
    }
    this.#recall?.restart();
    this.depth = this.tokenStart = this.tokenEnd = 0;
    this.#nextTag = this.#nextReference = this.#nextSectionEnd = -1;
    this.isEmptyElement = this.#rootSeen = false;
    this.knownTag = this.#token = undefined;
  }

  /**
   * Moves to the next token. Comments and processing instructions are passed over; adjacent pieces of text may come as several tokens.
   * @throws XmlSyntaxError when the text is not well-formed, has a DOCTYPE or exceeds a limit; the scanner is of no use after that
   */
  next(): XmlToken {
    if (this.#token === undefined) this.#begin();
    if (this.#token === XmlToken.start && this.isEmptyElement) {
      this.tokenStart = this.tokenEnd;
      return (this.#token = XmlToken.end);
    }
    if (this.#token === XmlToken.end) {
      this.scope.close();
      this.depth--;
    }
    return (this.#token = this.#scan(this.tokenEnd));
  }

  /** Start of an element whose tags inside may be remembered: what is known there. */
  get inside(): TagContext | undefined {
    return this.isEmptyElement ? undefined : this.#recall?.inside(this.depth);
  }

  /**
   * Before a start tag or behind an end tag: moves over characters that are whole elements, as these very characters were found to be in
   * the same context before.
   */
  passOver(length: number): void {
    if (this.#token === XmlToken.end) {
      this.scope.close();
      this.depth--;
    }
    this.tokenStart = this.tokenEnd;
    this.tokenEnd += length;
    this.textForm = "plain";
    this.#token = XmlToken.text;
  }

  #begin(): void {
    const offset = firstForbidden(this.source);
    if (offset >= 0) this.#refuse("forbidden-character", offset, 1, describeForbidden(this.source.charCodeAt(offset)));
    const start = this.source.charCodeAt(0) === 0xfeff ? 1 : 0;
    this.tokenEnd = readDeclaration(this.source, start)?.end ?? start;
  }

  #scan(from: number): XmlToken {
    const source = this.source;
    let at = from;
    for (;;) {
      if (at >= source.length) return this.#finish(at);
      if (source.charCodeAt(at) !== 0x3c) {
        if (this.depth > 0) return this.#scanText(at);
        at = this.#skipOutside(at);
        continue;
      }
      const unit = source.charCodeAt(at + 1);
      if (unit === 0x2f) return this.#scanEndTag(at);
      if (unit === 0x3f) at = endOfInstruction(source, at);
      else if (unit !== 0x21) return this.#scanStartTag(at);
      else if (source.startsWith("--", at + 2)) at = endOfComment(source, at);
      else if (this.depth > 0 && source.startsWith("[CDATA[", at + 2)) return this.#scanSection(at);
      else refuseDeclaration(source, at);
    }
  }

  #finish(at: number): XmlToken {
    if (this.depth > 0) {
      const start = this.nameStarts[this.depth]!;
      const name = this.source.slice(start, this.nameEnds[this.depth]);
      this.#refuse("unexpected-end", start, name.length, `The element ${name} is never closed: the document ends before </${name}>.`);
    }
    if (!this.#rootSeen) this.#refuse("missing-root", at, 0, "The document has no element.");
    this.tokenStart = this.tokenEnd = at;
    return XmlToken.eof;
  }

  /** Outside the root only white space may stand. */
  #skipOutside(at: number): number {
    const end = skipSpace(this.source, at);
    if (end === at) this.#refuse("text-outside-root", at, 1, "Text stands outside the root element.");
    return end;
  }

  #scanText(at: number): XmlToken {
    const source = this.source;
    if (this.#nextTag < at) this.#nextTag = offsetOf(source, "<", at);
    const end = this.#nextTag;
    if (this.#nextSectionEnd < at) this.#nextSectionEnd = offsetOf(source, "]]>", at);
    if (this.#nextSectionEnd < end) this.#refuse("section-end-in-text", this.#nextSectionEnd, 3, 'Text must not contain "]]>"; write "]]&gt;".');
    this.textForm = this.#checkReferences(at, end) ? "references" : "plain";
    this.tokenStart = at;
    this.tokenEnd = end;
    return XmlToken.text;
  }

  #scanSection(at: number): XmlToken {
    const end = this.source.indexOf("]]>", at + 9);
    if (end < 0) this.#refuse("unexpected-end", at, 9, "The CDATA section that starts here never ends.");
    this.textForm = "cdata";
    this.tokenStart = at;
    this.tokenEnd = end + 3;
    return XmlToken.text;
  }

  #scanStartTag(at: number): XmlToken {
    if (this.depth === 0 && this.#rootSeen) this.#refuse("second-root", at, 1, "A second root element starts here; a document has exactly one.");
    if (this.depth >= this.#limits.depth) this.#refuse("too-deep", at, 1, `Elements are nested deeper than ${String(this.#limits.depth)}.`);
    const depth = ++this.depth;
    this.#rootSeen = true;
    const known = this.#recall?.find(this.source, at, depth);
    this.knownTag = known;
    if (known !== undefined) return this.#take(known, at, depth);
    const nameEnd = this.#names.read(at + 1, "An element name");
    this.nameStarts[depth] = at + 1;
    this.localStarts[depth] = this.#names.localStart;
    this.nameEnds[depth] = nameEnd;
    this.scope.open();
    this.attributeList.count = 0;
    this.#nextTag = offsetOf(this.source, "<", at + 1);
    const close = this.#scanAttributes(nameEnd);
    this.isEmptyElement = this.source.charCodeAt(close) === 0x2f;
    this.#resolveNames(depth);
    this.tokenStart = at;
    this.tokenEnd = close + (this.isEmptyElement ? 2 : 1);
    if (this.#recall?.wants(depth) === true) this.#teach(this.#recall, at, depth);
    return XmlToken.start;
  }

  /** Reads a tag that was read before by its characters alone. */
  #take(tag: KnownTag, at: number, depth: number): XmlToken {
    this.isEmptyElement = tag.isEmptyElement;
    this.nameStarts[depth] = at + 1;
    this.localStarts[depth] = at + tag.localStart;
    this.nameEnds[depth] = at + tag.nameEnd;
    this.elementNamespaces[depth] = tag.namespace;
    this.languages[depth] = tag.language ?? this.languages[depth - 1];
    this.scope.open();
    if (tag.declarations.length > 0) this.scope.redeclare(tag.declarations);
    this.attributeList.recall(tag.attributes, at);
    this.tokenStart = at;
    this.tokenEnd = at + tag.text.length;
    return XmlToken.start;
  }

  #teach(recall: TagRecall, at: number, depth: number): void {
    const { scope, attributeList } = this;
    recall.teach(this.source, at, this.tokenEnd, depth, scope.declares, () => ({
      localStart: this.localStarts[depth]! - at, nameEnd: this.nameEnds[depth]! - at, isEmptyElement: this.isEmptyElement,
      namespace: this.elementNamespaces[depth]!, attributes: attributeList.relativeTo(at), declarations: scope.declared(),
      language: attributeList.find(XML_NAMESPACE, "lang") < 0 ? undefined : this.languages[depth],
    }));
  }

  /** @returns the offset of the `>` or `/>` that closes the tag. */
  #scanAttributes(from: number): number {
    const source = this.source;
    let at = from;
    for (;;) {
      const start = skipSpace(source, at);
      const unit = source.charCodeAt(start);
      if (unit === 0x3e || (unit === 0x2f && source.charCodeAt(start + 1) === 0x3e)) return start;
      if (start >= source.length) refuseEnd(start, "inside a tag");
      if (start === at) this.#refuse("missing-space", start, 1, "White space is missing before an attribute, or the tag is not closed.");
      at = this.#scanAttribute(start);
    }
  }

  /** @returns the offset behind the closing quote. */
  #scanAttribute(start: number): number {
    const source = this.source;
    const nameEnd = this.#names.read(start, "An attribute name");
    const localStart = this.#names.localStart;
    const equals = skipSpace(source, nameEnd);
    if (source.charCodeAt(equals) !== 0x3d) refuseUnit(source, "expected-equals", equals, `After the attribute name ${source.slice(start, nameEnd)} comes "=".`);
    const quote = skipSpace(source, equals + 1);
    const unit = source.charCodeAt(quote);
    if (unit !== 0x22 && unit !== 0x27) refuseUnit(source, "expected-quote", quote, "An attribute value stands in quotes.");
    const end = source.indexOf(unit === 0x22 ? '"' : "'", quote + 1);
    if (this.#nextTag < (end < 0 ? source.length : end)) this.#refuse("tag-in-attribute", this.#nextTag, 1, 'An attribute value must not contain "<"; write "&lt;", or close the quote before.');
    if (end < 0) this.#refuse("unexpected-end", quote, 1, "The attribute value that starts here is never closed.");
    this.#checkReferences(quote + 1, end);
    this.#takeAttribute(start, localStart, nameEnd, quote + 1, end);
    return end + 1;
  }

  #takeAttribute(start: number, localStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const source = this.source;
    if (source.startsWith("xmlns", start) && (localStart === start ? nameEnd === start + 5 : localStart === start + 6)) {
      const prefix = localStart === start ? "" : source.slice(localStart, nameEnd);
      this.scope.declare(prefix, this.attributeList.decode(valueStart, valueEnd), start, nameEnd - start);
      return;
    }
    if (this.attributeList.count >= this.#limits.attributes) {
      this.#refuse("too-many-attributes", start, nameEnd - start, `An element has more than ${String(this.#limits.attributes)} attributes.`);
    }
    this.attributeList.add(start, localStart, nameEnd, valueStart, valueEnd);
  }

  #resolveNames(depth: number): void {
    const start = this.nameStarts[depth]!;
    const prefixEnd = Math.max(start, this.localStarts[depth]! - 1);
    const uri = this.scope.resolve(this.source, start, prefixEnd);
    if (uri === undefined) {
      const prefix = this.source.slice(start, prefixEnd);
      this.#refuse("unbound-prefix", start, prefix.length, `The prefix "${prefix}" is not declared; xmlns:${prefix}="…" is missing.`);
    }
    this.elementNamespaces[depth] = uri;
    this.attributeList.resolve(this.scope);
    const language = this.attributeList.find(XML_NAMESPACE, "lang");
    this.languages[depth] = language < 0 ? this.languages[depth - 1] : this.attributeList.value(language);
  }

  #scanEndTag(at: number): XmlToken {
    const source = this.source;
    const start = this.nameStarts[this.depth]!;
    const length = this.nameEnds[this.depth]! - start;
    if (this.depth === 0) this.#refuse("unexpected-end-tag", at, 2, "An end tag stands outside the root element.");
    let same = 0;
    while (same < length && source.charCodeAt(start + same) === source.charCodeAt(at + 2 + same)) same++;
    const nameEnd = at + 2 + length;
    const close = skipSpace(source, nameEnd);
    if (same < length || source.charCodeAt(close) !== 0x3e) refuseEndTag(source, at, source.slice(start, start + length), this.#names);
    this.tokenStart = at;
    this.tokenEnd = close + 1;
    return XmlToken.end;
  }

  /** @returns whether there is a reference between the offsets; all there are have been checked. */
  #checkReferences(from: number, to: number): boolean {
    if (this.#nextReference < from) this.#nextReference = offsetOf(this.source, "&", from);
    if (this.#nextReference >= to) return false;
    while (this.#nextReference < to) {
      const behind = checkReference(this.source, this.#nextReference, to, this.#limits.referenceLength);
      this.#nextReference = offsetOf(this.source, "&", behind);
    }
    return true;
  }

  #refuse(code: string, offset: number, length: number, message: string): never {
    throw new XmlSyntaxError(code, offset, length, message);
  }
}

/** `indexOf` that says the end of the text when there is none. */
function offsetOf(source: string, piece: string, from: number): number {
  const at = source.indexOf(piece, from);
  return at < 0 ? source.length : at;
}
