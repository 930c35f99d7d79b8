import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { projectRoot } from "../support/project-root.js";
import { allTargets } from "./all-targets.js";

describe("fuzz targets", () => {
  it("are each in the list, by the name of their file", () => {
    const files = readdirSync(join(projectRoot, "test", "fuzz", "targets")).map((name) => name.replace(/\.ts$/u, ""));
    assert.deepEqual(allTargets.map(({ name }) => name).sort(), files.sort());
  });

  it("see 100,000 envelopes in all", () => {
    const envelopes = allTargets.filter(({ name }) => name === "envelope" || name === "application").reduce((sum, { cases }) => sum + cases, 0);
    assert.ok(envelopes >= 100_000, `${envelopes} envelopes`);
  });
});
