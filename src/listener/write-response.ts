import type { IncomingMessage, ServerResponse } from "node:http";
import type { HostResponse } from "../base/host-message.js";
import { breakOff } from "./break-off.js";
import type { RequestBody } from "./request-body.js";

/**
 * Sends an answer: header and body in one write, reason phrase empty unless given, Content-Length always. A body that was not read is
 * skipped when it is small; otherwise the connection ends with this answer.
 * @param server field `Server`; `undefined`: none
 * @returns whether the connection may serve another request
 */
export function writeResponse(message: IncomingMessage, response: ServerResponse, answer: HostResponse, body: RequestBody, server: string | undefined): boolean {
  if (response.headersSent || response.destroyed) return false;
  if (answer.abort === true) {
    message.socket.destroy();
    return false;
  }
  const close = answer.close === true || !body.isSkippable;
  if (answer.native !== undefined) {
    if (server !== undefined) response.setHeader("Server", server);
    if (close) response.setHeader("Connection", "close");
    answer.native(message, response);
    return !close;
  }
  const octets = typeof answer.body === "string" ? octetsOf(answer.body) : answer.body;
  const headers: string[] = [];
  for (const [name, value] of answer.headers) headers.push(name, value);
  if (server !== undefined) headers.push("Server", server);
  headers.push("Content-Length", String(octets?.length ?? 0));
  if (close) headers.push("Connection", "close");
  response.writeHead(answer.status, answer.reason ?? "", headers);
  if (answer.breakOff !== undefined) {
    breakOff(response, Buffer.from(octets ?? ""), answer.breakOff);
    return false;
  }
  if (close && !message.complete) {
    // Node destroys the socket when the last answer ends: it ends once the client has had time to read what stands in it.
    if (octets === undefined) response.flushHeaders();
    else response.write(octets);
    body.linger(() => (message.complete ? response.end() : message.socket.destroy()));
    return false;
  }
  // ASCII goes out as latin1, which lets Node join header and body in one write.
  if (typeof octets === "string") response.end(octets, "latin1");
  else if (octets === undefined) response.end();
  else response.end(octets);
  body.skip();
  return !close;
}

/** A longer text costs less as octets than joined with the header once more. Characters. */
const longText = 16_384;

/** A text of ASCII as it is, any other one, and a long one, as octets. */
function octetsOf(text: string): string | Buffer {
  const isAscii = Buffer.byteLength(text) === text.length;
  if (!isAscii) return Buffer.from(text);
  return text.length > longText ? Buffer.from(text, "latin1") : text;
}
