import { ownCopy } from "../../base/own-copy.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { XmlScanner } from "../xml/scanner.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { quote } from "./quote.js";
import { requestLimits } from "./request-limits.js";

/** An attribute of an element of shells. One client qualifies the names of its attributes, the schema and all others do not. */
export function shellAttribute(scanner: XmlScanner, name: string): string | undefined {
  return scanner.attribute("", name) ?? scanner.attribute(namespaces.rsp, name);
}

/**
 * An id that the client proposes for what it creates, on whose start tag the scanner stands. Windows' own clients send GUIDs, others any text.
 * @returns `undefined` when there is none, or an empty one: the host makes one
 */
export function readProposedId(scanner: XmlScanner, name: "ShellId" | "CommandId"): Result<string | undefined, Fault> {
  const id = shellAttribute(scanner, name);
  if (id === undefined || id === "") return ok(undefined);
  const problem = describeIdentifier(id);
  if (problem === undefined) return ok(ownCopy(id));
  return fail({ name: "invalidProposedId", message: `The attribute ${name} is ${quote(id)}, which ${problem}; send a GUID, or leave it out and take the one that the answer brings.` });
}

/** What is wrong with an id or a name that goes into logs and answers; the sentence goes on behind it. @returns `undefined` for nothing */
export function describeIdentifier(text: string): string | undefined {
  if (text.length > requestLimits.shellIdentifier) return `is longer than ${requestLimits.shellIdentifier} characters`;
  return /\p{Cc}/u.test(text) ? "has a control character inside" : undefined;
}
