import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { projectRoot } from "../support/project-root.js";

describe("the house", () => {
  it("keeps its import table", () => {
    const depcruise = join(projectRoot, "node_modules", "dependency-cruiser", "bin", "dependency-cruise.mjs");
    const run = spawnSync(process.execPath, [depcruise, "--config", ".dependency-cruiser.cjs", "src", "plugins"], { cwd: projectRoot, encoding: "utf8" });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  });

  it("passes its lint rules", () => {
    const eslint = join(projectRoot, "node_modules", "eslint", "bin", "eslint.js");
    const run = spawnSync(process.execPath, [eslint, "."], { cwd: projectRoot, encoding: "utf8" });
    assert.equal(run.status, 0, run.stdout + run.stderr);
  });
});
