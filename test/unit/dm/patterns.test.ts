import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createPatternMatcher, readPattern } from "../../../src/protocol/dm/pattern/create-pattern-matcher.js";

const matches = createPatternMatcher();

/** Pattern, values that it lets in, values that it does not. */
const cases: readonly (readonly [pattern: string, good: readonly string[], bad: readonly string[]])[] = [
  ["", [""], ["a"]],
  ["abc", ["abc"], ["ab", "abcd", "xabc", "ABC"]],
  ["^(\\d\\.)?(\\d)$", ["2", "2.0"], ["20", "2.", ".0", ""]],
  ["^[0-9]{5,6}$", ["12345", "123456"], ["1234", "1234567"]],
  ["{[0-9A-Fa-f]{8}\\-[0-9A-Fa-f]{4}\\}", ["{0123abCD-89ef}"], ["0123abCD-89ef", "{0123abCD-89eg}"]],
  ["^(\\d+\\.)?(\\d+\\.)?(\\*|\\d+)$", ["1", "1.2", "1.2.3", "1.2.*", "*"], ["1.2.3.4", "1..2", "1.*.2"]],
  ["[^/]*", ["", "a b", "\n"], ["/", "a/b"]],
  ["/^https?:\\/\\/(?:www\\.)?[-a-zA-Z0-9@:%._\\+~#=]{1,256}\\.[a-zA-Z0-9()]{1,6}\\b(?:[-a-zA-Z0-9()@:%_\\+.~#?&\\/=]*)$/", ["https://example.com", "http://www.example.org/a?b=c"], ["ftp://example.com", "https://example"]],
  ["a|bc|", ["a", "bc", ""], ["ab", "b"]],
  ["(?:a|b)+?c*", ["a", "abba", "bcc"], ["", "c"]],
  ["(?<year>\\d{4})-(?P<month>\\d\\d)", ["2026-11"], ["26-11"]],
  ["a{2}", ["aa"], ["a", "aaa"]],
  ["a{2,}", ["aa", "aaaa"], ["a"]],
  ["a{0,2}", ["", "aa"], ["aaa"]],
  ["a{,2}", ["a{,2}"], ["aa"]],
  ["x{", ["x{"], ["x"]],
  ["[a-]", ["a", "-"], ["b"]],
  ["[\\d\\-x]+", ["1-x"], ["d"]],
  ["[\\d-x]+", ["1-x"], ["5y"]],
  ["[]a", [], ["a", "]a"]],
  ["[^]", ["a", "\n"], ["", "ab"]],
  [".", ["a", "\u{1f600}", "ä"], ["\n", "", "ab"]],
  ["[\u{1f600}-\u{1f602}]", ["\u{1f601}"], ["\u{1f603}", "\ud83d"]],
  ["\\x41\\u0042\\u{43}\\t\\0", ["ABC\t\0"], ["ABC"]],
  ["\\w+\\s\\W\\S\\D", ["ab -xy"], ["ab-xy"]],
  ["\\bab\\b", ["ab"], ["a"]],
  ["a\\Bb", ["ab"], ["a b"]],
  ["a\\bb", [], ["ab"]],
  ["(a*)*", ["", "aaa"], ["b"]],
  ["(|a)+b", ["b", "aab"], ["a"]],
  ["$^", [""], ["a"]],
  ["a^b", [], ["ab"]],
  ["a$|b", ["a", "b"], ["ab"]],
];

describe("patterns of definitions", () => {
  for (const [pattern, good, bad] of cases) {
    it(pattern === "" ? "nothing" : pattern, () => {
      assert.ok(readPattern(pattern).ok);
      assert.deepEqual(good.filter((value) => !matches(pattern, value)), []);
      assert.deepEqual(bad.filter((value) => matches(pattern, value)), []);
      // As the engine's own say; it takes characters outside of the first plane as one where it is told to.
      const own = new RegExp(`^(?:${pattern.replace(/^\/|\/$/gu, "").replaceAll("?P<", "?<")})$`, pattern === "." || /\\u\{|\u{1f600}/u.test(pattern) ? "u" : "");
      assert.deepEqual([...good, ...bad].filter((value) => own.test(value)), good);
    });
  }

  it("that are not understood are told of in words, and judge nothing", () => {
    for (const [pattern, why] of [
      ["(?=a)", /\(\?=/u], ["(?<!a)b", /\(\?</u], ["(?i)a", /\(\?i/u], ["(a)\\1", /\\1/u], ["\\p{L}", /\\p/u], ["\\Z", /\\Z/u], ["a\\", /\\/u], ["\\01", /\\0/u], ["(a", /\( without \)/u], ["a)", /\) without \(/u], ["[a", /\[ without \]/u], ["[a-", /\[ without \]/u],
      ["[b-a]", /ends before it begins/u], ["*", /nothing to repeat/u], ["{2}a", /nothing to repeat/u], ["^*", /has no characters/u], ["\\b+", /has no characters/u], ["a**", /behind a repetition/u], ["a{2}{3}", /behind a repetition/u], ["a{3,2}", /from fewer to more/u], ["a{1001}", /1000 at most/u], ["\\u{110000}", /\\u/u],
      ["(".repeat(60), /50 deep/u], ["a".repeat(5000), /more than 4096/u], ["(?:(?:a{100}){100}){100}", /too many steps/u], ["(?:(?:(?:){1000}){1000}){1000}", /too many steps/u],
    ] as const) {
      const read = readPattern(pattern);
      assert.ok(!read.ok, pattern);
      assert.match(read.error, why);
      assert.ok(matches(pattern, "anything"));
    }
  });

  it("take no longer than their steps times the value, whatever their author meant; a value that is too long for them is none", () => {
    const started = process.cpuUsage();
    const long = "a".repeat(5000);
    for (const pattern of ["(a+)+$", "(a*)*b", "(a|aa)+", "(a|a)*b", "(.*)*(.*)*x", "(?:a?){500}a{500}"]) assert.equal(matches(pattern, `${long}!`), false, pattern);
    assert.equal(matches("(?:a?){500}a{500}", "a".repeat(700)), true);
    assert.equal(matches("(?:a{0,30}){30}", "a".repeat(100_000)), false);
    const { user, system } = process.cpuUsage(started);
    assert.ok(user + system < 10_000_000, `${user + system} µs`);
  });
});
