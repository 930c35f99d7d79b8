import { fail, ok, type Result } from "../../base/result.js";
import type { XmlScanner } from "../xml/scanner.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { quote } from "./quote.js";
import type { WsmanRequest } from "./request.js";

/**
 * Opens a Body that must hold one element.
 * @param prefix of its namespace: enumerations have n, shells rsp
 * @returns a scanner that stands on its start tag
 */
export function openBody(request: WsmanRequest, name: string, prefix: "n" | "rsp" = "n"): Result<XmlScanner, Fault> {
  const { root, count } = request.body;
  const namespace = namespaces[prefix];
  if (root === undefined || count !== 1 || root.namespace !== namespace || root.name !== name) {
    const found = root === undefined ? "is empty" : count === 1 ? `holds ${quote(root.name)} of the namespace ${quote(root.namespace)}` : `holds ${count} elements`;
    return fail(schemaFault(`The s:Body ${found}; the action ${request.action} needs one ${prefix}:${name} of the namespace ${namespace}.`));
  }
  return ok(request.body.open());
}

/** A body that is well-formed but not what its action says. */
export function schemaFault(message: string): Fault {
  return { name: "schemaValidationError", message };
}
