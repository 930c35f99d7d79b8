import type { ToHost, ToPlugin } from "./messages.js";

/**
 * Is a message made of nothing but what JSON has? Then it crosses as text, which costs a fraction of a structured clone; nearly all
 * messages of a busy plug-in do. An `undefined` member is left out, which nobody can tell.
 */
export function isPlain(message: ToPlugin | ToHost): boolean {
  switch (message.type) {
    // The columns that a filter of the host asks for are a Map.
    case "call": return message.request.own.query === undefined;
    case "answer": return message.answer.kind === "value" || message.answer.kind === "items" || message.answer.kind === "opened" || message.answer.kind === "refused";
    case "pull":
    case "cancel":
    case "close":
    case "ping":
    case "pong": return true;
    default: return false;
  }
}

/** May a message wait until the turn of the event loop ends? Calls and answers may; what a plug-in says before it hangs may not. */
export const mayWait = ({ type }: ToPlugin | ToHost): boolean => type === "call" || type === "pull" || type === "answer";
