import type { StepBudget } from "../../base/step-budget.js";
import { foldCase } from "./fold-case.js";
import { WqlError } from "./wql-error.js";

/** Code units stand for themselves. */
const anyOne = -1;
const anyRun = -2;

/** Of code points, both ends in. */
type Range = readonly [from: number, to: number];

/** `[a-f]`, `[^ab]` */
interface CharacterSet {
  readonly isNegated: boolean;
  /** In order, none touching another. */
  readonly ranges: readonly Range[];
}

type Piece = number | CharacterSet;

/**
 * A LIKE pattern: `%` any run, `_` one character, `[…]` one of a set; a bracket is the only escape. Matches whole texts without regard to
 * case. Never tries more than one place at a time for what follows the last `%`, so the work is at most text times pattern.
 */
export class LikePattern {
  readonly #pieces: readonly Piece[];

  /** @param offset of the pattern in its query. @throws WqlError for a `[` without `]` */
  constructor(pattern: string, offset: number) {
    this.#pieces = parsePattern(foldCase(pattern), offset);
  }

  /** Has it any wildcard? */
  get isPlain(): boolean {
    return this.#pieces.every((piece) => typeof piece === "number" && piece >= 0);
  }

  /** @returns nothing that counts when the budget is exhausted afterwards */
  matches(text: string, budget: StepBudget): boolean {
    const pieces = this.#pieces;
    budget.spend(1 + (text.length >> 3));
    if (budget.isExhausted) return false;
    const folded = foldCase(text);
    let at = 0;
    let piece = 0;
    let runPiece = -1;
    let runAt = 0;
    let steps = 0;
    while (at < folded.length) {
      // Looked at now and then: a field read costs more than a comparison.
      if ((++steps & 1023) === 0) {
        budget.spend(1024);
        if (budget.isExhausted) return false;
      }
      const wanted = pieces[piece];
      if (wanted === anyRun) {
        runPiece = piece++;
        runAt = at;
        continue;
      }
      const width = wanted === undefined ? 0 : widthOfMatch(wanted, folded, at);
      if (width > 0) {
        at += width;
        piece++;
      } else {
        if (runPiece < 0) return false;
        runAt += widthAt(folded, runAt);
        at = runAt;
        piece = runPiece + 1;
      }
    }
    budget.spend(steps & 1023);
    while (pieces[piece] === anyRun) piece++;
    return piece === pieces.length;
  }
}

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1);

/** Code units of the text that the piece takes; 0 when it does not fit. */
function widthOfMatch(piece: Piece, text: string, at: number): number {
  if (typeof piece === "number") return piece === anyOne ? widthAt(text, at) : text.charCodeAt(at) === piece ? 1 : 0;
  const point = text.codePointAt(at)!;
  const upper = String.fromCodePoint(point).toUpperCase().codePointAt(0)!;
  const isIn = isInRanges(piece.ranges, point) || (upper !== point && isInRanges(piece.ranges, upper));
  return isIn === piece.isNegated ? 0 : point > 0xffff ? 2 : 1;
}

/** By halves: a set may have as many members as a query has characters. */
function isInRanges(ranges: readonly Range[], point: number): boolean {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle]!;
    if (point < from) high = middle - 1;
    else if (point > to) low = middle + 1;
    else return true;
  }
  return false;
}

function parsePattern(pattern: string, offset: number): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at]!;
    if (char === "%") {
      // Two runs in a row say no more than one.
      if (pieces.at(-1) !== anyRun) pieces.push(anyRun);
    } else if (char === "_") pieces.push(anyOne);
    else if (char === "[") {
      const end = endOfSet(pattern, at);
      if (end < 0) throw new WqlError("the pattern has a [ without ]; a bracket that is meant as one is written [[]", offset);
      pieces.push(parseSet(pattern.slice(at + 1, end)));
      at = end;
    } else pieces.push(char.charCodeAt(0));
  }
  return pieces;
}

/** The first `]` behind at least one member: `[]` has none, so its `]` is the member. */
function endOfSet(pattern: string, open: number): number {
  if (pattern.startsWith("[^]", open)) return open + 2;
  return pattern.indexOf("]", open + 2);
}

function parseSet(content: string): CharacterSet {
  // A caret alone is itself.
  const isNegated = content.length > 1 && content.startsWith("^");
  const members = [...content].slice(isNegated ? 1 : 0).map((member) => member.codePointAt(0)!);
  const ranges: Range[] = [];
  for (let at = 0; at < members.length; at++) {
    const sign = members[at + 1];
    const to = members[at + 2];
    // MS-WMI writes ranges with = too. Right before the ] the sign is a member.
    if (to !== undefined && (sign === 0x2d || sign === 0x3d)) {
      ranges.push([members[at]!, to]);
      at += 2;
    } else ranges.push([members[at]!, members[at]!]);
  }
  return { isNegated, ranges: inOrder(ranges) };
}

/** Those that touch are joined; those whose ends are the wrong way round hold nothing. */
function inOrder(ranges: readonly Range[]): readonly Range[] {
  const ordered: [number, number][] = [];
  for (const [from, to] of ranges.filter(([first, last]) => first <= last).sort(([one], [other]) => one - other)) {
    const before = ordered.at(-1);
    if (before !== undefined && from <= before[1] + 1) before[1] = Math.max(before[1], to);
    else ordered.push([from, to]);
  }
  return ordered;
}
