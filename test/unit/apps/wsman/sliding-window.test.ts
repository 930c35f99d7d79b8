import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { SlidingWindow } from "../../../../src/apps/wsman/sliding-window.js";
import { AppHarness, get, TRANSFER } from "./app-harness.js";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";

const quick = definePlugin({ declaration: { name: "quick", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => "<a/>" } });

describe("the sliding window", () => {
  it("admits exactly when fewer than the limit were admitted within the window before", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 100 }), fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 600 }), (size, length, gaps) => {
      const window = new SlidingWindow(size, length);
      const admitted: number[] = [];
      let now = 0;
      for (const gap of gaps) {
        now += gap / 8;
        const allowed = admitted.filter((moment) => now - moment < length).length < size;
        assert.equal(window.tryEnter(now), allowed);
        if (allowed) admitted.push(now);
      }
    }), { seed: 20_260_101, numRuns: 200 });
  });

  it("keeps its past under another limit: exactly, as long as no more is asked than it remembers", () => {
    const step = fc.record({ gap: fc.integer({ min: 0, max: 30 }), size: fc.option(fc.integer({ min: 0, max: 80 }), { freq: 20 }) });
    fc.assert(fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 100 }), fc.array(step, { maxLength: 600 }), (first, length, steps) => {
      let window = new SlidingWindow(first, length);
      let remembered = first;
      const admitted: number[] = [];
      let now = 0;
      for (const { gap, size } of steps) {
        now += gap / 8;
        if (size !== null) {
          window = window.resized(size, length);
          // What a smaller limit has forgotten does not come back with a larger one.
          if (size < remembered) admitted.splice(0, Math.max(0, admitted.length - size));
          remembered = size;
        }
        const allowed = admitted.filter((moment) => now - moment < length).length < remembered;
        assert.equal(window.tryEnter(now), allowed);
        if (allowed) admitted.push(now);
      }
    }), { seed: 20_260_102, numRuns: 200 });
    const window = new SlidingWindow(3, 10);
    assert.equal(window.resized(3, 10), window);
  });

  it("is off with no length, and shut with no size", () => {
    assert.equal(new SlidingWindow(0, 0).tryEnter(1), true);
    assert.equal(new SlidingWindow(0, 5).tryEnter(1), false);
    const window = new SlidingWindow(2, 10);
    window.tryEnter(5);
    assert.deepEqual([window.isIdle(14), window.isIdle(15)], [false, true]);
  });

  it("throttles the application, by name and value", async () => {
    const app = await AppHarness.start({ plugin: quick, settings: { quotaSystemWindowOperations: 3, quotaSystemWindowSeconds: 2 } });
    for (let n = 0; n < 3; n++) (await app.send(get())).ok();
    const refused = (await app.send(get())).fault("w:QuotaLimit", { code: 2150859176 });
    assert.match(refused.text, /3 operations in 2 seconds.*QuotaSystemWindowOperations/u);
    // What is refused for other reasons is an operation too.
    await app.advance(2000);
    for (let n = 0; n < 3; n++) await app.send({ action: `${TRANSFER}/Delete` });
    (await app.send(get())).fault("w:QuotaLimit");
    const off = await AppHarness.start({ plugin: quick, settings: { quotaSystemWindowOperations: 1, quotaSystemWindowSeconds: 0 } });
    for (let n = 0; n < 5; n++) (await off.send(get())).ok();
  });

  it("counts the moment of admission: a body that came slowly takes no place in the past", async () => {
    const app = await AppHarness.start({ plugin: quick, settings: { quotaSystemWindowOperations: 2, quotaSystemWindowSeconds: 2 } });
    let arrive = (): void => undefined;
    const slow = app.send(get(), { bodyAfter: new Promise<void>((resolve) => (arrive = resolve)) });
    await app.advance(5000);
    (await app.send(get())).ok();
    arrive();
    (await slow).ok();
    (await app.send(get())).fault("w:QuotaLimit");
    await app.advance(2000);
    (await app.send(get())).ok();
  });
});
