import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { SharedMemory } from "../../../src/plugin-host/isolation/shared-memory.js";

const megabyte = 1024 * 1024;

/** A process of 500 MB with two threads of 10 MB each, limits 64 MB; what is taken is counted in megabytes. */
function shared() {
  const has = { resident: 500, own: 100 };
  const whole = new SharedMemory({ resident: () => has.resident * megabyte, own: () => has.own * megabyte });
  const first = whole.join("First", 64 * megabyte);
  const second = whole.join("Second", 64 * megabyte);
  for (const share of [first, second]) share.heard(10 * megabyte);
  return { has, whole, first, second };
}
const megabytes = (octets: number | undefined): number | undefined => (octets === undefined ? undefined : octets / megabyte);

describe("memory that plug-ins in threads share", () => {
  it("is charged to the one that is silent, on top of what it told last", () => {
    const { has, first, second } = shared();
    first.asked();
    has.resident += 54;
    assert.deepEqual([megabytes(first.charge()), megabytes(second.charge()), first.judge()], [64, undefined, undefined]);
    has.resident += 1;
    assert.deepEqual(first.judge(), { octets: 65 * megabyte, others: [] });
    assert.equal(first.judge(), undefined, "it is said once");
  });

  it("is not charged for what the host or one that answers has taken meanwhile", () => {
    const { has, first, second } = shared();
    first.asked();
    has.resident += 300;
    has.own += 200;
    second.heard(110 * megabyte);
    assert.equal(megabytes(first.charge()), 10);
    assert.equal(first.judge(), undefined);
  });

  it("forgets a silence that ended", () => {
    const { has, first } = shared();
    first.asked();
    has.resident += 300;
    first.heard(20 * megabyte);
    assert.equal(first.judge(), undefined);
    first.asked();
    assert.equal(megabytes(first.charge()), 20);
  });

  it("says who else was silent, ends one at a time, and lets the others begin anew", () => {
    const { has, first, second } = shared();
    first.asked();
    has.resident += 20;
    second.asked();
    has.resident += 80;
    assert.equal(second.judge(), undefined, "the one with more comes first");
    assert.deepEqual(first.judge(), { octets: 110 * megabyte, others: ["Second"] });
    assert.equal(second.judge(), undefined, "not before the first has ended");
    first.leave();
    assert.deepEqual([megabytes(second.charge()), second.judge()], [10, undefined]);
    has.resident += 60;
    assert.deepEqual(second.judge(), { octets: 70 * megabyte, others: [] }, "one that goes on is found all the same");
  });

  it("says that one which has just been started may have taken it", () => {
    const { has, whole, first } = shared();
    first.asked();
    whole.join("Starting", 64 * megabyte);
    has.resident += 60;
    assert.deepEqual(first.judge()?.others, ["Starting"]);
  });

  it("ends nobody who has no limit, however much it takes", () => {
    const { has, whole } = shared();
    const free = whole.join("Free", undefined);
    free.heard(0);
    free.asked();
    has.resident += 10_000;
    assert.equal(free.judge(), undefined);
  });
});
