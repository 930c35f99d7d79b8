import assert from "node:assert/strict";
import { StepBudget } from "../../../src/base/step-budget.js";
import { LikePattern } from "../../../src/protocol/wql/like-pattern.js";
import { WqlError } from "../../../src/protocol/wql/wql-error.js";
import { pureTarget } from "../fuzz-target.js";
import type { Random } from "../random.js";

const some = (from: readonly string[], most: number, random: Random): string => Array.from({ length: random.below(most) }, () => random.pick(from)).join("");

/** The same by the definition, in as many steps as it takes: letters, `_`, `%`, and sets of letters and ranges. */
function matchesSlowly(pattern: readonly string[], text: readonly string[]): boolean {
  const [first, ...rest] = pattern;
  if (first === undefined) return text.length === 0;
  if (first === "%") return text.some((_, at) => matchesSlowly(rest, text.slice(at))) || matchesSlowly(rest, []);
  const [char, ...others] = text;
  return char !== undefined && fits(first, char) && matchesSlowly(rest, others);
}

function fits(piece: string, char: string): boolean {
  if (piece === "_") return true;
  if (!piece.startsWith("[")) return piece.toLowerCase() === char.toLowerCase();
  const isNegated = piece.startsWith("[^");
  const [from, to = from] = piece.slice(isNegated ? 2 : 1, -1).split("-");
  return (char.toLowerCase() >= from! && char.toLowerCase() <= to!) !== isNegated;
}

const pieces = ["a", "B", "c", "😀", "_", "%", "[a-b]", "[c]", "[^a]"];

/** Pattern and text, a line each. */
export const like = pureTarget<string>({
  name: "like",
  promise: "A LIKE pattern matches what its definition says, in no more steps than text times pattern.",
  cases: 20_000,
  least: { read: 0.9, refused: 0.001 },
  make: (random) => `${random.oneIn(40) ? "[" : ""}${some(pieces, 8, random)}\n${random.oneIn(300) ? "a".repeat(5000) : some(["a", "b", "C", "😀"], 8, random)}`,
  check: (input) => {
    const [pattern = "", text = ""] = input.split("\n", 2);
    let compiled: LikePattern;
    try {
      compiled = new LikePattern(pattern, 0);
    } catch (error) {
      assert.ok(error instanceof WqlError, String(error));
      return false;
    }
    const most = 2048 + (text.length + 1) * (pattern.length + 1);
    const budget = new StepBudget(most);
    const matches = compiled.matches(text, budget);
    assert.ok(!budget.isExhausted, `more than ${most} steps`);
    const parts = pattern.match(/\[[^\]]*\]|./gu) ?? [];
    if (text.length < 20 && parts.every((part) => pieces.includes(part))) assert.equal(matches, matchesSlowly(parts, [...text]));
    return true;
  },
});
