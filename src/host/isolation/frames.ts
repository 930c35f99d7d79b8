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
      const messages = this.#unframed(this.#wanted);
      this.#wanted = undefined;
      for (const message of messages) this.receive(message);
    }
  }

  /** @throws Error for what is no packet */
  #unframed(octets: number): readonly unknown[] {
    if (this.#kind === asText) return unpack(this.#take(octets).toString());
    if (this.#kind === asClone) return unpack(deserialize(this.#take(octets)));
    let left = octets - lengthOctets;
    const text = left < 0 ? 0 : this.#take(lengthOctets).readUInt32BE(0);
    left -= text;
    if (left < 0) throw new Error("a message announces more than there is of it");
    const messages = unpack(this.#take(text).toString()).map((message) => {
      if (!carriesOctets(message)) return message;
      const length = Number(message.data);
      left -= length;
      if (!(Number.isInteger(length) && length >= 0 && left >= 0)) throw new Error("a message announces octets that are not there");
      return { ...(message as object), data: this.#takeOwn(length) };
    });
    if (left > 0) throw new Error("there are octets that no message announces");
    return messages;
  }

  /** Octets with a buffer of their own: who keeps them keeps nothing else. */
  #takeOwn(octets: number): Buffer {
    const taken = this.#take(octets);
    return taken.buffer.byteLength === octets ? taken : Buffer.concat([taken]);
  }

  #take(octets: number): Buffer {
    this.#octets -= octets;
    const parts: Buffer[] = [];
    let chunk = 0;
    for (let left = octets; left > 0; ) {
      const part = this.#chunks[chunk]!.subarray(0, left);
      parts.push(part);
      left -= part.length;
      if (part.length === this.#chunks[chunk]!.length) chunk++;
      else this.#chunks[chunk] = this.#chunks[chunk]!.subarray(part.length);
    }
    this.#chunks.splice(0, chunk);
    return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
  }
}
