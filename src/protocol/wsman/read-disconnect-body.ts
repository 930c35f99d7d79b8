import { fail, ok, type Result } from "../../base/result.js";
import { readPlainText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { openBody } from "./body-scanner.js";
import { duration, holdsElement } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { quote } from "./quote.js";
import { readChildren } from "./read-children.js";
import type { WsmanRequest } from "./request.js";

/** `rsp:Disconnect`. */
export interface DisconnectBody {
  /** Milliseconds, not yet capped. */
  readonly idleTimeout: number | undefined;
  /** What becomes of output that nobody receives: the command waits, or the oldest is lost. */
  readonly bufferMode: "Block" | "Drop" | undefined;
}

/** Reads rsp:Disconnect (MS-WSMV 2.2.4.15). */
export function readDisconnectBody(request: WsmanRequest): Result<DisconnectBody, Fault> {
  const open = openBody(request, "Disconnect", "rsp");
  if (!open.ok) return open;
  let idleTimeout: number | undefined;
  let bufferMode: DisconnectBody["bufferMode"];
  const fault = readChildren(open.value, {
    IdleTimeOut: duration((milliseconds) => (idleTimeout = milliseconds)),
    BufferMode: (scanner, label) => {
      const mode = readBufferMode(scanner, label);
      if (!mode.ok) return mode.error;
      bufferMode = mode.value;
      return undefined;
    },
  });
  return fault === undefined ? ok({ idleTimeout, bufferMode }) : fail(fault);
}

function readBufferMode(scanner: XmlScanner, label: string): Result<"Block" | "Drop", Fault> {
  const text = readPlainText(scanner);
  if (text === undefined) return fail(holdsElement(label));
  const mode = trimSpace(text);
  if (mode === "Block" || mode === "Drop") return ok(mode);
  return fail({ name: "invalidParameter", detail: "InvalidValue", message: `The element ${label} has the value ${quote(mode)}; send Block or Drop, or leave it out.` });
}
