import type { Reply } from "../exchange.js";

/** Makes a reply; when it is a fault, or none can be made, what was begun for it is undone. */
export function undoFault(make: () => Reply | Promise<Reply>, undo: () => void): Reply | Promise<Reply> {
  const check = (reply: Reply): Reply => {
    if ("fault" in reply) undo();
    return reply;
  };
  const failed = (error: unknown): never => {
    undo();
    throw error;
  };
  let reply: Reply | Promise<Reply>;
  try {
    reply = make();
  } catch (error) {
    return failed(error);
  }
  return reply instanceof Promise ? reply.then(check, failed) : check(reply);
}
