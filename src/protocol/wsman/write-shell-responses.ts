import { escapeText } from "../xml/escape.js";
import type { ResponseHead } from "./response-head.js";
import { writeResponse } from "./write-response.js";

/** A whole answer to Send (MS-WSMV 2.2.4.33). */
export const writeSendResponse = (head: ResponseHead): string => writeResponse(head, "<rsp:SendResponse/>");

/** A whole answer to Signal (MS-WSMV 2.2.4.39). */
export const writeSignalResponse = (head: ResponseHead): string => writeResponse(head, "<rsp:SignalResponse/>");

/** A whole answer to Disconnect. */
export const writeDisconnectResponse = (head: ResponseHead): string => writeResponse(head, "");

/** A whole answer to Reconnect. */
export const writeReconnectResponse = (head: ResponseHead): string => writeResponse(head, "");

/** What a client that connects to a shell must know of it. */
export interface ConnectedShell {
  readonly inputStreams: readonly string[];
  readonly outputStreams: readonly string[];
  /** Serialised element connectResponseXml, written within `envelopeScope("Connect")`. */
  readonly connectResponse: string | undefined;
}

/** A whole answer to Connect (MS-WSMV 2.2.4.11). @param shell `undefined` for a command */
export function writeConnectResponse(head: ResponseHead, shell: ConnectedShell | undefined): string {
  if (shell === undefined) return writeResponse(head, "<rsp:ConnectResponse/>");
  const streams = (name: string, names: readonly string[]): string => `<rsp:${name}>${escapeText(names.join(" "))}</rsp:${name}>`;
  const body = streams("InputStreams", shell.inputStreams) + streams("OutputStreams", shell.outputStreams) + (shell.connectResponse ?? "");
  return writeResponse(head, `<rsp:ConnectResponse>${body}</rsp:ConnectResponse>`);
}
