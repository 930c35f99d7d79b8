import { carriesOctets } from "../../plugin-host/isolation/carries-octets.js";
import { isPlain, mayWait } from "../../plugin-host/isolation/is-plain.js";
import { mergeOutput } from "../../plugin-host/isolation/merge-output.js";
import type { ToHost, ToPlugin } from "../../plugin-host/isolation/messages.js";

/** Messages that cross together: as JSON text, or as they are for the structured clone. */
export type Packet = string | readonly unknown[];

/**
 * Sends what is posted in one turn of the event loop together, in order: waking the other side costs many times what a message does.
 * What must not wait goes at once, with all that was posted before it.
 */
export class Outbox<M extends ToPlugin | ToHost> {
  #waiting: M[] = [];

  constructor(private readonly send: (packet: Packet) => void) {}

  readonly post = (message: M): void => {
    const count = this.#waiting.push(message);
    if (!mayWait(message)) this.flush();
    else if (count === 1) setImmediate(this.flush);
  };

  /** Sends what waits. */
  readonly flush = (): void => {
    if (this.#waiting.length === 0) return;
    const messages = mergeOutput(this.#waiting);
    this.#waiting = [];
    this.send(messages.every(isPlain) ? JSON.stringify(messages) : messages);
  };
}

/** Buffers of a packet that need not be copied: nobody else has them. */
export const transfersOf = (packet: Packet): readonly ArrayBuffer[] => (typeof packet === "string" ? [] : packet.filter(carriesOctets).map(({ data }) => data.buffer));

/** The messages of a packet, in order. @throws Error for what is no packet */
export function unpack(packet: unknown): readonly unknown[] {
  const messages: unknown = typeof packet === "string" ? JSON.parse(packet) : packet;
  if (!Array.isArray(messages)) throw new Error("a message is no list");
  return messages as readonly unknown[];
}
