import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { operationTime } from "../../../../src/apps/wsman/operation-deadline.js";

describe("operationTime", () => {
  const maximum = 60_000;
  for (const asked of [450, 500, 999, 1000, 1500, 2000, 3000, 5000, 20_000, 60_000, 3_600_000, undefined]) {
    it(`leaves between T - 1 s and T - 0.2 s, and not before T/2, of ${asked ?? "nothing said"}`, () => {
      const inForce = Math.min(asked ?? maximum, maximum);
      const time = operationTime(asked, maximum);
      assert.ok(time >= Math.max(inForce - 1000, inForce < 2000 ? inForce / 2 : 0), String(time));
      assert.ok(time <= inForce - 200, String(time));
    });
  }

  it("has half of a time that is too short for both", () => {
    assert.equal(operationTime(100, maximum), 50);
  });
});
