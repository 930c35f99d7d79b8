import { fail, ok, type Result } from "../../base/result.js";
import { spend, type Steps } from "./steps.js";

/** One character of the text, or a run of any. Letters are lower case. */
type Piece =
  | { readonly kind: "run" }
  | { readonly kind: "any" }
  | { readonly kind: "letter"; readonly letter: string }
  | { readonly kind: "set"; readonly negated: boolean; readonly ranges: readonly (readonly [from: string, to: string])[] };

/** A pattern of LIKE, ready to be matched. Case does not matter, and the whole text must fit. */
export interface LikePattern {
  /** No wildcards and no sets in it. */
  readonly isPlain: boolean;
  /** @throws TooManySteps */
  matches(text: string, steps: Steps): boolean;
}

/**
 * Compiles a pattern (WQL, LIKE operator): `%` any run, `_` one character, `[a-f]` or `[a=f]` one of a set, `[^…]` one of no set. In
 * brackets the wildcards are themselves, which is the only way to write them: a backslash is a backslash.
 * @returns the offset of a `[` that is never closed
 */
export function compileLike(pattern: string): Result<LikePattern, number> {
  const pieces: Piece[] = [];
  const letters = Array.from(pattern.toLowerCase());
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at]!;
    if (letter === "%") {
      if (pieces.at(-1)?.kind !== "run") pieces.push({ kind: "run" });
    } else if (letter === "_") pieces.push({ kind: "any" });
    else if (letter === "[") {
      const set = readSet(letters, at + 1);
      if (set === undefined) return fail(at);
      pieces.push(set.piece);
      at = set.end;
    } else pieces.push({ kind: "letter", letter });
  }
  return ok({ isPlain: pieces.every(({ kind }) => kind === "letter"), matches: (text, steps) => match(pieces, text.toLowerCase(), steps) });
}

/** @param from behind the `[` @returns `end`: of the `]` */
function readSet(letters: readonly string[], from: number): { readonly piece: Piece; readonly end: number } | undefined {
  let at = from;
  // "[^]" is a caret; "[^a]" is all but a.
  const negated = letters[at] === "^" && letters[at + 1] !== "]";
  if (negated) at++;
  const ranges: (readonly [string, string])[] = [];
  for (let first = true; at < letters.length; first = false) {
    const letter = letters[at]!;
    if (letter === "]" && !first) return { piece: { kind: "set", negated, ranges }, end: at };
    const sign = letters[at + 1];
    const to = letters[at + 2];
    if ((sign === "-" || sign === "=") && to !== undefined && to !== "]") {
      ranges.push([letter, to]);
      at += 3;
    } else {
      ranges.push([letter, letter]);
      at++;
    }
  }
  return undefined;
}

/** Goes back to the last run only: as long as pattern times text at most, and counted. */
function match(pieces: readonly Piece[], text: string, steps: Steps): boolean {
  let piece = 0;
  let at = 0;
  let run = -1;
  let runAt = 0;
  while (at < text.length) {
    spend(steps, 1);
    const current = pieces[piece];
    if (current?.kind === "run") {
      run = piece++;
      runAt = at;
      if (piece === pieces.length) return true;
      continue;
    }
    const letter = letterAt(text, at);
    if (current !== undefined && fits(current, letter, steps)) {
      piece++;
      at += letter.length;
    } else if (run >= 0) {
      piece = run + 1;
      runAt += letterAt(text, runAt).length;
      at = runAt;
    } else return false;
  }
  while (pieces[piece]?.kind === "run") piece++;
  return piece === pieces.length;
}

/** A pair of surrogates is one character. */
function letterAt(text: string, at: number): string {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff && at + 1 < text.length ? text.slice(at, at + 2) : text[at]!;
}

function fits(piece: Piece, letter: string, steps: Steps): boolean {
  switch (piece.kind) {
    case "run": return false;
    case "any": return true;
    case "letter": return piece.letter === letter;
    case "set":
      spend(steps, piece.ranges.length);
      return piece.ranges.some(([from, to]) => letter >= from && letter <= to) !== piece.negated;
  }
}
