import type { XmlScanner } from "../xml/scanner.js";
import { ownRoles, SOAP_12 } from "./namespaces.js";
import { trimSpace } from "./text-content.js";

/** What SOAP says about the header block whose start tag the scanner stands on. */
export interface HeaderTarget {
  /** Meant for this host, or for somebody else on the way (SOAP 1.2 part 1, 5.2.2). */
  readonly ours: boolean;
  /** `undefined` when the attribute's text is not a Boolean. */
  readonly mustUnderstand: boolean | undefined;
}

/** Only the qualified attribute counts: several clients write `mustUnderstand` without a namespace, where it means nothing. */
export function readHeaderTarget(scanner: XmlScanner): HeaderTarget {
  if (scanner.attributeCount === 0) return unmarked;
  const role = scanner.attribute(SOAP_12, "role");
  const written = scanner.attribute(SOAP_12, "mustUnderstand");
  if (role === undefined && written === undefined) return unmarked;
  return { ours: role === undefined || ownRoles.has(trimSpace(role)), mustUnderstand: written === undefined ? false : readBoolean(written) };
}

const unmarked: HeaderTarget = { ours: true, mustUnderstand: false };

/** xs:boolean; `undefined` for anything else. */
export function readBoolean(text: string): boolean | undefined {
  const value = trimSpace(text);
  if (value === "true" || value === "1") return true;
  return value === "false" || value === "0" ? false : undefined;
}
