import { nextState } from "../base/next-state.js";

/**
 * Life of one plug-in instance. Every arrow is in this table; nothing else changes the state. `failed` is reachable from each state
 * that is not an end; a plug-in that is tried again begins a new life.
 */
export const pluginLife = {
  found: { readManifest: "manifest read", fail: "failed" },
  "manifest read": { check: "checked", fail: "failed" },
  checked: { load: "loaded", fail: "failed" },
  loaded: { shakeHands: "handshake", fail: "failed" },
  handshake: { configure: "configured", fail: "failed" },
  configured: { start: "started", fail: "failed" },
  // A validation never serves: it goes from started straight to draining.
  started: { serve: "serving", drain: "draining", die: "died", fail: "failed" },
  serving: { drain: "draining", die: "died", fail: "failed" },
  draining: { stop: "stopped", fail: "failed" },
  stopped: {},
  /** Its thread or process ended before its time. Of one in the host's own thread never heard. */
  died: {},
  failed: {},
} as const;

export type PluginState = keyof typeof pluginLife;

export type PluginEvent = "readManifest" | "check" | "load" | "shakeHands" | "configure" | "start" | "serve" | "drain" | "stop" | "die" | "fail";

/** The state after `event`, `undefined` when the table has no such arrow. */
const nextPluginState = (state: PluginState, event: PluginEvent): PluginState | undefined => nextState<PluginState, PluginEvent>(pluginLife, state, event);

/** The place of one plug-in instance in the table. */
export class PluginLife {
  #state: PluginState = "found";

  get state(): PluginState {
    return this.#state;
  }

  /** @throws when the table has no such arrow: that is our own bug. */
  enter(event: PluginEvent): void {
    const next = nextPluginState(this.#state, event);
    if (next === undefined) throw new Error(`a plug-in that is ${this.#state} cannot ${event}`);
    this.#state = next;
  }

  /** To `died`. @returns whether it was of use until now */
  die(): boolean {
    const next = nextPluginState(this.#state, "die");
    this.#state = next ?? this.#state;
    return next !== undefined;
  }

  /** To `failed`, unless it has ended already. */
  fail(): void {
    this.#state = nextPluginState(this.#state, "fail") ?? this.#state;
  }
}
