import { strict as assert } from "node:assert";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { goldenFolder, runGoldenCase } from "../../support/golden-configuration.js";

/**
 * Each folder of test/golden/configuration is a configuration and `expected.txt`, what `validate` says about it. The two standing
 * warnings about the published schema are left out.
 */
describe("golden configurations", () => {
  const cases = readdirSync(goldenFolder).filter((name) => existsSync(join(goldenFolder, name, "expected.txt")));
  for (const name of cases) {
    it(name, () => {
      assert.equal(runGoldenCase(name), readFileSync(join(goldenFolder, name, "expected.txt"), "utf8"));
    });
  }

  it("there are at least sixty, and every folder has its answer", () => {
    assert.ok(cases.length >= 60);
    assert.deepEqual(readdirSync(goldenFolder).filter((name) => !cases.includes(name)), []);
  });
});
