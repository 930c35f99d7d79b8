import type { Writable } from "node:stream";
import { toFrame } from "./frames.js";
import type { Packet } from "./outbox.js";

/** Writes a packet into a pipe in one go. */
export function writeFrame(channel: Writable, packet: Packet): void {
  channel.cork();
  for (const part of toFrame(packet)) channel.write(part);
  channel.uncork();
}
