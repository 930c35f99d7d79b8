import { writeShell } from "../../../protocol/wsman/write-shell.js";
import { writeBehind } from "../../../protocol/wsman/write-response.js";
import { fitEnvelope } from "../fit-envelope.js";
import { callContext } from "../operations/call-context.js";
import type { Operate } from "../operations/single-operations.js";
import { describeShell } from "./describe-shell.js";
import { shellUsage } from "./shell-usage.js";

/** What there is to say about a shell (WS-Transfer Get). */
export const getShell: Operate = async (exchange) => {
  const usage = await shellUsage(exchange.shell!, callContext(exchange));
  return fitEnvelope(exchange, writeBehind(exchange.opening, writeShell(describeShell(exchange.shell!, exchange.state.shells.longestIdleTimeout, usage))));
};
