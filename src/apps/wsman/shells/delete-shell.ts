import type { Operate } from "../operations/single-operations.js";
import { replyWithXml } from "../operations/finish-answer.js";

/** Ends a shell and everything in it (WS-Transfer Delete). The answer comes when nothing of it is left, or in time: then the rest is on its way out. */
export const deleteShell: Operate = async (exchange) => {
  await exchange.shell!.finishWithin("delete", exchange.remainingTime());
  return replyWithXml(exchange, undefined);
};
