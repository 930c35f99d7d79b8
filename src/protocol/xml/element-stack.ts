import type { PositionedComment, PositionedElement, PositionedText } from "./positioned-element.js";
import type { ProblemList } from "./problem-list.js";

/** An element whose end has not been seen yet. */
export interface OpenPositioned extends PositionedElement {
  readonly children: PositionedElement[];
  readonly comments: PositionedComment[];
  text: string;
  readonly textPieces: PositionedText[];
  endTagOffset: number;
  endOffset: number;
}

/** What the stack needs to know of the text when end tags do not fit. */
export interface Surroundings {
  /** Name in the next tag after `offset`, when that is an end tag. */
  nextEndTag(offset: number): string | undefined;
  lineOf(offset: number): number;
}

/** The open elements of the recovering reader, and the judgement about end tags that do not fit: one mistake, one problem. */
export class ElementStack {
  readonly #open: OpenPositioned[] = [];
  readonly #uncertain = new Set<OpenPositioned>();
  readonly #problems: ProblemList;
  readonly #surroundings: Surroundings;
  /** Names closed by an outer end tag; their own end tags, when they come late, are no second mistake. */
  readonly #closedEarly = new Map<string, number>();

  constructor(problems: ProblemList, surroundings: Surroundings) {
    this.#problems = problems;
    this.#surroundings = surroundings;
  }

  get top(): OpenPositioned | undefined {
    return this.#open.at(-1);
  }

  get depth(): number {
    return this.#open.length;
  }

  /** @param isClosed `false` when the start tag has no ">": a missing end tag is then no second mistake */
  push(element: OpenPositioned, isClosed: boolean): void {
    this.#open.push(element);
    if (!isClosed) this.#uncertain.add(element);
  }

  /** Takes the end tag of `name` that stands from `start` to `end`. */
  endTag(name: string, start: number, end: number): void {
    const top = this.top;
    if (top?.name === name) {
      this.#pop(start, end);
      return;
    }
    const late = this.#closedEarly.get(name) ?? 0;
    const depth = this.#open.findLastIndex((element) => element.name === name);
    if (depth < 0 && late > 0) this.#closedEarly.set(name, late - 1);
    else if (top === undefined) this.#unexpected(name, start, "no element is open");
    else if (depth < 0 ? this.#isMisspelt(name, top, end) : this.#closesTwice(name, depth, end)) this.#mismatched(name, top, start, end);
    else if (depth < 0) this.#unexpected(name, start, `<${top.name}> is open`);
    else this.#closeDownTo(depth, start, end);
  }

  /** The text has ended; what is open is closed with one problem for the innermost, the likeliest place of the mistake, unless it was cut off inside some markup. */
  finish(end: number, cutOff: boolean): void {
    const top = this.top;
    if (top === undefined) return;
    if (!cutOff) this.#reportOpen(top);
    while (this.top !== undefined) this.#pop(end, end);
  }

  #reportOpen(top: OpenPositioned): void {
    const around = this.#open.slice(0, -1).map((element) => `<${element.name}>`).reverse().slice(0, 5);
    const also = around.length === 0 ? "" : ` Also open: ${around.join(", ")}.`;
    this.#missing(top, "the end of the document", also);
  }

  #pop(endTagOffset: number, endOffset: number): void {
    const element = this.#open.pop()!;
    element.endTagOffset = endTagOffset;
    element.endOffset = endOffset;
  }

  #closeDownTo(depth: number, start: number, end: number): void {
    const closing = this.#open[depth]!;
    while (this.top !== closing) {
      const element = this.top!;
      this.#missing(element, `</${closing.name}>`, "");
      this.#closedEarly.set(element.name, (this.#closedEarly.get(element.name) ?? 0) + 1);
      this.#pop(start, start);
    }
    this.#pop(start, end);
  }

  #missing(element: OpenPositioned, before: string, also: string): void {
    if (this.#uncertain.has(element)) return;
    const { name, nameOffset: offset } = element;
    const line = String(this.#surroundings.lineOf(element.offset));
    const message = `The element <${name}> opened in line ${line} has no end tag </${name}> before ${before}.${also}`;
    this.#problems.add({ code: "missing-end-tag", offset, length: name.length, message, name, suggestion: `</${name}>` });
  }

  #unexpected(name: string, start: number, state: string): void {
    this.#problems.add({ code: "unexpected-end-tag", offset: start, length: name.length + 2, message: `The end tag </${name}> closes nothing: ${state}.`, name });
  }

  #mismatched(name: string, top: OpenPositioned, start: number, end: number): void {
    const line = String(this.#surroundings.lineOf(top.offset));
    const message = `The end tag </${name}> does not fit the element <${top.name}> opened in line ${line}. Did you mean </${top.name}>?`;
    const related = { offset: top.nameOffset, length: top.name.length, message: `<${top.name}> is opened here.` };
    this.#problems.add({ code: "mismatched-end-tag", offset: start + 2, length: name.length, message, found: name, name: top.name, suggestion: `</${top.name}>`, related });
    this.#pop(start, end);
  }

  /** An end tag that nobody opened: a misspelt one for the innermost element, or one too many? */
  #isMisspelt(name: string, top: OpenPositioned, end: number): boolean {
    if (isSimilar(name, top.name)) return true;
    if (top.children.at(-1)?.name === name) return false;
    return this.#surroundings.nextEndTag(end) !== top.name;
  }

  /** `<a><b></a></a>`: when the same end tag follows and only one such element is open, this one was meant for the innermost. */
  #closesTwice(name: string, depth: number, end: number): boolean {
    return depth === this.#open.length - 2 && this.#surroundings.nextEndTag(end) === name && this.#open.findIndex((element) => element.name === name) === depth;
  }
}

/** Equal but for case, or with one piece of at most two letters different, missing or added. */
function isSimilar(a: string, b: string): boolean {
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  let head = 0;
  while (head < x.length && head < y.length && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < x.length - head && tail < y.length - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  return Math.max(x.length, y.length) - head - tail <= 2 && head + tail > 0;
}
