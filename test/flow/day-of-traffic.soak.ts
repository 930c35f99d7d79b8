import assert from "node:assert/strict";
import { it } from "node:test";
import { withoutProc } from "../support/process-figures.js";
import { dayOfTraffic } from "./day-of-traffic.js";

/** Half an hour is a day; shorter to try. */
const minutes = Number(process.env["WSMANOR_SOAK_MINUTES"] ?? 30);

it("24 hours of traffic in half an hour: memory does not grow, nothing is left open, nothing fails", { skip: withoutProc, timeout: (minutes + 10) * 60_000 }, async () => {
  const { done, failures, slope, reloads, before, after, table } = await dayOfTraffic(minutes, (row) => process.stderr.write(`${row}\n`));
  process.stderr.write(`\n${table}\n\n${done} things done in ${minutes} minutes, ${failures.length} failed; reloads: ${JSON.stringify(reloads)}\n`);
  process.stderr.write(`after the warm-up, in ten minutes: ${slope.held.toFixed(2)} MB held, ${slope.resident.toFixed(2)} MB resident; descriptors and open enumerations before ${before.join(", ")}, after ${after.join(", ")}\n`);
  assert.deepEqual(failures.slice(0, 5), []);
  assert.ok(after[0] <= before[0] && after[1] <= before[1], "descriptors and enumerations are back where they were");
  for (const [figure, growth] of Object.entries(slope)) assert.ok(growth <= 1, `${figure} memory grows by ${growth.toFixed(2)} MB in ten minutes`);
});
