import type { Life } from "../../base/next-state.js";

/**
 * The life of a session at both ends (OMA DM Protocol 1.2.1, 6 to 9). Every arrow is in these tables, and nothing else changes a state; what is not
 * in them ends the session with an alert 1223.
 */

/**
 * A server's end. `new`: package 1 is awaited. `challenged`: the device was asked for a credential, or a better one. `managing`: it carries out commands,
 * message by message. `sendingObject`: a large object goes to the device, piece by piece, and nothing else with it. `awaitingMore`: the device has not
 * ended its package yet. `closed`: nothing is left to do. `aborted`: one of both has given up. `expired`: the device did not come back.
 */
export type ServerState = "aborted" | "awaitingMore" | "challenged" | "closed" | "expired" | "managing" | "new" | "sendingObject";

/** What happens to a server's end. `more`: a message that does not end its package; `piece`: what goes out next is part of a large object. */
export type ServerEvent = "abort" | "accept" | "challenge" | "end" | "expire" | "message" | "more" | "piece" | "refuse";

const serverEnds = { abort: "aborted", expire: "expired" } as const;

export const serverLife: Life<ServerState, ServerEvent> = {
  new: { ...serverEnds, accept: "managing", challenge: "challenged", refuse: "closed", more: "awaitingMore" },
  challenged: { ...serverEnds, accept: "managing", challenge: "challenged", refuse: "closed", more: "awaitingMore" },
  managing: { ...serverEnds, message: "managing", more: "awaitingMore", piece: "sendingObject", end: "closed", challenge: "challenged" },
  awaitingMore: { ...serverEnds, more: "awaitingMore", message: "managing", accept: "managing", piece: "sendingObject", challenge: "challenged", refuse: "closed", end: "closed" },
  sendingObject: { ...serverEnds, piece: "sendingObject", message: "managing", end: "closed" },
  closed: {}, aborted: {}, expired: {},
};

/**
 * A device's end. `idle`: nothing has been sent. `opening`: package 1 is under way. `challenged`: it was refused, and goes with a credential once more.
 * `answering`: package 3 is under way. `sendingMore`: its package takes more messages. `closed`, `aborted` as above; `failed`: the server could not be
 * reached, or is not who it should be.
 */
export type ClientState = "aborted" | "answering" | "challenged" | "closed" | "failed" | "idle" | "opening" | "sendingMore";

export type ClientEvent = "abort" | "challenge" | "commands" | "fail" | "more" | "nothing" | "open" | "retry";

const clientEnds = { abort: "aborted", fail: "failed" } as const;

export const clientLife: Life<ClientState, ClientEvent> = {
  idle: { open: "opening" },
  opening: { ...clientEnds, commands: "answering", more: "sendingMore", nothing: "closed", challenge: "challenged" },
  challenged: { ...clientEnds, retry: "opening" },
  answering: { ...clientEnds, commands: "answering", more: "sendingMore", nothing: "closed", challenge: "challenged" },
  sendingMore: { ...clientEnds, commands: "answering", more: "sendingMore", nothing: "closed", challenge: "challenged" },
  closed: {}, aborted: {}, failed: {},
};
