import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { BrokenOff } from "../base/host-message.js";

/**
 * Sends the first octets of a body whose header is written, then ends the connection under it.
 * @param octets the whole body
 */
export function breakOff(response: ServerResponse, octets: Uint8Array, { after, by }: BrokenOff): void {
  const socket = response.socket!;
  response.flushHeaders();
  const sent = octets.subarray(0, Math.max(0, after));
  if (sent.length > 0) response.write(sent);
  // Called when everything before it is out: a reset throws away what is not.
  socket.write("", () => (by === "reset" ? plainSocketOf(socket).resetAndDestroy() : socket.destroySoon()));
}

/** A TLS socket cannot be reset, the one it stands on can; Node keeps that one, though its types do not tell. */
const plainSocketOf = (socket: Socket): Socket => (socket as { _parent?: Socket | null })._parent ?? socket;
