import { fail, ok, type Result } from "../../base/result.js";
import { trimSpace } from "../soap/text-content.js";
import { openBody, schemaFault } from "./body-scanner.js";
import { text } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { readChildren } from "./read-children.js";
import type { WsmanRequest } from "./request.js";
import { shellAttribute } from "./shell-identifier.js";

/** `rsp:Signal`. */
export interface SignalBody {
  /** `undefined` for the shell itself. */
  readonly commandId: string | undefined;
  /** URI as sent, trimmed. Never empty. */
  readonly code: string;
  /** The three that every shell has a meaning for; `undefined` for any other. */
  readonly kind: "ctrl-c" | "ctrl-break" | "terminate" | undefined;
}

/** In lower case: clients disagree about it, and one writes Terminate. */
const kinds: ReadonlyMap<string, SignalBody["kind"]> = new Map([
  [`${namespaces.rsp}/signal/ctrl_c`, "ctrl-c"],
  [`${namespaces.rsp}/signal/ctrl_break`, "ctrl-break"],
  [`${namespaces.rsp}/signal/terminate`, "terminate"],
  ["powershell/signal/ctrl_c", "ctrl-c"],
  // PowerShell itself spells it so (MS-PSRP 3.1.5.3.9).
  ["powershell/signal/crtl_c", "ctrl-c"],
] as const);

/** Reads rsp:Signal (MS-WSMV 2.2.4.38). */
export function readSignalBody(request: WsmanRequest): Result<SignalBody, Fault> {
  const open = openBody(request, "Signal", "rsp");
  if (!open.ok) return open;
  const scanner = open.value;
  const commandId = shellAttribute(scanner, "CommandId");
  let code = "";
  const fault = readChildren(scanner, { Code: text((value) => (code = trimSpace(value))) });
  if (fault !== undefined) return fail(fault);
  if (code === "") return fail(schemaFault(`The rsp:Signal has no rsp:Code; send one such as ${namespaces.rsp}/signal/terminate.`));
  return ok({ commandId, code, kind: kinds.get(code.toLowerCase()) });
}
