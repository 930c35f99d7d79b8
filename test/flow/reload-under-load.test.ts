import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { reloadUnderLoad } from "./reload-under-load.js";

describe("reloads under load", () => {
  it("100, half of them broken in eight ways: no request fails, nothing acknowledged is lost, nothing is left behind", async () => {
    const { failures, outcomes, versions, requests, heap, handles } = await reloadUnderLoad(100);
    assert.deepEqual(failures, []);
    assert.deepEqual(outcomes, { refused: 50, swapped: 50 });
    assert.ok(versions > 25 && requests > 1000, `${versions} versions were seen by ${requests} requests`);
    assert.equal(handles[1], handles[0]);
    // Each generation that stayed would be some 100 KB; fifty reloads lie between the two.
    assert.ok(heap[1] - heap[0] < 2_500_000, `the heap grew from ${heap[0]} to ${heap[1]}`);
  });
});
