import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { FarSideEvents } from "../../../src/plugin-host/isolation/far-side.js";
import { IsolatedPlugin } from "../../../src/plugin-host/isolation/isolated-plugin.js";
import type { ToHost } from "../../../src/plugin-host/isolation/messages.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
import { RecordingLogger } from "../apps/wsman/app-harness.js";

const unshowable = { toString: 1, valueOf: 1 };
/** Each, and whether it costs the plug-in its place: what means nothing at all is passed over. */
const forged: readonly (readonly [unknown, boolean])[] = [
  [null, true], [undefined, true], [{ type: "stray", what: "timer" }, true], [{ type: "log", level: "info", message: unshowable }, true], [5, false], [{ type: "pong", memory: 2n ** 40n }, false],
];

describe("a message that the code of a plug-in forged", () => {
  for (const [message, isFatal] of forged) {
    it(`${JSON.stringify(message, (_, value: unknown) => (typeof value === "bigint" ? `${value}n` : value))} is no mistake of the host's`, async () => {
      const logger = new RecordingLogger();
      let events!: FarSideEvents;
      let kills = 0;
      const settings = { mode: "worker", memoryLimit: 1000, cpuLimitPercent: undefined, hangTimeoutMs: 2000, account: undefined } as const;
      const host = { productVendor: "v", productVersion: "1", settings: () => ({}) as never, listeners: () => [], plugins: () => [], certificateMappings: () => [] };
      const plugin = new IsolatedPlugin("Forger", settings, {
        clock: new ManualClock(), logger, host, newId: () => "id",
        startFarSide: async (_name, _settings, given) => ((events = given), { post: () => undefined, kill: () => void kills++, memory: () => undefined, processorTime: () => undefined }),
      }, { died: () => undefined, answered: () => undefined });
      const loading = assert.rejects(plugin.load("/plugin.js"), { name: "PluginDied" });
      await new Promise((resolve) => setImmediate(resolve));
      events.message(message as ToHost);
      events.ended("was ended");
      await loading;
      assert.equal(kills > 0, isFatal);
      assert.equal(logger.has(/^plug-in "Forger": its thread was ended: it sent what cannot be read: .*, in loading$/u), isFatal, JSON.stringify(logger.lines));
    });
  }
});
