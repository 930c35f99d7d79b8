/** Life of one command. Every arrow is in this table; nothing else changes the state. */
export const commandLife = {
  // The plug-in has been asked for it and has not answered. It may write, and even be done, before it does.
  beginning: { begun: "running", done: "done", terminate: "terminated", close: "closed" },
  running: { done: "done", terminate: "terminated", close: "closed" },
  // Over, with output and exit code for whoever receives them, also a second time.
  done: { terminate: "terminated", close: "closed" },
  terminated: {},
  closed: {},
} as const;

export type CommandState = keyof typeof commandLife;

/** `close`: its shell ends, or it never began. */
export type CommandEvent = "begun" | "done" | "terminate" | "close";
