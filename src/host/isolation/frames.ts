import { deserialize, serialize } from "node:v8";

/** Octets of the length in front of each message. */
const lengthOctets = 4;
/** No message is larger: what says so is no longer talking to us. */
const largestFrame = 256 * 1024 * 1024;

/** One message as it goes over a pipe: its length, then what the structured clone algorithm makes of it. */
export function toFrame(message: unknown): Buffer {
  const content = serialize(message);
  const frame = Buffer.allocUnsafe(lengthOctets + content.length);
  frame.writeUInt32BE(content.length, 0);
  content.copy(frame, lengthOctets);
  return frame;
}

/** Cuts what comes out of a pipe into messages again. */
export class FrameReader {
  #chunks: Buffer[] = [];
  #octets = 0;
  /** Of the message that is coming, `undefined` while its length is not known. */
  #wanted: number | undefined;

  constructor(private readonly receive: (message: unknown) => void) {}

  /** @throws Error for what is no message; what `receive` throws */
  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#octets += chunk.length;
    for (;;) {
      if (this.#wanted === undefined) {
        if (this.#octets < lengthOctets) return;
        this.#wanted = this.#take(lengthOctets).readUInt32BE(0);
        if (this.#wanted > largestFrame) throw new Error(`a message of ${this.#wanted} octets is announced`);
      }
      if (this.#octets < this.#wanted) return;
      const content = this.#take(this.#wanted);
      this.#wanted = undefined;
      this.receive(deserialize(content));
    }
  }

  #take(octets: number): Buffer {
    const all = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#octets -= octets;
    this.#chunks = this.#octets === 0 ? [] : [all.subarray(octets)];
    return all.subarray(0, octets);
  }
}
