import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Exchange } from "../exchange.js";

/** One check. It lets the request pass, filling in what it found, or names the fault. It never answers by itself. */
export type Step = (exchange: Exchange) => Fault | undefined | Promise<Fault | undefined>;
