/** Life of one command. Every arrow is in this table; nothing else changes the state. */
export const commandLife = {
  running: { done: "done", terminate: "terminated", close: "closed" },
  // Over, with output and exit code for whoever receives them, also a second time.
  done: { terminate: "terminated", close: "closed" },
  terminated: {},
  closed: {},
} as const;

export type CommandState = keyof typeof commandLife;

/** `close`: its shell ends. */
export type CommandEvent = "done" | "terminate" | "close";
