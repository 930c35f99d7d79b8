import { ownCopy } from "../../base/own-copy.js";
import { fail, ok, type Result } from "../../base/result.js";
import { nextChild, readPlainText } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { openBody, schemaFault } from "./body-scanner.js";
import { duration, holdsElement, part, streamNames, text } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { quote } from "./quote.js";
import { readChildren } from "./read-children.js";
import type { RequestBody, WsmanRequest } from "./request.js";
import { readProposedId, shellAttribute } from "./shell-identifier.js";

/** `rsp:Shell` of a Create. */
export interface ShellBody {
  /** Proposed by the client: 1 to 255 characters, none of them a control character. */
  readonly shellId: string | undefined;
  /** Attribute or element Name; `undefined` when there is none, or an empty one. */
  readonly name: string | undefined;
  /** In the order sent; a name may come twice, and its last value counts. Names are not empty and have no `=` inside. */
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** As sent, white space kept; `undefined` when there is none, or an empty one. */
  readonly workingDirectory: string | undefined;
  /** Milliseconds. */
  readonly lifetime: number | undefined;
  /** Milliseconds, not yet capped. */
  readonly idleTimeout: number | undefined;
  /** Default `stdin`. Each name once. */
  readonly inputStreams: readonly string[];
  /** Default `stdout` and `stderr`. Each name once. */
  readonly outputStreams: readonly string[];
  /** Element `creationXml` of any namespace. */
  readonly creation: RequestBody | undefined;
}

type Draft = { -readonly [Key in keyof ShellBody]: ShellBody[Key] };

/** Reads rsp:Shell (MS-WSMV 2.2.4.37). */
export function readShellBody(request: WsmanRequest): Result<ShellBody, Fault> {
  const open = openBody(request, "Shell", "rsp");
  if (!open.ok) return open;
  const scanner = open.value;
  const shellId = readProposedId(scanner, "ShellId");
  if (!shellId.ok) return shellId;
  const environment: (readonly [string, string])[] = [];
  const draft: Draft = {
    shellId: shellId.value, name: nameOf(scanner), environment, workingDirectory: undefined, lifetime: undefined, idleTimeout: undefined,
    inputStreams: ["stdin"], outputStreams: ["stdout", "stderr"], creation: undefined,
  };
  const fault = readChildren(scanner, {
    // Some clients send an attribute, others an element.
    Name: text((name) => (draft.name ??= orNothing(name))),
    WorkingDirectory: text((path) => (draft.workingDirectory = orNothing(path))),
    Lifetime: duration((milliseconds) => (draft.lifetime = milliseconds)),
    IdleTimeOut: duration((milliseconds) => (draft.idleTimeout = milliseconds)),
    InputStreams: streamNames((names) => (draft.inputStreams = names)),
    OutputStreams: streamNames((names) => (draft.outputStreams = names)),
    creationXml: part((element) => (draft.creation = element)),
  }, { Environment: (child) => readEnvironment(child, environment) });
  return fault === undefined ? ok(draft) : fail(fault);
}

const orNothing = (value: string): string | undefined => (value === "" ? undefined : value);

function nameOf(scanner: XmlScanner): string | undefined {
  const name = shellAttribute(scanner, "Name");
  return name === undefined ? undefined : orNothing(ownCopy(name));
}

/** rsp:Environment (MS-WSMV 2.2.4.17): the scanner stands on its start tag and afterwards on its end tag. */
function readEnvironment(scanner: XmlScanner, environment: (readonly [string, string])[]): Fault | undefined {
  const { depth } = scanner;
  while (nextChild(scanner, depth)) {
    if (!scanner.is(namespaces.rsp, "Variable")) {
      scanner.skipElement();
      continue;
    }
    const name = shellAttribute(scanner, "Name");
    const value = readPlainText(scanner);
    if (value === undefined) return holdsElement("rsp:Variable");
    if (name === undefined || name === "") return schemaFault("An rsp:Variable has no Name attribute; every variable needs one.");
    // Behind the first "=" the operating system would begin the value: another variable than the one that was checked.
    if (name.includes("=")) return { name: "invalidParameter", detail: "InvalidName", message: `The rsp:Variable ${quote(name)} has "=" in its Name; no variable is called that.` };
    environment.push([ownCopy(name), ownCopy(value)]);
  }
  return undefined;
}
