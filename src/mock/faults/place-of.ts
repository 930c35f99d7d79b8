import { actions } from "../../protocol/wsman/actions.js";
import type { FaultPlace } from "../script/mock-script.js";

const shellUri = /^http:\/\/schemas\.microsoft\.com\/(?:wbem\/wsman\/1\/windows\/shell|powershell)/iu;

/** Which place of a script's faults a request is; `undefined` for one that has no name there. */
export function placeOf(action: string | undefined, resourceUri = ""): FaultPlace | undefined {
  if (action === undefined) return undefined;
  if (action === "Identify") return "identify";
  const isShell = shellUri.test(resourceUri);
  switch (actions.get(action)) {
    case "Get": return "get";
    case "Put": return "put";
    case "Create": return isShell ? "create-shell" : "create";
    case "Delete": return isShell ? "delete-shell" : "delete";
    case "Enumerate": return "enumerate";
    case "Pull": return "pull";
    case "Command": return "command";
    case "Send": return "send";
    case "Receive": return "receive";
    case "Signal": return "signal";
    case undefined: return "invoke";
    default: return undefined;
  }
}
