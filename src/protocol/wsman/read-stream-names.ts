import { ownCopy } from "../../base/own-copy.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { Fault } from "./fault.js";
import { quote } from "./quote.js";
import { requestLimits } from "./request-limits.js";
import { describeIdentifier } from "./shell-identifier.js";

/** Names with white space between them (MS-WSMV 2.2.4.37). A name said twice is one stream. */
export function readStreamNames(label: string, text: string): Result<readonly string[], Fault> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(/[^ \t\r\n]+/g)) {
    const problem = describeIdentifier(name);
    if (problem !== undefined) return refuse(`The element ${label} names a stream ${quote(name)}, which ${problem}; send a short name such as stdout.`);
    names.add(name);
    if (names.size > requestLimits.streams) return refuse(`The element ${label} names more than ${requestLimits.streams} streams; send fewer.`);
  }
  return ok([...names].map(ownCopy));
}

const refuse = (message: string): { readonly ok: false; readonly error: Fault } => fail({ name: "invalidParameter", detail: "InvalidValue", message });
