import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setImmediate as turn } from "node:timers/promises";
import { FrameReader, toFrame } from "../../../../src/host/isolation/frames.js";
import { Outbox, unpack, type Packet } from "../../../../src/host/isolation/outbox.js";
import type { AnswerData, ToHost } from "../../../../src/plugin-host/isolation/messages.js";

const answer = (id: number, value: AnswerData = { kind: "value", value: `<a n="${id}">ä\ud800</a>` }): ToHost => ({ type: "answer", id, answer: value });
const sketch: AnswerData = { kind: "sketch", sketch: { is: "value", value: undefined } };
const line: ToHost = { type: "log", level: "info", message: "before the loop", fields: undefined };

function collecting(): { readonly outbox: Outbox<ToHost>; readonly packets: Packet[] } {
  const packets: Packet[] = [];
  return { packets, outbox: new Outbox<ToHost>((packet) => packets.push(packet)) };
}

describe("the outbox between a host and an isolated plug-in", () => {
  it("sends the answers of one turn of the event loop together, in order, as text", async () => {
    const { outbox, packets } = collecting();
    for (const id of [1, 2, 3]) outbox.post(answer(id));
    assert.deepEqual(packets, []);
    await turn();
    assert.equal(packets.length, 1);
    assert.equal(typeof packets[0], "string");
    assert.deepEqual(unpack(packets[0]), [answer(1), answer(2), answer(3)]);
    outbox.post(answer(4));
    await turn();
    assert.deepEqual(packets.map(unpack).map(({ length }) => length), [3, 1]);
  });

  it("sends what a plug-in says before it hangs at once, with what was said before it", async () => {
    const { outbox, packets } = collecting();
    outbox.post(answer(1));
    outbox.post(line);
    assert.deepEqual(packets, [[answer(1), line]]);
    await turn();
    assert.equal(packets.length, 1);
  });

  it("leaves to the structured clone what JSON does not have", async () => {
    const { outbox, packets } = collecting();
    outbox.post(answer(1, sketch));
    await turn();
    assert.deepEqual(packets, [[answer(1, sketch)]]);
  });

  it("crosses a pipe in any pieces", () => {
    const messages = [answer(1), answer(2, { kind: "items", items: ["<x/>", { object: "<y/>", epr: { selectors: [["Name", "ü"]], resourceUri: "urn:y" } }], end: "more" })];
    const output = (length: number): ToHost => ({ type: "output", output: 7, stream: "sträm\ud800", pieces: 1, data: Buffer.from(Array.from({ length }, (_, at) => at % 256)) });
    const octets = Buffer.concat([toFrame(JSON.stringify(messages)), toFrame([line, answer(3, sketch)]), toFrame("[]"), toFrame([output(300), answer(4), output(0), output(1)]), toFrame([output(2), line])].flat());
    for (const size of [1, 2, 7, octets.length]) {
      const received: unknown[] = [];
      const reader = new FrameReader((message) => received.push(message));
      for (let at = 0; at < octets.length; at += size) reader.push(octets.subarray(at, at + size));
      assert.deepEqual(received, [...messages, line, answer(3, sketch), output(300), answer(4), output(0), output(1), output(2), line]);
    }
  });

  it("refuses what is no packet", () => {
    for (const [octets, why] of [["000000020061", /JSON/u], ["00000002037b7d", /unknown kind 3/u], ["00000021020000001c5b7b2274797065223a226f7574707574222c2264617461223a327d5d61", /announces octets/u], ["ffffffff00", /4294967295 octets/u], ["00000002007b7d", /no list/u]] as const) {
      assert.throws(() => new FrameReader(() => undefined).push(Buffer.from(`${octets}${octets === "000000020061" ? "62" : ""}`, "hex")), why, octets);
    }
  });
});
