import assert from "node:assert/strict";
import { compareDecimals, parseDecimal, writeDecimal } from "../../../src/protocol/wql/decimal.js";
import { compareIntervals, compareMoments } from "../../../src/protocol/wql/moment.js";
import { equalPaths, parseObjectPath } from "../../../src/protocol/wql/object-path.js";
import { parseMoment } from "../../../src/protocol/wql/parse-moment.js";
import { parseDuration, writeDuration } from "../../../src/protocol/wsman/duration.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const seeds = [
  "PT60S", "P1DT2H3M4.5S", "PT0.0001S", "P0Y0M1D", "PT99999999999S", "20240131235959.000000+060", "20240229******.******+***", "2024-01-31T12:00:00.123Z", "01/31/2024 23:59:59", "23:59:59", "00000001020304.000000:000",
  "1", "-0.50", "+12.", ".5", "9007199254740993", "00", 'Win32_Service.Name="a"', "\\\\server\\root\\cimv2:C.A=\"x\\\"y\",B='2'", "C=@", 'C="v"', "C.K=5",
];
const words = [...oddCharacters, "P", "T", "S", "D", "H", "M", "Y", "-", "+", ".", ":", "*", "/", "0", "9", "00", "Z", ",", "=", '"', "'", "\\", "1e9", "C", "@", "+000", ".000000"];

/** Each reader of a small value, and what it gives read again. @returns whether it is one */
const readers: readonly ((text: string) => boolean)[] = [
  (text) => {
    const milliseconds = parseDuration(text);
    if (milliseconds === undefined) return false;
    assert.ok(Number.isSafeInteger(milliseconds) && milliseconds >= 0, `${milliseconds} ms`);
    if (milliseconds <= 1e12) assert.equal(parseDuration(writeDuration(milliseconds)), milliseconds);
    return true;
  },
  (text) => {
    const decimal = parseDecimal(text);
    if (decimal === undefined) return false;
    const written = writeDecimal(decimal);
    assert.deepEqual(parseDecimal(written), decimal);
    assert.ok(compareDecimals(decimal, parseDecimal(written)!) === 0);
    if (/^[+-]?\d{1,40}$/u.test(text)) assert.equal(BigInt(written), BigInt(text.replace("+", "")));
    else assert.equal(Number(written), Number(text) + 0);
    return true;
  },
  (text) => {
    const moment = parseMoment(text);
    if (moment === undefined) return false;
    if (moment.kind === "interval") {
      assert.ok(moment.seconds >= 0 && moment.microseconds >= 0 && moment.microseconds < 1e6);
      assert.ok(compareIntervals(moment, moment) === 0);
    } else {
      assert.equal(moment.fields.length, 7);
      assert.ok(moment.fields.every((field) => field === undefined || Number.isSafeInteger(field)));
      assert.ok(compareMoments(moment, moment) === 0);
      // The same instant on another clock.
      if (moment.fields.every((field) => field !== undefined) && moment.offset !== undefined) {
        const [year, month, day, hour, minute, second, micro] = moment.fields;
        const utc = new Date(0);
        utc.setUTCFullYear(year!, month! - 1, day);
        utc.setUTCHours(hour!, minute! - moment.offset, second);
        const shifted = { kind: "moment", offset: 0, fields: [utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate(), utc.getUTCHours(), utc.getUTCMinutes(), utc.getUTCSeconds(), micro] } as const;
        assert.ok(compareMoments(moment, shifted) === 0, `${utc.toISOString()} is ${text}`);
      }
    }
    return true;
  },
  (text) => {
    const path = parseObjectPath(text);
    if (path === undefined) return false;
    assert.ok(path.className !== "" && equalPaths(path, path));
    return true;
  },
];

export const values = pureTarget<string>({
  name: "values",
  promise: "Durations, numbers, dates and object paths are read or not, never half; what is written again is the same, and dates are the calendar's.",
  cases: 20_000,
  least: { read: 0.2, refused: 0.2 },
  make: (random) => mutateWords(random.pick(seeds), words, random),
  check: (text) => readers.map((reader) => reader(text)).some((isOne) => isOne),
});
