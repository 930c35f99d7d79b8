import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { LineSplitter } from "../../../src/host/isolation/line-splitter.js";

describe("lines that a plug-in prints", () => {
  it("are cut when they never end, so that nobody's memory is filled", () => {
    const told: string[] = [];
    const splitter = new LineSplitter((line) => void told.push(line));
    const before = process.memoryUsage().heapUsed;
    for (let piece = 0; piece < 2000; piece++) splitter.push(Buffer.alloc(65_536, "x"));
    assert.ok(process.memoryUsage().heapUsed - before < 60_000_000);
    splitter.push(Buffer.from("\nnext"));
    splitter.end();
    assert.deepEqual(told.map(({ length }) => length), [16_384, 4]);
  });
});
