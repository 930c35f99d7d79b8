/** Life of a host that has started. Every arrow is in this table; nothing else changes the state. */
export const hostLife = {
  serving: { reload: "reloading", stop: "stopping" },
  // The reload that runs when a stop comes swaps nothing any more and undoes what it has built.
  reloading: { reloaded: "serving", stop: "stopping" },
  stopping: { reloaded: "stopping", stop: "stopping" },
} as const;

export type HostState = keyof typeof hostLife;

export type HostEvent = "reload" | "reloaded" | "stop";

/** The state after `event`, `undefined` when the table has no such arrow. */
export function nextHostState(state: HostState, event: HostEvent): HostState | undefined {
  return (hostLife[state] as Partial<Record<HostEvent, HostState>>)[event];
}
