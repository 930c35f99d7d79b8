import { describe, it } from "node:test";
import { fuzzHttp } from "./fuzz-http.js";

describe("raw requests, mutated", () => {
  it("get whole answers, and every connection ends", async () => {
    await fuzzHttp(2000, 20_261_125);
  });
});
