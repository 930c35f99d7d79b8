import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { parseBinding } from "../../../src/configuration/parse-binding.js";

describe("the address of a binding", () => {
  for (const address of ["127.01.0.1", "010.0.0.1", "0.0.0.00", "256.0.0.1"]) {
    it(`is not ${address}`, () => {
      assert.deepEqual(parseBinding(`${address}:5985:`), { ok: false, error: `"${address}" is neither *, nor an IPv4 address, nor an IPv6 address in brackets` });
    });
  }

  it("may be 0.0.0.0", () => {
    assert.deepEqual(parseBinding("0.0.0.0:5985:"), { ok: true, value: { address: "0.0.0.0", port: 5985, host: "" } });
  });
});
