import type { IncomingMessage, ServerResponse } from "node:http";
import type { HostResponse } from "../base/host-message.js";

/** A rest of a body this small is read and thrown away, so that the connection stays. Octets. */
const worthSkipping = 64 * 1024;
/** A client still sending gets this long to read its answer before the connection is reset. Milliseconds. */
const lingering = 1000;

/**
 * Sends an answer: header and body in one write, reason phrase empty unless given, Content-Length always.
 * @param product the `Server` field
 */
export function writeResponse(message: IncomingMessage, response: ServerResponse, answer: HostResponse, product: string): void {
  if (response.headersSent || response.destroyed) return;
  if (answer.native !== undefined) {
    answer.native(message, response);
    return;
  }
  const { body } = answer;
  const ascii = typeof body === "string" && Buffer.byteLength(body) === body.length;
  const octets = typeof body === "string" && !ascii ? Buffer.from(body) : body;
  const unread = !message.complete;
  const close = answer.close === true || (unread && !isWorthSkipping(message));
  const headers: string[] = [];
  for (const [name, value] of answer.headers) headers.push(name, value);
  headers.push("Server", product, "Content-Length", String(octets?.length ?? 0));
  if (close) headers.push("Connection", "close");
  response.writeHead(answer.status, answer.reason ?? "", headers);
  // ASCII goes out as latin1, which lets Node join header and body in one write.
  if (typeof octets === "string") response.end(octets, "latin1");
  else if (octets === undefined) response.end();
  else response.end(octets);
  if (unread) leave(message, close);
}

function isWorthSkipping(message: IncomingMessage): boolean {
  const declared = message.headers["content-length"];
  return declared !== undefined && Number(declared) <= worthSkipping && message.headers.expect === undefined;
}

/** Lets the rest of a body run out, within bounds: a reset at once would take the answer away from a client still sending. */
function leave(message: IncomingMessage, close: boolean): void {
  let skipped = 0;
  const { socket } = message;
  const timer = close ? setTimeout(() => socket.destroy(), lingering).unref() : undefined;
  message.on("data", (chunk: Buffer) => {
    skipped += chunk.length;
    if (skipped > worthSkipping * 16) socket.destroy();
  });
  message.on("end", () => {
    clearTimeout(timer);
    if (close) socket.end();
  });
  message.resume();
}
