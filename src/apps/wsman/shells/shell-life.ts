/** Life of one shell. Every arrow is in this table; nothing else changes the state. */
export const shellLife = {
  connected: { disconnect: "disconnected", delete: "deleted", idle: "expired", lifetime: "expired", shutdown: "stopped" },
  // Its client has gone on purpose and may come back; its commands go on.
  disconnected: { reconnect: "connected", delete: "deleted", idle: "expired", lifetime: "expired", shutdown: "stopped" },
  deleted: {},
  expired: {},
  stopped: {},
} as const;

export type ShellState = keyof typeof shellLife;

export type ShellEvent = "disconnect" | "reconnect" | "delete" | "idle" | "lifetime" | "shutdown";
