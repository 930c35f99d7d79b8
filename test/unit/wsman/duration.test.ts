import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { parseDuration, writeDuration, writeElapsed } from "../../../src/protocol/wsman/duration.js";

describe("durations", () => {
  const good: readonly (readonly [string, number])[] = [
    ["PT60.000S", 60_000], ["PT5.0S", 5000], ["PT1M", 60_000], ["P1D", 86_400_000], ["P1DT1H", 90_000_000], ["PT0S", 0], ["PT0.0001S", 1],
    ["PT0.001S", 1], ["PT2147483.647S", 2_147_483_647], ["P0Y0M1D", 86_400_000], ["PT1H30M", 5_400_000], ["PT0.29S", 290], ["PT1.1S", 1100],
    [`P${"9".repeat(40)}D`, Number.MAX_SAFE_INTEGER],
  ];
  for (const [text, value] of good) it(text, () => assert.equal(parseDuration(text), value));

  const bad = ["", "P", "PT", "60", "PT-1S", "-PT1S", "+PT1S", "P1Y", "P2M", "PT1.S", "PT.5S", "P1DT", "PT1S ", "pt1s", "PT1S1M", "P1H", "PT1.5M", "P1W", "P" + "1".repeat(70) + "D", "PT١S"];
  for (const text of bad) it(`not ${JSON.stringify(text)}`, () => assert.equal(parseDuration(text), undefined));

  for (const [milliseconds, text] of [[0, "P0DT0H0M0S"], [999, "P0DT0H0M0S"], [62_000, "P0DT0H1M2S"], [93_784_999, "P1DT2H3M4S"], [-1, "P0DT0H0M0S"], [8_640_000_000_000, "P100000DT0H0M0S"]] as const) {
    it(`${milliseconds} ms that have passed are ${text}`, () => assert.equal(writeElapsed(milliseconds), text));
  }

  it("are read as they are written", () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 40 }), (milliseconds) => assert.equal(parseDuration(writeDuration(milliseconds)), milliseconds)), { seed: 3, numRuns: 500 });
  });
});
