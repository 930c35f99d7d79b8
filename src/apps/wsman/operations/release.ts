import { writeBehind } from "../../../protocol/wsman/write-response.js";
import type { Operate } from "./single-operations.js";

/** Ends an enumeration, also one that is being pulled; the plug-in's work on it is cancelled. */
export const release: Operate = (exchange) => {
  const enumeration = exchange.enumeration!;
  enumeration.enter("release");
  exchange.state.enumerations.remove(enumeration);
  return { envelope: writeBehind(exchange.opening, "") };
};
