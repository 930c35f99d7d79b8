import assert from "node:assert/strict";
import { it } from "node:test";
import { withoutProc } from "../support/process-figures.js";
import { dayOfTraffic } from "./day-of-traffic.js";

it("a few minutes of a busy day: nothing fails, and no descriptor or enumeration is left", { skip: withoutProc }, async () => {
  const { done, failures, before, after } = await dayOfTraffic(3 / 60);
  assert.deepEqual(failures, []);
  assert.ok(done > 100, `${done} things done`);
  assert.ok(after[0] <= before[0] && after[1] <= before[1]);
});
