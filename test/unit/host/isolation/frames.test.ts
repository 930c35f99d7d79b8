import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { FrameReader } from "../../../../src/host/isolation/frames.js";

/** A packet of text and octets, with whatever the messages announce. */
function frameOf(messages: readonly unknown[], octets: number): Buffer {
  const text = Buffer.from(JSON.stringify(messages));
  const head = Buffer.alloc(9);
  head.writeUInt32BE(4 + text.length + octets, 0);
  head[4] = 2;
  head.writeUInt32BE(text.length, 5);
  return Buffer.concat([head, text, Buffer.alloc(octets)]);
}

const output = (data: unknown) => ({ type: "output", output: 1, stream: "stdout", pieces: 1, data });

describe("a frame that a child process has forged", () => {
  for (const [what, announced, octets] of [
    ["half an octet", 1.5, 10], ["fewer than none", -1, 10], ["what is no number", "x", 10], ["more than there are", 11, 10], ["fewer than there are", 9, 10],
  ] as const) {
    it(`that announces ${what} is refused`, () => {
      const received: unknown[] = [];
      const reader = new FrameReader((message) => void received.push(message));
      assert.throws(() => reader.push(frameOf([output(announced)], octets)), /announce/u);
      assert.deepEqual(received, []);
    });
  }

  it("is one that is read when it says what there is", () => {
    const received: unknown[] = [];
    new FrameReader((message) => void received.push(message)).push(frameOf([output(3), output(0), output(7)], 10));
    assert.deepEqual(received.map((message) => (message as { data: Uint8Array }).data.length), [3, 0, 7]);
  });
});
