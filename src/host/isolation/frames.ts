import { deserialize, serialize } from "node:v8";
import { carriesOctets } from "../../plugin-host/isolation/carries-octets.js";
import { isPlain } from "../../plugin-host/isolation/is-plain.js";
import type { ToHost } from "../../plugin-host/isolation/messages.js";
import { unpack, type Packet } from "./outbox.js";

/** Octets in front of each packet: its length, and what it is made of. */
const lengthOctets = 4;
const headOctets = lengthOctets + 1;
const asText = 0;
const asClone = 1;
/** Text behind a length of its own, then the octets that its messages carry, in order. */
const asTextAndOctets = 2;
/** No packet is larger: what says so is no longer talking to us. */
const largestFrame = 256 * 1024 * 1024;

/**
 * One packet as it goes over a pipe: a head, then the text, or what the structured clone algorithm makes of the messages. Octets follow the
 * text as they are, uncopied: so the parts, which are to be written in one go.
 */
export function toFrame(packet: Packet): readonly Uint8Array[] {
  if (typeof packet === "string") return framed(asText, [Buffer.from(packet)]);
  const octets = packet.filter(carriesOctets).map(({ data }) => data);
  if (octets.length === 0 || !packet.every((message) => carriesOctets(message) || isPlain(message as ToHost))) return framed(asClone, [serialize(packet)]);
  const text = Buffer.from(JSON.stringify(packet.map((message) => (carriesOctets(message) ? { ...message, data: message.data.length } : message))));
  const length = Buffer.allocUnsafe(lengthOctets);
  length.writeUInt32BE(text.length, 0);
  return framed(asTextAndOctets, [length, text, ...octets]);
}

function framed(kind: number, parts: readonly Uint8Array[]): readonly Uint8Array[] {
  const head = Buffer.allocUnsafe(headOctets);
  head.writeUInt32BE(parts.reduce((octets, part) => octets + part.length, 0), 0);
  head[lengthOctets] = kind;
  return [head, ...parts];
}

/** @throws Error for what is no packet */
function unframed(kind: number, content: Buffer): readonly unknown[] {
  if (kind === asText) return unpack(content.toString());
  if (kind === asClone) return unpack(deserialize(content));
  let at = lengthOctets + content.readUInt32BE(0);
  const messages = unpack(content.toString("utf8", lengthOctets, at)).map((message) => {
    if (!carriesOctets(message)) return message;
    const octets = Number(message.data);
    if (!(octets >= 0 && at + octets <= content.length)) throw new Error("a message announces octets that are not there");
    return { ...(message as object), data: content.subarray(at, (at += octets)) };
  });
  return messages;
}

/** Cuts what comes out of a pipe into packets again, and these into messages. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #octets = 0;
  /** Of the packet that is coming, `undefined` while its head is not known. */
  #wanted: number | undefined;
  #kind = asText;

  constructor(private readonly receive: (message: unknown) => void) {}

  /** @throws Error for what is no message; what `receive` throws */
  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#octets += chunk.length;
    for (;;) {
      if (this.#wanted === undefined) {
        if (this.#octets < headOctets) return;
        const head = this.#take(headOctets);
        this.#wanted = head.readUInt32BE(0);
        this.#kind = head[lengthOctets]!;
        if (this.#kind > asTextAndOctets) throw new Error(`a message of the unknown kind ${this.#kind} is announced`);
        if (this.#wanted > largestFrame) throw new Error(`a message of ${this.#wanted} octets is announced`);
      }
      if (this.#octets < this.#wanted) return;
      const content = this.#take(this.#wanted);
      this.#wanted = undefined;
      for (const message of unframed(this.#kind, content)) this.receive(message);
    }
  }

  #take(octets: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#octets -= octets;
    this.#chunks = this.#octets === 0 ? [] : [all.subarray(octets)];
    return all.subarray(0, octets);
  }
}
