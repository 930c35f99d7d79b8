import type { ToHost, ToPlugin } from "./messages.js";

/**
 * Is a message made of nothing but what JSON has? Then it crosses as text, which costs a fraction of a structured clone; nearly all
 * messages of a busy plug-in do. An `undefined` member is left out, which nobody can tell.
 */
export function isPlain(message: ToPlugin | ToHost): boolean {
  switch (message.type) {
    // The columns that a filter of the host asks for are a Map.
    case "call": return message.request.own.query === undefined;
    case "answer": return message.answer.kind === "value" || message.answer.kind === "items" || message.answer.kind === "opened" || message.answer.kind === "refused" || message.answer.kind === "stream";
    case "pull":
    case "openShell":
    case "runCommand":
    case "signal":
    case "connect":
    case "usage":
    case "closeStream":
    case "welcome":
    case "unread":
    case "wrongOutput":
    case "streamEnd":
    case "done":
    case "facts":
    case "cancel":
    case "close":
    case "ping":
    case "pong": return true;
    default: return false;
  }
}

/**
 * May a message wait until the turn of the event loop ends? Calls, answers and output may; what a plug-in says before it hangs may not. Much
 * output does not gain by it: while one piece is on its way the next is written.
 */
export const mayWait = (message: ToPlugin | ToHost): boolean => waiting.has(message.type) && !(message.type === "output" && message.data.length >= muchOutput);

/** Octets. */
const muchOutput = 16 * 1024;

const waiting: ReadonlySet<string> = new Set([
  "call", "pull", "answer", "openShell", "runCommand", "send", "signal", "connect", "usage", "closeStream", "welcome", "unread", "output", "wrongOutput", "streamEnd", "done", "facts",
] satisfies (ToPlugin | ToHost)["type"][]);
