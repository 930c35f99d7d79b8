import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { StepBudget } from "../../../src/base/step-budget.js";
import { LikePattern } from "../../../src/protocol/wql/like-pattern.js";

const table: readonly (readonly [pattern: string, matching: readonly string[], not: readonly string[]])[] = [
  ["", [""], ["a"]],
  ["%", ["", "a", "a b"], []],
  ["a%", ["a", "A", "abc"], ["", "ba"]],
  ["%a", ["a", "bcA"], ["ab"]],
  ["%a%b%", ["ab", "xaxbx"], ["ba", "a"]],
  ["_", ["a", "ä", "𝄞"], ["", "ab"]],
  ["a_c", ["abc", "a%c"], ["ac", "abbc"]],
  ["[abc]", ["a", "B"], ["d", "ab", ""]],
  ["[a-f]x", ["cx", "FX"], ["gx"]],
  ["[a=f]x", ["cx"], ["gx", "=x"]],
  ["[^abc]", ["d", "^"], ["a", "C", ""]],
  ["[^a-f]", ["g"], ["c", "D"]],
  ["[^ad-f]", ["b", "g"], ["a", "d", "E"]],
  ["[^]", ["^"], ["a"]],
  ["[a-]", ["a", "-"], ["b"]],
  ["[%]", ["%"], ["a", ""]],
  ["[_]", ["_"], ["a"]],
  ["[[]", ["["], ["a"]],
  ["100[%]", ["100%"], ["1000"]],
  ["a^b", ["a^b"], ["ab"]],
  ["a\\%", ["a\\", "a\\x"], ["a%"]],
  ["%\\Explorer.exe", ["C:\\Windows\\explorer.EXE"], ["C:/explorer.exe"]],
  ["[ä-ü]%", ["Öl", "öl"], ["ol"]],
  ["ß", ["ß"], ["SS"]],
  ["İ", ["İ"], ["i"]],
  ["]", ["]"], ["["]],
  ["%%__%%", ["ab", "abc"], ["a"]],
];

describe("LIKE", () => {
  for (const [pattern, matching, not] of table) {
    it(JSON.stringify(pattern), () => {
      const like = new LikePattern(pattern, 0);
      for (const text of matching) assert.equal(like.matches(text, new StepBudget(10_000)), true, text);
      for (const text of not) assert.equal(like.matches(text, new StepBudget(10_000)), false, text);
    });
  }

  it("with a [ that is never closed is no pattern", () => {
    for (const pattern of ["[", "[a", "a[", "[]", "[^a", "x[]y"]) assert.throws(() => new LikePattern(pattern, 0), /\[\[\]/u, pattern);
  });

  it("agrees with a slow and simple matcher", () => {
    const simple = (pattern: string, text: string): boolean =>
      pattern === "" ? text === ""
        : pattern[0] === "%" ? simple(pattern.slice(1), text) || (text !== "" && simple(pattern, text.slice(1)))
          : text !== "" && (pattern[0] === "_" || pattern[0] === text[0]) && simple(pattern.slice(1), text.slice(1));
    const words = (letters: string, length: number): string[] => (length === 0 ? [""] : ["", ...words(letters, length - 1).flatMap((word) => [...letters].map((letter) => word + letter))]);
    for (const pattern of new Set(words("ab%_", 4))) {
      const like = new LikePattern(pattern, 0);
      for (const text of new Set(words("ab", 4))) assert.equal(like.matches(text, new StepBudget(10_000)), simple(pattern, text), `${pattern} on ${text}`);
    }
  });

  it("takes no more steps than text times pattern, and gives up when there are no more", () => {
    const text = "a".repeat(100_000);
    const hostile = `${"%a".repeat(200)}%b`;
    const budget = new StepBudget(1_000_000_000);
    assert.equal(new LikePattern(hostile, 0).matches(text, budget), false);
    assert.ok(budget.most - budget.left < 3 * text.length, "what stands before the last % is found once");
    const worst = `%${"a".repeat(30_000)}b`;
    const small = new StepBudget(400_000);
    new LikePattern(worst, 0).matches(text, small);
    assert.equal(small.isExhausted, true);
    assert.ok(small.left > -2000, "it stops soon after");
  });
});
