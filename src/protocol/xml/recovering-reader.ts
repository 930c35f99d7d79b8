import { describeForbidden, endOfName, firstForbidden, skipSpace } from "./characters.js";
import { ElementStack, type OpenPositioned } from "./element-stack.js";
import { lineIndex, type LineIndex } from "./line-index.js";
import { endOfInstruction, readDeclaration, refuseDeclaration } from "./markup.js";
import type { PositionedComment, PositionedElement } from "./positioned-element.js";
import { ProblemList } from "./problem-list.js";
import { decodeLeniently } from "./recovering-value.js";
import { endOfQualifiedName, RecoveringTagReader } from "./recovering-tag.js";
import { normalizeLineEnds } from "./references.js";

/** Far beyond any configuration; keeps a file of unclosed tags from growing a tree nobody can walk. */
const maxDepth = 200;

/** Builds the positioned tree of a text that may be wrong anywhere. One pass with a stack of its own: depth costs no call stack. */
export class RecoveringReader {
  root: PositionedElement | undefined;
  readonly comments: PositionedComment[] = [];
  readonly problems = new ProblemList();
  readonly #source: string;
  readonly #tags: RecoveringTagReader;
  readonly #stack: ElementStack;
  #lines: LineIndex | undefined;
  #secondRootReported = false;
  /** A comment or section ran to the end of the text: that elements are open there is no mistake of its own. */
  #cutOff = false;

