import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { AllowedValues } from "../../../src/base/node-definition.js";
import { refuseValue } from "../../../src/protocol/dm/allowed-values.js";
import { createPatternMatcher } from "../../../src/protocol/dm/pattern/create-pattern-matcher.js";
import { readNodeValue, writeNodeValue, type NodeValue } from "../../../src/protocol/dm/node-value.js";

const read = (format: NodeValue["format"], data: string | Uint8Array): string | undefined => {
  const value = readNodeValue(format, data);
  return value.ok ? writeNodeValue(value.value) : undefined;
};

describe("values in their formats", () => {
  const rows: readonly (readonly [format: NodeValue["format"], good: Readonly<Record<string, string>>, bad: readonly string[]])[] = [
    ["int", { "0": "0", "-0": "0", "+7": "7", " 12\n": "12", "2147483647": "2147483647", "-2147483648": "-2147483648", "007": "7" }, ["", "a", "1.0", "1e3", "0x1", "2147483648", "-2147483649", "99999999999999999999999", "1 2"]],
    ["bool", { true: "true", FALSE: "false", " true ": "true" }, ["", "1", "yes", "tru"]],
    ["float", { "1": "1", "-1.5E3": "-1.5E3", ".5": ".5", "1.": "1.", INF: "INF", "-INF": "-INF", NaN: "NaN", "+1e-3": "+1e-3" }, ["", "+INF", "inf", "1e", "e1", "1,5", ".", "0x1"]],
    ["date", { "2005-10-18": "2005-10-18", "20051018": "2005-10-18", "20240229": "2024-02-29", "2000-02-29": "2000-02-29", "2005-345": "2005-12-11", "2005001": "2005-01-01", "2024-366": "2024-12-31" }, ["", "2005-000", "2005-366", "2024367", "2005-1018", "2005-13-01", "2005-00-01", "2005-04-31", "2023-02-29", "1900-02-29", "05-10-18", "2005-10-18T00:00:00"]],
    ["time", { "23:18:23": "23:18:23", "231823": "23:18:23", "11:20:35+01:20": "11:20:35+01:20", "112035-0120": "11:20:35-01:20", "12:00": "12:00:00", "12:00:00.5Z": "12:00:00.5Z", "24:00:00": "24:00:00", "23:59:60": "23:59:60", "10:00:00+01": "10:00:00+01:00" }, ["", "24:00:01", "25:00:00", "10:60:00", "10:00:61", "10:0000", "10:00:00+15:00", "1:00:00", "10:00:00 Z"]],
    ["null", { "": "", " ": "" }, ["x"]],
    ["chr", { "": "", " as it is\t": " as it is\t", "😀": "😀" }, []],
    ["xml", { "<a>": "<a>" }, []],
    ["b64", { "": "", "AAEC": "AAEC", "AA EC\r\n": "AAEC", "AA==": "AA==" }, ["A", "AA", "AA=", "A===", "AAEC=", "AAEC====", "*AAE", "AA==AA=="]],
    ["bin", { "AAEC": "AAEC" }, ["x"]],
  ];
  for (const [format, good, bad] of rows) {
    it(format, () => {
      for (const [text, kept] of Object.entries(good)) assert.equal(read(format, text), kept, JSON.stringify(text));
      for (const text of bad) assert.equal(read(format, text), undefined, JSON.stringify(text));
      for (const kept of Object.values(good)) assert.equal(read(format, kept), kept, "what is kept is read as itself");
    });
  }

  it("octets are for bin and b64 only, and a refusal says what was expected", () => {
    assert.equal(read("bin", Uint8Array.of(0, 255)), "AP8=");
    assert.equal(read("b64", Uint8Array.of(0, 255)), "AP8=");
    assert.equal(read("chr", Uint8Array.of(0x61)), undefined);
    const refused = readNodeValue("int", "x");
    assert.deepEqual(refused, { ok: false, error: "The value is no int: a whole number of 32 bits, with sign." });
  });
});

describe("allowed values", () => {
  const matches = createPatternMatcher();
  const rows: readonly (readonly [allowed: AllowedValues, good: readonly string[], bad: Readonly<Record<string, RegExp>>])[] = [
    [{ kind: "enum", values: ["0", "1", "on"] }, ["0", "on"], { "2": /none of 0, 1, on\./u, "": /none of/u, "ON": /none of/u, "0;1": /none of/u }],
    [{ kind: "enum", values: ["a", "b"], separator: ";" }, ["a", "a;b", "b;b", ""], { "a;c": /several of them with ;/u, ";a": /none of/u }],
    [{ kind: "range", ranges: [[1, 5], [10, 10]] }, ["1", "5", "10", "+3"], { "0": /1 to 5, 10/u, "6": /no number/u, "": /no number/u, "1.5": /no number/u, "9": /no number/u }],
    [{ kind: "regex", pattern: "[a-z]+|x" }, ["abc", "x"], { "ab1": /does not match \[a-z\]\+/u, "": /does not match/u }],
    [{ kind: "range", ranges: [[1, 5]], separator: "," }, ["3", "1,5", ""], { "1,6": /1 to 5, several of them with ,/u, "1;5": /no number/u }],
    [{ kind: "regex", pattern: "\\d+", separator: "|" }, ["1", "1|22", ""], { "1|": /does not match/u, "1,2": /does not match/u }],
    [{ kind: "flag", flags: [1, 2, 8] }, ["0", "3", "11"], { "4": /no sum of 1, 2, 8/u, "16": /no sum/u, "-1": /no sum/u, "": /no sum/u, "99999999999999999999": /no sum/u }],
    [{ kind: "flag", flags: [2 ** 40] }, [String(2 ** 40)], { "1": /no sum/u }],
    [{ kind: "json" }, ["{}", "1"], { "{": /no JSON/u, "": /no JSON/u }],
    [{ kind: "xml" }, ["<a/>"], { "<a>": /no well-formed XML/u, "": /no well-formed/u }],
    [{ kind: "unchecked", type: "SDDL" }, ["anything", ""], {}],
  ];
  for (const [allowed, good, bad] of rows) {
    it(JSON.stringify(allowed), () => {
      for (const value of good) assert.equal(refuseValue(value, allowed, matches), undefined, value);
      for (const [value, why] of Object.entries(bad)) assert.match(refuseValue(value, allowed, matches) ?? "let in", why, value);
    });
  }
});
