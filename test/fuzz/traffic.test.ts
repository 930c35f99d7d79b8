import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fuzzTraffic } from "./fuzz-traffic.js";

describe("traffic, mutated", () => {
  it("is answered by envelopes and statuses of a closed list, and meets no mistake of the host's own", async () => {
    const runs = 6000;
    const served = await fuzzTraffic(runs, 20_261_125);
    assert.ok(served > runs / 20 && served < runs, `${served} of ${runs} were served: the mutations are too coarse, or too fine`);
  });
});
