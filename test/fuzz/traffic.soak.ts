import { describe, it } from "node:test";
import { fuzzTraffic } from "./fuzz-traffic.js";

describe("traffic, mutated for long", () => {
  for (let seed = 1; seed <= 10; seed++) {
    it(`seed ${seed}`, async () => {
      await fuzzTraffic(20_000, seed);
    });
  }
});
