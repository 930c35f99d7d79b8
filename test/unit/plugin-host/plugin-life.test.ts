import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { failureWindow, limitOfFailures, RestartCircuit, restartCircuit, type CircuitEvent, type CircuitState } from "../../../src/plugin-host/isolation/restart-circuit.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";
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
  const start = (): { readonly circuit: RestartCircuit; readonly clock: ManualClock } => {
    const clock = new ManualClock();
    return { circuit: new RestartCircuit(() => clock.now()), clock };
  };
  /** A circuit in the state, and its clock. */
  function circuitIn(state: CircuitState) {
    const made = start();
    const failures = state === "closed" ? 0 : state === "waiting" ? 1 : limitOfFailures;
    for (let failure = 0; failure < failures; failure++) {
      assert.equal(made.circuit.mayTry, true);
      const wait = made.circuit.fail(false);
      if (failure < failures - 1) made.clock.advance(wait);
    }
    if (state === "half-open") made.clock.advance(60_000);
    assert.equal(made.circuit.state, state);
    return made;
  }
  const happen: Readonly<Record<CircuitEvent, (of: ReturnType<typeof circuitIn>) => void>> = {
    // The failures that opened it are out of the window when a trial comes this late.
    fail: ({ circuit, clock }) => {
      if (circuit.state === "half-open") clock.advance(failureWindow);
      circuit.fail(false);
    },
    failAgain: ({ circuit }) => { for (let failure = 0; failure < limitOfFailures; failure++) circuit.fail(false); },
    elapse: ({ clock }) => clock.advance(60_000),
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

  /** What happens to one that is called whenever it may be: milliseconds before each failure, does it answer first?, and what the failure costs. */
  const lives: readonly (readonly [name: string, isGentle: boolean, failures: readonly (readonly [before: number, answers: boolean, wait: number])[]])[] = [
    ["waits longer from failure to failure and opens with the fifth", false, [
      [0, false, 1000], [0, false, 2000], [0, false, 4000], [0, false, 8000], [0, false, 60_000], [0, false, 60_000],
    ]],
    ["tries one that served until now again at once, the first time", true, [
      [0, false, 0], [0, false, 1000], [0, false, 2000], [0, false, 4000], [0, false, 60_000],
    ]],
    ["opens for one that answers between its failures", true, [
      [0, true, 0], [9000, true, 1000], [9000, true, 2000], [9000, true, 4000], [9000, true, 60_000],
    ]],
    ["opens again at the first failure after a trial that was answered, while the others are in the window", true, [
      [0, true, 0], [0, true, 1000], [0, true, 2000], [0, true, 4000], [0, true, 60_000], [10_000, true, 60_000],
    ]],
    ["forgets what is out of the window: one that fails now and then is never left alone", true, [
      [0, true, 0], [failureWindow, true, 0], [failureWindow, true, 0], [failureWindow / 2, true, 1000], [failureWindow / 2 - 2000, true, 2000], [failureWindow, true, 0],
    ]],
    ["begins anew when the window has passed over an open circuit", false, [
      [0, false, 1000], [0, false, 2000], [0, false, 4000], [0, false, 8000], [0, false, 60_000], [failureWindow, true, 1000], [0, false, 2000],
    ]],
  ];
  for (const [name, isGentle, failures] of lives) {
    it(name, () => {
      const { circuit, clock } = start();
      const waits = failures.map(([before, answers]) => {
        clock.advance(before);
        assert.equal(circuit.mayTry, true);
        if (answers) circuit.answer();
        const wait = circuit.fail(isGentle);
        assert.equal(circuit.mayTry, wait === 0);
        clock.advance(wait);
        return wait;
      });
      assert.deepEqual(waits, failures.map(([, , wait]) => wait));
    });
  }
});
