import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { reloadUnderLoad } from "./reload-under-load.js";

describe("reloads under load", () => {
  it("100, half of them broken in eight ways: no request fails, nothing acknowledged is lost, nothing is left behind", async () => {
    const report = await reloadUnderLoad(100);
    console.log(report);
    assert.deepEqual(report.failures, []);
    assert.deepEqual(report.outcomes, { refused: 50, swapped: 50 });
  });
});
