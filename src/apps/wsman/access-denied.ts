import type { Fault } from "../../protocol/wsman/fault.js";
import { authorizerName } from "./authorizer-name.js";
import type { Exchange } from "./exchange.js";

/** A no, or that nobody could say yes: then the client is told which plug-in failed, and the log why. @param message of a no */
export function accessDenied({ state }: Exchange, { isUndecided = false }: { readonly isUndecided?: boolean }, message: string): Fault {
  return { name: "accessDenied", message: isUndecided ? `The ${authorizerName(state)} could not decide whether the user may do this; the host's log says why.` : message };
}
