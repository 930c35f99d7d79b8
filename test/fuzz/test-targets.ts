import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { targetsBySource } from "./all-targets.js";
import { runTarget } from "./run-target.js";

/** Any; a change of it is a change of every case. */
const seed = 20_261_126;

/** Of a target's usual cases; `npm run soak` and `npm run fuzz` try all of them and more. */
const share = 0.5;

/** Registers a test for each target of a source. One file a source: files run side by side. */
export function testTargets(source: string): void {
  const targets = targetsBySource[source];
  assert.ok(targets !== undefined, source);
  describe(`fuzzed: ${source}`, () => {
    for (const target of targets) {
      it(`${target.name}: ${target.promise}`, async () => {
        const { cases, read } = await runTarget(target, { seed, cases: Math.ceil(target.cases * share) });
        const [least, most] = [target.least.read * cases, (1 - target.least.refused) * cases];
        assert.ok(read >= least && read <= most, `${read} of ${cases} inputs were read: they are too coarse, or too fine`);
      });
    }
  });
}