  constructor(source: string) {
    this.#source = source;
    this.#tags = new RecoveringTagReader(source, this.problems);
    this.#stack = new ElementStack(this.problems, {
      nextEndTag: (offset) => this.#nextEndTag(offset),
      lineOf: (offset) => (this.#lines ??= lineIndex(source)).place(offset).line,
    });
  }

  /** Reads everything. Called once. */
  run(): void {
    this.#reportForbidden();
    let at = this.#readDeclaration();
    while (at < this.#source.length && !this.problems.isFull) at = this.#readPiece(at);
    this.#stack.finish(this.#source.length, this.#cutOff || this.#tags.cutOff);
    if (this.root === undefined && this.problems.isEmpty) this.problems.add({ code: "missing-root", offset: this.#source.length, length: 0, message: "The document has no element." });
  }

  /** @returns the offset behind what was read; always beyond `at`. */
  #readPiece(at: number): number {
    const source = this.#source;
    if (source[at] !== "<") return this.#readText(at);
    const next = source[at + 1];
    if (next === "/") return this.#readEndTag(at);
    if (next === "?") return this.problems.attempt(() => endOfInstruction(source, at)) ?? this.#behind("?>", at);
    if (next === "!") return this.#readDeclarationMarkup(at);
    if (endOfName(source, at + 1) > at + 1) return this.#readStartTag(at, at + 1);
    const name = skipSpace(source, at + 1);
    if (this.#looksLikeTag(name)) {
      this.#report("space-before-name", at + 1, name - at - 1, 'No white space may stand between "<" and the name.');
      return this.#readStartTag(at, name);
    }
    this.#report("bare-less-than", at, 1, 'A "<" begins no tag here; a literal one is written "&lt;".');
    if (this.#stack.top !== undefined) this.#stack.top.text += "<";
    return at + 1;
  }

  #readStartTag(offset: number, nameOffset: number): number {
    const tag = this.#tags.read(nameOffset);
    if (this.#stack.depth >= maxDepth) {
      this.#report("too-deep", offset, 1, `Elements are nested deeper than ${String(maxDepth)}; the rest of the file was not read.`);
      return this.#source.length;
    }
    const element: OpenPositioned = {
      name: tag.name, attributes: tag.attributes, children: [], text: "", textPieces: [], comments: [], offset, nameOffset,
      tagEndOffset: tag.end, endTagOffset: tag.end, endOffset: tag.end, isSelfClosing: tag.isSelfClosing,
    };
    this.#attach(element);
    if (!tag.isSelfClosing) this.#stack.push(element, tag.isClosed);
    return tag.end;
  }

  #attach(element: PositionedElement): void {
    const parent = this.#stack.top;
    if (parent !== undefined) parent.children.push(element);
    else if (this.root === undefined) this.root = element;
    else if (!this.#secondRootReported) {
      this.#secondRootReported = true;
      const related = { offset: this.root.offset, length: this.root.name.length + 1, message: `The root element <${this.root.name}> stands here.` };
      const message = `<${element.name}> stands outside the root element <${this.root.name}>; a document has exactly one root.`;
      this.problems.add({ code: "second-root", offset: element.offset, length: element.name.length + 1, message, name: element.name, related });
    }
  }

  #readEndTag(at: number): number {
    const source = this.#source;
    const nameStart = skipSpace(source, at + 2);
    const nameEnd = endOfQualifiedName(source, nameStart);
    if (nameEnd === nameStart) {
      this.#report("bad-name", at, 2, 'After "</" comes the name of the element to close.');
      return this.#endOfBrokenTag(at + 2);
    }
    if (nameStart > at + 2) this.#report("space-before-name", at + 2, nameStart - at - 2, 'No white space may stand between "</" and the name.');
    let end = skipSpace(source, nameEnd);
    if (source[end] === ">") end++;
    else if (end >= source.length || source[end] === "<") this.#report("unclosed-tag", at, nameEnd - at, `The end tag </${source.slice(nameStart, nameEnd)} is not closed with ">".`);
    else {
      this.#report("attribute-on-end-tag", end, 1, `After the name ${source.slice(nameStart, nameEnd)} an end tag has only ">".`);
      end = this.#endOfBrokenTag(end);
    }
    this.#stack.endTag(source.slice(nameStart, nameEnd), at, end);
    return end;
  }

  #readText(at: number): number {
    const source = this.#source;
    const end = offsetOf(source, "<", at);
    const element = this.#stack.top;
    if (element !== undefined) {
      const text = decodeLeniently(source, at, end, "text", this.problems, !this.#tags.entitiesUnknown);
      element.text += text;
      const written = source.slice(at, end);
      if (text.trim() !== "") element.textPieces.push({ offset: end - written.trimStart().length, length: written.trim().length });
      const section = written.indexOf("]]>");
      if (section >= 0) this.#report("section-end-in-text", at + section, 3, 'Text must not contain "]]>"; write "]]&gt;".');
      return end;
    }
    const first = skipSpace(source, at);
    const isMark = first === 0 && source.charCodeAt(0) === 0xfeff && skipSpace(source, 1) >= end;
    if (first < end && !isMark && !this.#secondRootReported) this.#report("text-outside-root", first, end - first, "Text stands outside the root element.");
    return end;
  }

  /** `<!--`, `<![CDATA[` and what must not be. */
  #readDeclarationMarkup(at: number): number {
    const source = this.#source;
    if (source.startsWith("<!--", at)) return this.#readComment(at);
    const element = this.#stack.top;
    if (source.startsWith("<![CDATA[", at)) {
      const end = this.#closed("]]>", at, 9, "CDATA section");
      if (element === undefined) this.#report("text-outside-root", at, 9, "A CDATA section stands outside the root element.");
      else {
        const text = normalizeLineEnds(source.slice(at + 9, Math.max(at + 9, end - 3)));
        element.text += text;
        if (text.trim() !== "") element.textPieces.push({ offset: at, length: end - at });
      }
      return end;
    }
    this.problems.attempt(() => refuseDeclaration(source, at));
    if (!source.startsWith("<!DOCTYPE", at)) return this.#behind(">", at);
    this.#tags.entitiesUnknown = true;
    const close = offsetOf(source, ">", at);
    const subset = source.slice(at, close).indexOf("[");
    return this.#behind(">", subset < 0 ? at : this.#behind("]", at + subset) - 1);
  }

  #readComment(offset: number): number {
    const source = this.#source;
    const endOffset = this.#closed("-->", offset, 4, "comment");
    const inner = source.slice(offset + 4, Math.max(offset + 4, endOffset - 3));
    // The dash before the end counts: "--->" closes no comment.
    const hyphens = `${inner}-`.indexOf("--");
    if (hyphens >= 0) this.#report("double-hyphen-in-comment", offset + 4 + hyphens, 2, 'A comment must not contain "--".');
    (this.#stack.top?.comments ?? this.comments).push({ text: normalizeLineEnds(inner), offset, endOffset });
    return endOffset;
  }

  #readDeclaration(): number {
    const start = this.#source.charCodeAt(0) === 0xfeff ? 1 : 0;
    const problemsBefore = this.problems.isEmpty;
    const declaration = this.problems.attempt(() => readDeclaration(this.#source, start));
    if (declaration !== undefined) return declaration.end;
    return this.problems.isEmpty === problemsBefore ? start : this.#behind(">", start);
  }

  /** The first only: a file with one usually has thousands, because it is no text file. */
  #reportForbidden(): void {
    const at = firstForbidden(this.#source);
    if (at >= 0) this.#report("forbidden-character", at, 1, describeForbidden(this.#source.charCodeAt(at)));
  }

  /** @returns the offset behind `close`; reports at `at` and gives the end of the text when there is none. */
  #closed(close: string, at: number, length: number, what: string): number {
    const end = this.#source.indexOf(close, at + length);
    if (end >= 0) return end + close.length;
    this.#cutOff = true;
    this.#report("unexpected-end", at, length, `The ${what} that starts here never ends.`);
    return this.#source.length;
  }

  #behind(piece: string, from: number): number {
    return Math.min(this.#source.length, offsetOf(this.#source, piece, from) + piece.length);
  }

  #endOfBrokenTag(from: number): number {
    const close = offsetOf(this.#source, ">", from);
    const next = offsetOf(this.#source, "<", from);
    return next < close ? next : Math.min(close + 1, this.#source.length);
  }

  #looksLikeTag(nameStart: number): boolean {
    const end = endOfName(this.#source, nameStart);
    return end > nameStart && offsetOf(this.#source, ">", end) < offsetOf(this.#source, "<", end);
  }

  #nextEndTag(offset: number): string | undefined {
    const at = this.#source.indexOf("</", offset);
    if (at < 0 || this.#source.indexOf("<", offset) !== at) return undefined;
    return this.#source.slice(at + 2, endOfQualifiedName(this.#source, at + 2));
  }

  #report(code: string, offset: number, length: number, message: string): void {
    this.problems.add({ code, offset, length, message });
  }
}

function offsetOf(source: string, piece: string, from: number): number {
  const at = source.indexOf(piece, from);
  return at < 0 ? source.length : at;
}
