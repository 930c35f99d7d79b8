/** Life of one shell. Every arrow is in this table; nothing else changes the state. */
export const shellLife = {
  connected: { disconnect: "disconnected", fail: "failed", delete: "deleted", idle: "expired", lifetime: "expired", shutdown: "stopped" },
  // Its client has gone on purpose and may come back; its commands go on.
  disconnected: { reconnect: "connected", fail: "failed", delete: "deleted", idle: "expired", lifetime: "expired", shutdown: "stopped" },
  // What stood behind it is gone; its client is told, and deletes it.
  failed: { delete: "deleted", idle: "expired", lifetime: "expired", shutdown: "stopped" },
  deleted: {},
  expired: {},
  stopped: {},
} as const;

export type ShellState = keyof typeof shellLife;

export type ShellEvent = "disconnect" | "reconnect" | "fail" | "delete" | "idle" | "lifetime" | "shutdown";
