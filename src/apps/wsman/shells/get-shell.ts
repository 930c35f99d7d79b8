import { writeShell } from "../../../protocol/wsman/write-shell.js";
import { writeBehind } from "../../../protocol/wsman/write-response.js";
import { fitEnvelope } from "../fit-envelope.js";
import type { Operate } from "../operations/single-operations.js";
import { describeShell } from "./describe-shell.js";

/** What there is to say about a shell (WS-Transfer Get). */
export const getShell: Operate = (exchange) => fitEnvelope(exchange, writeBehind(exchange.opening, writeShell(describeShell(exchange.shell!, exchange.state.shells.longestIdleTimeout))));
