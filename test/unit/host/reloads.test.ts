import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../../src/base/diagnostic.js";
import { silentLogger } from "../../../src/base/logger.js";
import type { Generation } from "../../../src/host/generation.js";
import { hostLife, nextHostState, type HostEvent, type HostState } from "../../../src/host/host-life.js";
import type { HostReading } from "../../../src/host/read-host.js";
import { Reloads, type ReloadSteps } from "../../../src/host/reloads.js";
import { ConfigurationRefused } from "../../../src/host/configuration-refused.js";
import { BindingFailed } from "../../../src/listener/listener-settings.js";
import { settled } from "../../../src/testing/settled.js";

const error: Diagnostic = { severity: "error", rule: "wrong", message: "It is wrong." };
const warning: Diagnostic = { severity: "warning", rule: "odd", message: "It is odd." };

const reading = (fingerprint: string, more: Partial<HostReading> = {}): HostReading =>
  ({ configuration: { path: "/a" } as never, diagnostics: [], sockets: [], certificates: [], fronts: [], siteTrust: new Map(), certificateProblems: [], pluginVersions: new Map(), fingerprint, ...more });

/** Steps that note what is done to them; generations are told apart by fingerprint. */
function scripted(change: Partial<ReloadSteps> & { readonly found?: HostReading; readonly problems?: readonly Diagnostic[]; readonly unavailable?: readonly string[] } = {}): { readonly reloads: Reloads; readonly done: string[]; current(): string } {
  const done: string[] = [];
  const generation = (of: HostReading): Generation => ({
    reading: of,
    applications: { diagnostics: change.problems ?? [], unavailable: change.unavailable ?? [], stop: async (reason: string) => void done.push(`stop ${of.fingerprint} ${reason}`) },
  }) as unknown as Generation;
  let current = generation(reading("one"));
  const steps: ReloadSteps = {
    read: async () => change.found ?? reading("two"),
    current: () => current,
    compose: async (of) => (done.push(`compose ${of.fingerprint}`), generation(of)),
    prepare: async (next) => {
      done.push(`prepare ${next.reading.fingerprint}`);
      return { commit: () => void (current = next), undo: async () => void done.push("undo") };
    },
    ...change,
  };
  return { reloads: new Reloads(steps, silentLogger), done, current: () => current.reading.fingerprint };
}

describe("life of a host", () => {
  it("has these arrows and no others", () => {
    const events: readonly HostEvent[] = ["reload", "reloaded", "stop"];
    const table: Readonly<Record<HostState, readonly (HostState | undefined)[]>> = {
      serving: ["reloading", undefined, "stopping"],
      reloading: [undefined, "serving", "stopping"],
      stopping: [undefined, "stopping", "stopping"],
    };
    assert.deepEqual(Object.keys(hostLife), Object.keys(table));
    for (const [state, expected] of Object.entries(table)) assert.deepEqual(events.map((event) => nextHostState(state as HostState, event)), expected, state);
  });
});

describe("reloads", () => {
  it("do nothing where everything is as it was, whatever is wrong with it", async () => {
    const { reloads, done } = scripted({ found: reading("one", { configuration: undefined, diagnostics: [error] }) });
    assert.deepEqual(await reloads.reload(), { kind: "unchanged" });
    assert.deepEqual(done, []);
  });

  it("swap, and pass warnings on", async () => {
    const { reloads, done, current } = scripted({ found: reading("two", { diagnostics: [warning] }) });
    assert.deepEqual(await reloads.reload(), { kind: "swapped", diagnostics: [warning] });
    assert.deepEqual([done, current()], [["compose two", "prepare two"], "two"]);
  });

  it("start nothing of a configuration with errors", async () => {
    for (const wrong of [{ diagnostics: [error] }, { certificateProblems: [error] }, { configuration: undefined, diagnostics: [error] }]) {
      const { reloads, done, current } = scripted({ found: reading("two", wrong) });
      assert.deepEqual(await reloads.reload(), { kind: "refused", diagnostics: [error] });
      assert.deepEqual([done, current()], [[], "one"]);
    }
  });

  it("shut down what they have started when a plug-in or an application does not start, a binding is taken, nothing can be announced", async () => {
    const cases: readonly (readonly [Parameters<typeof scripted>[0], string | undefined])[] = [
      [{ problems: [error] }, "wrong"],
      [{ unavailable: ["/wsman"] }, undefined],
      [{ prepare: async () => Promise.reject(new BindingFailed("the binding is taken")) }, "binding-failed"],
      [{ prepare: async () => Promise.reject(new ConfigurationRefused([error])) }, "wrong"],
    ];
    for (const [change, rule] of cases) {
      const { reloads, done, current } = scripted(change);
      const outcome = await reloads.reload();
      assert.equal(outcome.kind, "refused");
      assert.equal("diagnostics" in outcome ? outcome.diagnostics[0]?.rule : undefined, rule);
      assert.deepEqual([done.at(-1), current()], ["stop two iis-host", "one"]);
    }
  });

  it("are refused, not thrown, when the host itself fails", async () => {
    const { reloads } = scripted({ read: async () => Promise.reject(new Error("our own bug")) });
    assert.deepEqual(await reloads.reload(), { kind: "refused", diagnostics: [{ severity: "error", rule: "reload-failed", message: "our own bug" }] });
    assert.equal((await reloads.reload()).kind, "refused", "and the next one is tried");
  });

  it("come one after the other; all who ask while one runs share the next", async () => {
    const found = ["two", "three", "four"].map((fingerprint) => reading(fingerprint));
    const waiting: (() => void)[] = [];
    const { reloads, done, current } = scripted({
      read: () => new Promise((resolve) => waiting.push(() => resolve(found.shift()!))),
    });
    const all = [reloads.reload(), reloads.reload(), reloads.reload()];
    assert.equal(all[1], all[2]);
    await settled();
    assert.equal(waiting.length, 1, "the second has not begun");
    waiting.shift()!();
    await all[0];
    assert.equal(current(), "two");
    await settled();
    waiting.shift()!();
    await all[1];
    assert.deepEqual([current(), done], ["three", ["compose two", "prepare two", "compose three", "prepare three"]]);
  });

  it("swap nothing once a stop has come, wherever they are", async () => {
    const stopped = { kind: "refused", diagnostics: [{ severity: "error", rule: "host-stopping", message: "The host is stopping." }] };
    for (const [step, expected] of [["read", []], ["compose", ["stop two iis-host"]], ["prepare", ["undo", "stop two iis-host"]]] as const) {
      let go: () => void = () => undefined;
      const held = new Promise<void>((resolve) => (go = resolve));
      const { reloads, done, current } = scripted({
        read: async () => (step === "read" ? held.then(() => reading("two")) : reading("two")),
        ...(step === "compose" ? { compose: async (of) => held.then(() => ({ reading: of, applications: { diagnostics: [], unavailable: [], stop: async (reason: string) => void done.push(`stop two ${reason}`) } }) as unknown as Generation) } : {}),
        ...(step === "prepare" ? { prepare: async () => held.then(() => ({ commit: () => assert.fail("swapped"), undo: async () => void done.push("undo") })) } : {}),
      });
      const reloading = reloads.reload();
      await settled();
      const stopping = reloads.stop();
      go();
      assert.deepEqual(await reloading, stopped, step);
      await stopping;
      assert.deepEqual([done.filter((line) => !line.startsWith("compose")), current(), reloads.isStopping], [expected, "one", true]);
      assert.deepEqual(await reloads.reload(), stopped);
    }
  });
});
