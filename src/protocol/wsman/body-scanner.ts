import { fail, type Result } from "../../base/result.js";
import { XmlScanner } from "../xml/scanner.js";
import { wireLimits } from "../xml/xml-limits.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { quote } from "./quote.js";
import type { WsmanRequest } from "./request.js";

/** A cut-out body carries the declarations and the xml:lang of what was around it; room for both. */
const limits = { ...wireLimits, namespaces: wireLimits.namespaces * 2, attributes: wireLimits.attributes + 1 };

/** The body's source with a scanner that stands on its root's start tag. */
export interface OpenBody {
  readonly scanner: XmlScanner;
  readonly source: string;
}

/** Opens a Body that must hold one element of the enumeration namespace. */
export function openBody(request: WsmanRequest, name: string): Result<OpenBody, Fault> {
  const { root, count } = request.body;
  if (root === undefined || count !== 1 || root.namespace !== namespaces.n || root.name !== name) {
    const found = root === undefined ? "is empty" : count === 1 ? `holds ${quote(root.name)} of the namespace ${quote(root.namespace)}` : `holds ${count} elements`;
    return fail(schemaFault(`The s:Body ${found}; the action ${request.action} needs one n:${name} of the namespace ${namespaces.n}.`));
  }
  const source = request.body.text();
  const scanner = new XmlScanner(source, limits);
  scanner.next();
  return { ok: true, value: { scanner, source } };
}

/** A body that is well-formed but not what its action says. */
export function schemaFault(message: string): Fault {
  return { name: "schemaValidationError", message };
}
