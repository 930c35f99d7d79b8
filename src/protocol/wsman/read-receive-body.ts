import { fail, ok, type Result } from "../../base/result.js";
import { openBody, schemaFault } from "./body-scanner.js";
import { streamNames } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { readChildren } from "./read-children.js";
import type { WsmanRequest } from "./request.js";
import { shellAttribute } from "./shell-identifier.js";

/** `rsp:Receive`. */
export interface ReceiveBody {
  /** `undefined` for output of the shell itself. */
  readonly commandId: string | undefined;
  /** Empty: all streams there are. Each name once. */
  readonly streams: readonly string[];
}

/** Reads rsp:Receive (MS-WSMV 2.2.4.26). */
export function readReceiveBody(request: WsmanRequest): Result<ReceiveBody, Fault> {
  const open = openBody(request, "Receive", "rsp");
  if (!open.ok) return open;
  let commandId: string | undefined;
  let streams: readonly string[] | undefined;
  const names = streamNames((value) => (streams = value));
  const fault = readChildren(open.value, {
    DesiredStream: (scanner, label) => {
      commandId = shellAttribute(scanner, "CommandId");
      return names(scanner, label);
    },
  });
  if (fault !== undefined) return fail(fault);
  if (streams === undefined) return fail(schemaFault("The rsp:Receive has no rsp:DesiredStream; send one with the names of the streams, or an empty one for all of them."));
  return ok({ commandId, streams });
}
