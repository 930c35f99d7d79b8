import { deserialize, serialize } from "node:v8";
import { unpack, type Packet } from "./outbox.js";

/** Octets in front of each packet: its length, and what it is made of. */
const lengthOctets = 4;
const headOctets = lengthOctets + 1;
const asText = 0;
const asClone = 1;
/** No packet is larger: what says so is no longer talking to us. */
const largestFrame = 256 * 1024 * 1024;

/** One packet as it goes over a pipe: a head, then the text, or what the structured clone algorithm makes of the messages. */
export function toFrame(packet: Packet): Buffer {
  if (typeof packet !== "string") return framed(asClone, serialize(packet));
  return framed(asText, Buffer.from(packet));
}

function framed(kind: number, content: Buffer): Buffer {
  const frame = Buffer.allocUnsafe(headOctets + content.length);
  frame.writeUInt32BE(content.length, 0);
  frame[lengthOctets] = kind;
  content.copy(frame, headOctets);
  return frame;
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
        if (this.#kind !== asText && this.#kind !== asClone) throw new Error(`a message of the unknown kind ${this.#kind} is announced`);
        if (this.#wanted > largestFrame) throw new Error(`a message of ${this.#wanted} octets is announced`);
      }
      if (this.#octets < this.#wanted) return;
      const content = this.#take(this.#wanted);
      this.#wanted = undefined;
      for (const message of unpack(this.#kind === asText ? content.toString() : deserialize(content))) this.receive(message);
    }
  }

  #take(octets: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#octets -= octets;
    this.#chunks = this.#octets === 0 ? [] : [all.subarray(octets)];
    return all.subarray(0, octets);
  }
}
