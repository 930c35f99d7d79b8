import { escapeText } from "../xml/escape.js";
import type { CommandState } from "./command-states.js";
import { namespaces } from "./namespaces.js";
import type { ResponseHead } from "./response-head.js";
import { writeResponse } from "./write-response.js";

/** A whole answer to Command (MS-WSMV 2.2.4.8). @param commandId the client's where it proposed one */
export function writeCommandResponse(head: ResponseHead, commandId: string): string {
  return writeResponse(head, `<rsp:CommandResponse><rsp:CommandId>${escapeText(commandId)}</rsp:CommandId></rsp:CommandResponse>`);
}

/** What is told of a command. */
export interface CommandDescription {
  readonly commandId: string;
  /** Command and arguments with single spaces between them. */
  readonly commandLine: string;
  readonly state: CommandState;
}

/** rsp:Command: an item of the enumeration of a shell's commands. Its state is the bare name, not the URI that a Receive has. It declares rsp itself. */
export function writeCommandItem({ commandId, commandLine, state }: CommandDescription): string {
  return (
    `<rsp:Command xmlns:rsp="${namespaces.rsp}"><rsp:CommandId>${escapeText(commandId)}</rsp:CommandId>` +
    `<rsp:CommandLine>${escapeText(commandLine)}</rsp:CommandLine><rsp:CommandState>${state}</rsp:CommandState></rsp:Command>`
  );
}
