import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isoTime } from "../../../src/host/logging/iso-time.js";

describe("the time of a line", () => {
  it("is the date's own text, in whatever order times come", () => {
    const start = Date.UTC(2026, 11, 31, 23, 59, 58, 990);
    const times = [start, start + 1, start, start + 9, start + 10, start + 1009, start + 1010, start + 60_000, start - 1, 0, 5, 999, 1000, -1, -1000, 1.7, 2 ** 33 * 1000 + 0.5, 8.64e15];
    for (const time of [...times, ...times.reverse()]) assert.equal(isoTime(time), new Date(time).toISOString(), String(time));
  });

  it("is refused as the date refuses it when it is none", () => assert.throws(() => isoTime(NaN), RangeError));
});
