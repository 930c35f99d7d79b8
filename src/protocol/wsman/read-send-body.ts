import { fail, ok, type Result } from "../../base/result.js";
import { readBoolean } from "../soap/must-understand.js";
import { readPlainText, trimSpace } from "../soap/text-content.js";
import type { XmlScanner } from "../xml/scanner.js";
import { openBody, schemaFault } from "./body-scanner.js";
import { holdsElement } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { quote } from "./quote.js";
import { readChildren } from "./read-children.js";
import type { WsmanRequest } from "./request.js";
import { shellAttribute } from "./shell-identifier.js";

/** One `rsp:Stream` of a Send. */
export interface SentStream {
  readonly name: string;
  /** `undefined` for input of the shell itself. */
  readonly commandId: string | undefined;
  /** Base64 (RFC 4648, 4) with padding and without white space: any decoder reads it to the end. May be empty. */
  readonly data: string;
  /** Nothing more will come in this stream. */
  readonly isLast: boolean;
}

/** Reads rsp:Send (MS-WSMV 2.2.4.32). There is at least one stream, in the order sent. */
export function readSendBody(request: WsmanRequest): Result<{ readonly streams: readonly SentStream[] }, Fault> {
  const open = openBody(request, "Send", "rsp");
  if (!open.ok) return open;
  const streams: SentStream[] = [];
  const fault = readChildren(open.value, {}, {
    Stream: (scanner) => {
      const stream = readStream(scanner);
      if (!stream.ok) return stream.error;
      streams.push(stream.value);
      return undefined;
    },
  });
  if (fault !== undefined) return fail(fault);
  return streams.length > 0 ? ok({ streams }) : fail(schemaFault("The rsp:Send has no rsp:Stream; send the input in one."));
}

function readStream(scanner: XmlScanner): Result<SentStream, Fault> {
  const name = shellAttribute(scanner, "Name");
  const commandId = shellAttribute(scanner, "CommandId");
  const end = shellAttribute(scanner, "End") ?? "false";
  const text = readPlainText(scanner);
  if (name === undefined || name === "") return fail(schemaFault("An rsp:Stream has no Name attribute; send the name of an input stream, such as stdin."));
  if (text === undefined) return fail(holdsElement("rsp:Stream"));
  // Clients write true, True and TRUE.
  const isLast = readBoolean(trimSpace(end).toLowerCase());
  if (isLast === undefined) return fail(schemaFault(`The attribute End of the rsp:Stream ${quote(name)} is ${quote(end)}; send true or false.`));
  const data = readBase64(text);
  if (data !== undefined) return ok({ name, commandId, data, isLast });
  return fail({ name: "invalidParameter", detail: "InvalidValue", message: `The content of the rsp:Stream ${quote(name)} is not base64; send the octets in base64 with its padding.` });
}

/** @returns the text without white space, which xs:base64Binary may have anywhere; `undefined` for what is no base64 */
function readBase64(text: string): string | undefined {
  const data = /[ \t\r\n]/.test(text) ? text.replace(/[ \t\r\n]+/g, "") : text;
  return data.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(data) ? data : undefined;
}
