import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { RestartCircuit, restartCircuit, type CircuitEvent, type CircuitState } from "../../../src/plugin-host/isolation/restart-circuit.js";
import { PluginLife, pluginLife, type PluginEvent, type PluginState } from "../../../src/plugin-host/plugin-life.js";

const events: readonly PluginEvent[] = ["readManifest", "check", "load", "shakeHands", "configure", "start", "serve", "drain", "stop", "die", "fail"];
const toServing: readonly PluginEvent[] = ["readManifest", "check", "load", "shakeHands", "configure", "start", "serve"];

/** The way to each state. */
const ways: Readonly<Record<PluginState, readonly PluginEvent[]>> = {
  found: [], "manifest read": toServing.slice(0, 1), checked: toServing.slice(0, 2), loaded: toServing.slice(0, 3), handshake: toServing.slice(0, 4), configured: toServing.slice(0, 5),
  started: toServing.slice(0, 6), serving: toServing, draining: [...toServing, "drain"], stopped: [...toServing, "drain", "stop"], died: [...toServing, "die"], failed: ["fail"],
};

function lifeIn(state: PluginState): PluginLife {
  const life = new PluginLife();
  for (const event of ways[state]) {
    if (event === "fail") life.fail();
    else if (event === "die") life.die();
    else life.enter(event);
  }
  assert.equal(life.state, state);
  return life;
}

describe("life of a plug-in: every state meets every event", () => {
  for (const state of Object.keys(pluginLife) as PluginState[]) {
    for (const event of events) {
      const next = (pluginLife[state] as Partial<Record<PluginEvent, PluginState>>)[event];
      it(`${state}, ${event}: ${next ?? "stays or is our own bug"}`, () => {
        const life = lifeIn(state);
        if (event === "fail" || event === "die") {
          const told = event === "fail" ? life.fail() : life.die();
          assert.equal(life.state, next ?? state);
          if (event === "die") assert.equal(told, state === "started" || state === "serving");
        } else if (next === undefined) {
          assert.throws(() => life.enter(event), new RegExp(`a plug-in that is ${state} cannot ${event}`, "u"));
          assert.equal(life.state, state);
        } else {
          life.enter(event);
          assert.equal(life.state, next);
        }
      });
    }
  }
});

describe("circuit of a plug-in", () => {
  /** A circuit in the state, and its clock. */
  function circuitIn(state: CircuitState) {
    const time = { now: 0 };
    const circuit = new RestartCircuit(() => time.now);
    const failures = state === "closed" ? 0 : state === "waiting" ? 1 : 5;
    for (let failure = 0; failure < failures; failure++) {
      time.now += 1e6;
      assert.equal(circuit.mayTry, true);
      circuit.fail(false);
    }
    if (state === "half-open") time.now += 1e6;
    assert.equal(circuit.state, state);
    return { circuit, time };
  }
  const happen: Readonly<Record<CircuitEvent, (of: ReturnType<typeof circuitIn>) => void>> = {
    fail: ({ circuit }) => void circuit.fail(false),
    failAgain: ({ circuit }) => { for (let failure = 0; failure < 5; failure++) circuit.fail(false); },
    elapse: ({ time }) => void (time.now += 60_000),
    answer: ({ circuit }) => circuit.answer(),
  };
  for (const [state, arrows] of Object.entries(restartCircuit) as [CircuitState, Partial<Record<CircuitEvent, CircuitState>>][]) {
    for (const event of Object.keys(happen) as CircuitEvent[]) {
      // From closed five failures need five tries: between them it waits.
      if (event === "failAgain" && state !== "half-open") continue;
      it(`${state}, ${event}: ${arrows[event] ?? state}`, () => {
        const of = circuitIn(state);
        happen[event](of);
        assert.equal(of.circuit.state, arrows[event] ?? state);
      });
    }
  }

  it("waits longer from failure to failure and opens with the fifth", () => {
    let now = 0;
    const circuit = new RestartCircuit(() => now);
    const waits = [1, 2, 3, 4, 5, 6].map(() => {
      const wait = circuit.fail(false);
      assert.equal(circuit.mayTry, false);
      now += wait;
      assert.equal(circuit.mayTry, true);
      return wait;
    });
    assert.deepEqual(waits, [1000, 2000, 4000, 8000, 60_000, 60_000]);
    circuit.answer();
    assert.deepEqual([circuit.state, circuit.fail(false)], ["closed", 1000]);
  });

  it("tries one that served until now again at once, the first time", () => {
    let now = 0;
    const circuit = new RestartCircuit(() => now);
    const waits = [1, 2, 3, 4, 5].map(() => {
      const wait = circuit.fail(true);
      now += wait;
      return wait;
    });
    assert.deepEqual(waits, [0, 1000, 2000, 4000, 60_000]);
  });
});
