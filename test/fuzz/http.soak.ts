import { describe, it } from "node:test";
import { fuzzHttp } from "./fuzz-http.js";

describe("raw requests, mutated for long", () => {
  for (let seed = 1; seed <= 5; seed++) {
    it(`seed ${seed}`, async () => {
      await fuzzHttp(20_000, seed);
    });
  }
});
