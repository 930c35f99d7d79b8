import { fail, ok, type Result } from "../../base/result.js";
import { openBody, schemaFault } from "./body-scanner.js";
import { text } from "./child-readers.js";
import type { Fault } from "./fault.js";
import { readChildren } from "./read-children.js";
import type { WsmanRequest } from "./request.js";
import { readProposedId } from "./shell-identifier.js";

/** `rsp:CommandLine`. */
export interface CommandLine {
  /** Proposed by the client: 1 to 255 characters, none of them a control character. */
  readonly commandId: string | undefined;
  /** As sent, white space kept. Empty where a plug-in's clients say everything in the arguments, as PowerShell's do. */
  readonly command: string;
  /** Each `rsp:Arguments`, in order, as sent. */
  readonly arguments: readonly string[];
}

/** Reads rsp:CommandLine (MS-WSMV 2.2.4.7). */
export function readCommandLine(request: WsmanRequest): Result<CommandLine, Fault> {
  const open = openBody(request, "CommandLine", "rsp");
  if (!open.ok) return open;
  const scanner = open.value;
  const commandId = readProposedId(scanner, "CommandId");
  if (!commandId.ok) return commandId;
  let command: string | undefined;
  const words: string[] = [];
  const fault = readChildren(scanner, { Command: text((value) => (command = value)) }, { Arguments: text((value) => words.push(value)) });
  if (fault !== undefined) return fail(fault);
  if (command === undefined) return fail(schemaFault("The rsp:CommandLine has no rsp:Command; send one with the command, or an empty one where the resource takes arguments alone."));
  return ok({ commandId: commandId.value, command, arguments: words });
}
