import assert from "node:assert/strict";
import { StepBudget } from "../../../src/base/step-budget.js";
import { readPattern } from "../../../src/protocol/dm/pattern/create-pattern-matcher.js";
import { runPattern } from "../../../src/protocol/dm/pattern/run-pattern.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords } from "../mutate-words.js";
import type { Random } from "../random.js";

const atoms = ["a", "b", "1", "-", ".", "[ab]", "[^a]", "[a-c1]", "[^\\d]", "\\d", "\\w", "\\s", "\\.", "\\x61", "\\u0062", "^", "$", "\\b", "\\B", " "];
const repeats = ["", "", "", "*", "+", "?", "*?", "{2}", "{0,2}", "{1,}"];
const words = ["(", ")", "(?:", "(?<n>", "(?=", "[", "]", "|", "\\", "\\1", "\\p{L}", "{3,1}", "{999}", "-", "^", "$", "é", "\u{1f600}", "/^", "$/"];

function grow(random: Random, depth = 3): string {
  const parts = Array.from({ length: random.below(4) }, () => {
    const repeat = random.pick(repeats);
    if (depth > 0 && random.oneIn(3)) return `(${random.oneIn(2) ? "?:" : ""}${grow(random, depth - 1)})${repeat}`;
    const atom = random.pick(atoms);
    // A place that is repeated is a mistake to some engines, and of no use to any.
    return /^(?:[$^]|\\[bB])$/u.test(atom) ? atom : atom + repeat;
  });
  return parts.join("") + (depth > 0 && random.oneIn(3) ? `|${grow(random, depth - 1)}` : "");
}

/** Where both dialects say the same: the engine's own has no group of a name twice, and without its flag no characters outside of the first plane. */
const isCommon = (pattern: string): boolean => !/\\u\{|^\/\^|\?P<|\(\?<.*\(\?<|[\ud800-\udfff]/.test(pattern);

/** Pattern and value, a line each. */
export const valuePatterns = pureTarget<string>({
  name: "value-patterns",
  promise: "A definition's regular expression is refused in words, or matches what the engine's own matches, in no more steps than its own times the value's characters.",
  cases: 20_000,
  least: { read: 0.5, refused: 0.05 },
  make: (random) => {
    const pattern = random.oneIn(3) ? mutateWords(grow(random), words, random) : grow(random);
    const value = Array.from({ length: random.below(random.oneIn(50) ? 2000 : 7) }, () => random.pick(["a", "a", "b", "1", "-", " ", "é"])).join("");
    return `${pattern.replaceAll("\n", "")}\n${value}`;
  },
  check: (input) => {
    const [pattern = "", value = ""] = input.split("\n", 2);
    const read = readPattern(pattern);
    if (!read.ok) {
      assert.ok(read.error.startsWith("The pattern"), read.error);
      return false;
    }
    // Each step waits once for each character, and is looked at once; a set has as many ranges as it was written with, or the dozen that stand for spaces.
    const most = (value.length + 1) * (read.value.length + 1) * (pattern.length + 16);
    const budget = new StepBudget(most);
    const matches = runPattern(read.value, value, budget);
    assert.ok(!budget.isExhausted, `more than ${most} steps`);
    if (value.length < 8 && isCommon(pattern)) assert.equal(matches, new RegExp(`^(?:${pattern})$`).test(value), `${pattern} on ${JSON.stringify(value)}`);
    return true;
  },
});
