import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ChurningMap } from "../../../src/base/churning-map.js";

describe("a map for what comes and goes", () => {
  it("gives what was put in, and gives it away once", () => {
    const map = new ChurningMap<number, string>();
    map.set(1, "a");
    map.set(2, "b");
    map.set(1, "c");
    assert.deepEqual([map.size, map.get(1), map.has(2), map.has(3), map.values()], [2, "c", true, false, ["c", "b"]]);
    assert.deepEqual([map.take(1), map.take(1), map.get(1), map.has(1), map.size], ["c", undefined, undefined, false, 1]);
    map.clear();
    assert.deepEqual([map.size, map.values(), map.take(2)], [0, [], undefined]);
  });

  it("is right after ten thousand have come and gone in any order", () => {
    const map = new ChurningMap<number, number>();
    const there = new Map<number, number>();
    let seed = 7;
    for (let step = 0; step < 10_000; step++) {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      const key = seed % 40;
      if (seed % 3 === 0) {
        assert.equal(map.take(key), there.get(key));
        there.delete(key);
      } else {
        map.set(key, step);
        there.set(key, step);
      }
    }
    assert.deepEqual(map.values(), [...there.values()]);
  });
});
