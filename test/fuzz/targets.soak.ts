import { describe, it } from "node:test";
import { allTargets } from "./all-targets.js";
import { runTarget } from "./run-target.js";

describe("fuzz targets, for long", () => {
  for (const target of allTargets) {
    for (let seed = 1; seed <= 5; seed++) {
      it(`${target.name}, seed ${seed}`, async () => {
        await runTarget(target, { seed, cases: target.cases * 5 });
      });
    }
  }
});
