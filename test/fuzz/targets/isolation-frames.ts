import assert from "node:assert/strict";
import { serialize } from "node:v8";
import { FrameReader, toFrame } from "../../../src/host/isolation/frames.js";
import type { Packet } from "../../../src/host/isolation/outbox.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";

const messages: readonly unknown[] = [
  { type: "pong", memory: 12_345_678 }, { type: "answer", id: 1, answer: { kind: "value", value: "<a>😀</a>" } }, { type: "storage", id: 2, operation: "write", name: "a.json", content: new Uint8Array(40) },
  { type: "log", level: "info", message: "x".repeat(70), fields: { n: 1n, d: new Date(0), m: new Map([["a", [null, undefined, true]]]) } }, "text", null,
];

const texts = messages.slice(0, 2);
const octets = (length: number) => ({ type: "output", output: 3, stream: "stdout", pieces: 1, data: new Uint8Array(length).fill(length) });

/** How it came out: the messages as octets, since what a stranger writes may be of any shape and size; and why reading stopped. */
function read(octets: Uint8Array, size: number): { readonly messages: readonly string[]; readonly refused: string | undefined } {
  const received: string[] = [];
  const reader = new FrameReader((message) => void received.push(serialize(message).toString("base64")));
  try {
    for (let at = 0; at < octets.length; at += size) reader.push(Buffer.from(octets.subarray(at, at + size)));
    return { messages: received, refused: undefined };
  } catch (error) {
    assert.ok(error instanceof Error && error.message.length > 0);
    return { messages: received, refused: error.message };
  }
}

/** The first octet is the size of the pieces that arrive. */
export const isolationFrames = pureTarget<Uint8Array>({
  name: "isolation-frames",
  promise: "What a child process sends is cut into messages the same way in whatever pieces it comes, or refused by an error that its reader expects.",
  cases: 6000,
  least: { read: 0.2, refused: 0.2 },
  make: (random) => {
    const packet = (): Packet => (random.oneIn(3) ? [octets(random.below(50)), random.pick(texts), octets(random.below(9))] : random.oneIn(2) ? [random.pick(messages), random.pick(messages)] : JSON.stringify([random.pick(texts), random.pick(texts)]));
    const frames = Buffer.concat(Array.from({ length: 1 + random.below(3) }, () => toFrame(packet())).flat());
    return Buffer.concat([Buffer.from([1 + random.below(60)]), random.oneIn(3) ? frames : mutateOctets(frames, random)]);
  },
  check: (input) => {
    const frames = input.subarray(1);
    const whole = read(frames, Math.max(1, frames.length));
    assert.deepEqual(read(frames, Math.max(1, input[0] ?? 1)), whole);
    return whole.refused === undefined && whole.messages.length > 0;
  },
});
