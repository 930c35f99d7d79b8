import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { killAccountWriters, killRegistryHosts } from "./kill-during-writes.js";

// A few moments with every run; `node dist/test/run.js --soak` has hundreds.
describe("kill -9", () => {
  it("of a command that changes accounts leaves the old or the new accounts and blocks nobody", async () => {
    const { acknowledged } = await killAccountWriters(4, 20_260_101);
    assert.ok(acknowledged >= 4);
  });

  it("of a host that writes its registry loses nothing that was acknowledged, and the host starts again", async () => {
    const { acknowledged } = await killRegistryHosts(4, 20_260_102);
    assert.ok(acknowledged >= 4);
  });
});
