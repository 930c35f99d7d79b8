import { nextState } from "../../../base/next-state.js";

/** Life of one enumeration. Every arrow is in this table; nothing else changes the state. */
export const enumerationLife = {
  open: { pull: "pulling", release: "released", expire: "expired", stop: "stopped" },
  // An idle time cannot run out while somebody pulls; a Pull that timed out has answered, and leaves the enumeration open.
  pulling: { answered: "open", lastItem: "finished", fail: "failed", release: "released", stop: "stopped" },
  finished: {},
  failed: {},
  released: {},
  expired: {},
  stopped: {},
} as const;

export type EnumerationState = keyof typeof enumerationLife;

export type EnumerationEvent = "pull" | "answered" | "lastItem" | "fail" | "release" | "expire" | "stop";

/** The state after `event`, `undefined` when the table has no such arrow. */
export const nextEnumerationState = (state: EnumerationState, event: EnumerationEvent): EnumerationState | undefined => nextState<EnumerationState, EnumerationEvent>(enumerationLife, state, event);
