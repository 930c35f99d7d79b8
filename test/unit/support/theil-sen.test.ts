import assert from "node:assert/strict";
import { it } from "node:test";
import { theilSen } from "../../support/theil-sen.js";

it("the slope of points that mostly lie on a line", () => {
  const line = Array.from({ length: 60 }, (_, x): [number, number] => [x, 3 * x + 7]);
  assert.equal(theilSen(line), 3);
  assert.ok(Math.abs(theilSen(line.map(([x, y]) => [x, x % 10 === 0 ? y + 1000 : y])) - 3) < 0.5);
  assert.equal(theilSen(line.map(([x]) => [x, 5])), 0);
});
