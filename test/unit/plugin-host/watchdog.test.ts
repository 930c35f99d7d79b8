import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import type { FarSide } from "../../../src/plugin-host/isolation/far-side.js";
import type { IsolationSettings } from "../../../src/plugin-host/isolation/isolation-settings.js";
import { Watchdog } from "../../../src/plugin-host/isolation/watchdog.js";
import { SharedMemory } from "../../../src/plugin-host/isolation/shared-memory.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";

const megabyte = 1024 * 1024;

/** A watchdog over a far side that does as the test says. */
function watched(limits: Partial<IsolationSettings>) {
  const clock = new ManualClock();
  const state = { pings: 0, killed: [] as string[], isBusy: false, isWatched: false, memory: undefined as number | undefined, resident: 500 * megabyte, processor: undefined as number | undefined };
  const shared = new SharedMemory({ resident: () => state.resident, own: () => 0 });
  const far: FarSide = {
    post: ({ type }) => void (type === "ping" && state.pings++), kill: () => undefined,
    memory: () => state.memory, share: shared.join("Watched", limits.memoryLimit), processorTime: () => state.processor,
  };
  const settings: IsolationSettings = { mode: "worker", memoryLimit: undefined, cpuLimitPercent: undefined, hangTimeoutMs: 2000, account: undefined, ...limits };
  const watchdog = new Watchdog(settings, far, clock, { isBusy: () => state.isBusy, isWatched: () => state.isWatched, kill: (reason) => void state.killed.push(reason) });
  return { clock, state, watchdog };
}

describe("watchdog of an isolated plug-in", () => {
  it("ends one that gives no sign of life while somebody waits", () => {
    const { clock, state, watchdog } = watched({});
    state.isBusy = true;
    watchdog.wake();
    clock.advance(2000);
    assert.deepEqual([state.pings, state.killed], [1, []]);
    clock.advance(300);
    assert.match(state.killed[0]!, /^its code has kept it busy for 2\.\d s without a pause$/u);
  });

  it("leaves one alone that answers, however long its call takes", () => {
    const { clock, state, watchdog } = watched({});
    state.isBusy = true;
    watchdog.wake();
    for (let time = 0; time < 600; time++) {
      clock.advance(100);
      watchdog.alive(undefined);
    }
    assert.deepEqual(state.killed, []);
    assert.ok(state.pings > 100);
  });

  it("does not ask one that rests, and does not count its silence", () => {
    const { clock, state } = watched({});
    clock.advance(60_000);
    assert.deepEqual([state.pings, state.killed], [0, []]);
    const limited = watched({ memoryLimit: megabyte });
    limited.clock.advance(60_000);
    assert.deepEqual([limited.state.pings, limited.state.killed], [1, []]);
  });

  it("ends one that has work which nobody asks about just now, and looks at it seldom", () => {
    const { clock, state } = watched({});
    state.isWatched = true;
    clock.advance(3900);
    assert.deepEqual([state.pings, state.killed], [1, []]);
    clock.advance(200);
    assert.match(state.killed[0]!, /^its code has kept it busy for 3\.\d s without a pause$/u);
  });

  it("does not count time in which the host itself was busy", () => {
    const { clock, state, watchdog } = watched({});
    let later = 0;
    const real = clock.now.bind(clock);
    clock.now = () => real() + later;
    state.isBusy = true;
    watchdog.wake();
    clock.advance(100);
    later = 60_000;
    clock.advance(100);
    assert.deepEqual(state.killed, []);
  });

  it("ends one that has more memory than it may: as seen, as told, or as the host grows while it is silent", () => {
    const seen = watched({ memoryLimit: 64 * megabyte });
    seen.state.memory = 70 * megabyte;
    seen.clock.advance(1000);
    assert.equal(seen.state.killed[0], "it has 70 MB of memory; its limit is 64 MB");
    const told = watched({ memoryLimit: 64 * megabyte });
    told.watchdog.alive(65 * megabyte);
    assert.equal(told.state.killed[0], "it has 65 MB of memory; its limit is 64 MB");
    const silent = watched({ memoryLimit: 64 * megabyte });
    silent.state.isBusy = true;
    silent.watchdog.wake();
    silent.clock.advance(250);
    assert.deepEqual(silent.state.killed, []);
    silent.state.resident = 600 * megabyte;
    silent.clock.advance(200);
    assert.match(silent.state.killed[0]!, /the host's memory grew until it must have about 100 MB; its limit is 64 MB/u);
  });

  it("ends one that uses more processor than it may, measured over ten seconds", () => {
    const { clock, state } = watched({ cpuLimitPercent: 50 });
    state.processor = 0;
    clock.advance(1000);
    for (let second = 0; second < 30; second++) {
      state.processor += 400;
      clock.advance(1000);
    }
    assert.deepEqual(state.killed, []);
    for (let second = 0; second < 20 && state.killed.length === 0; second++) {
      state.processor += 900;
      clock.advance(1000);
    }
    assert.match(state.killed[0]!, /^it used \d+ % of a core over 10 s; its limit is 50 %$/u);
  });

  it("leaves no timer behind", () => {
    const { clock, watchdog } = watched({});
    watchdog.wake();
    watchdog.stop();
    assert.equal(clock.pending, 0);
  });
});
