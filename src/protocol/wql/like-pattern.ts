import type { StepBudget } from "../../base/step-budget.js";
import { foldCase } from "./fold-case.js";
import { WqlError } from "./wql-error.js";

/** Code units stand for themselves. */
const anyOne = -1;
const anyRun = -2;

/** `[a-f]`, `[^ab]`: ranges of code points, both ends in. */
interface CharacterSet {
  readonly isNegated: boolean;
  readonly ranges: readonly (readonly [from: number, to: number])[];
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
  const isIn = piece.ranges.some(([from, to]) => (from <= point && point <= to) || (from <= upper && upper <= to));
  return isIn === piece.isNegated ? 0 : point > 0xffff ? 2 : 1;
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
  const ranges: (readonly [number, number])[] = [];
  for (let at = 0; at < members.length; at++) {
    const sign = members[at + 1];
    const to = members[at + 2];
    // MS-WMI writes ranges with = too. Right before the ] the sign is a member.
    if (to !== undefined && (sign === 0x2d || sign === 0x3d)) {
      ranges.push([members[at]!, to]);
      at += 2;
    } else ranges.push([members[at]!, members[at]!]);
  }
  return { isNegated, ranges };
}
