import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FewTexts } from "../../../src/base/few-texts.js";

describe("what is made of few texts", () => {
  it("is made once of each, anew when too many have come, and each time of a long one", () => {
    const made: string[] = [];
    const texts = new FewTexts((text) => (made.push(text), text.toUpperCase()), 2, 5);
    for (const text of ["a", "b", "a", "b", "longer", "longer", "c", "a"]) assert.equal(texts.of(text), text.toUpperCase());
    assert.deepEqual(made, ["a", "b", "longer", "longer", "c", "a"]);
  });
});
