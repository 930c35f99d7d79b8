/** Life of one output stream. Every arrow is in this table; nothing else changes the state. */
export const streamLife = {
  open: { end: "ended" },
  // Nothing more comes in; what came in may still have to go out.
  ended: { tell: "told" },
  told: {},
} as const;

export type StreamState = keyof typeof streamLife;

/** `tell`: the client has been sent the end mark. */
export type StreamEvent = "end" | "tell";
