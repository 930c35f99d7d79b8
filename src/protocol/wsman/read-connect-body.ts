import { fail, ok, type Result } from "../../base/result.js";
import { openBody } from "./body-scanner.js";
import { part } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { readChildren } from "./read-children.js";
import type { RequestBody, WsmanRequest } from "./request.js";
import { shellAttribute } from "./shell-identifier.js";

/** `rsp:Connect`. */
export interface ConnectBody {
  /** `undefined` for the shell itself. */
  readonly commandId: string | undefined;
  /** Element `connectXml` of any namespace. */
  readonly connection: RequestBody | undefined;
}

/** Reads rsp:Connect (MS-WSMV 2.2.4.12). */
export function readConnectBody(request: WsmanRequest): Result<ConnectBody, Fault> {
  const open = openBody(request, "Connect", "rsp");
  if (!open.ok) return open;
  const scanner = open.value;
  const commandId = shellAttribute(scanner, "CommandId");
  let connection: RequestBody | undefined;
  const fault = readChildren(scanner, { connectXml: part((element) => (connection = element)) });
  return fault === undefined ? ok({ commandId, connection }) : fail(fault);
}
