import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readFragments, writeFragment } from "./fragment.js";
import { LineSplitter } from "./line-splitter.js";
import { writePacket, type Packet } from "./packet.js";
import { readBase64 } from "./read-base64.js";
import { readPacket } from "./read-packet.js";
import { Refragmenter } from "./refragmenter.js";

const id = "12345678-9abc-def0-1234-56789abcdef0";
const packets: readonly (readonly [line: string, packet: Packet])[] = [
  [`<Data Stream='Default' PSGuid='${id}'>AAEC</Data>`, { kind: "Data", id, stream: "Default", data: Buffer.of(0, 1, 2) }],
  [`<Data Stream='PromptResponse' PSGuid='${id}'></Data>`, { kind: "Data", id, stream: "PromptResponse", data: Buffer.alloc(0) }],
  ...(["DataAck", "Command", "CommandAck", "Close", "CloseAck", "Signal", "SignalAck"] as const).map((kind) => [`<${kind} PSGuid='${id}' />`, { kind, id }] as const),
];

/** mulberry32: the same numbers every time. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    yield (mixed ^ (mixed >>> 14)) >>> 0;
  }
}

describe("a line of server mode", () => {
  it("is written and read, both ways", () => {
    for (const [line, packet] of packets) {
      assert.equal(writePacket(packet), `${line}\n`);
      assert.deepEqual(readPacket(line), packet);
    }
  });

  it("may have its quotes, blanks and letters otherwise", () => {
    assert.deepEqual(readPacket(`<DataAck PSGuid="${id.toUpperCase()}"/>`), { kind: "DataAck", id });
    assert.deepEqual(readPacket(`<CloseAck  PSGuid='{${id}}'></CloseAck>`), { kind: "CloseAck", id });
    assert.deepEqual(readPacket(`<Data PSGuid='${id}' Stream='Default' >AA==</Data>`), { kind: "Data", id, stream: "Default", data: Buffer.of(0) });
  });

  it("that is none says why", () => {
    const wrong = [
      ["", /no element/u], ["hello", /no element/u], [`<Data Stream='Default' PSGuid='${id}'>AA<`, /no element/u], [`<Hello PSGuid='${id}' />`, /Hello, which is unknown/u], ["<DataAck />", /without a PSGuid/u],
      [`<Data PSGuid='${id}'>AA==</Data>`, /no known Stream/u], [`<Data Stream='Default' PSGuid='${id}' />`, /without data/u], [`<Data Stream='Default' PSGuid='${id}'>AAA</Data>`, /no base64/u],
      [`<Data Stream='Default' PSGuid='${id}'>AA==</DataAck>`, /without data/u], [`<CloseAck PSGuid='${id}'>AAAA</CloseAck>`, /something inside/u], [`<DataAck PSGuid='&#49;' />`, /no element/u],
    ] as const;
    for (const [line, sentence] of wrong) {
      const read = readPacket(line);
      assert.ok(typeof read === "string", line);
      assert.match(read, sentence, line);
    }
  });

  it("whatever it is, is read or told, in time that grows with its length", () => {
    const random = numbers(1);
    const next = (below: number): number => random.next().value % below;
    const pieces = ["<", ">", "/", "'", '"', " ", "=", "Data", "Ack", "PSGuid", "Stream", "Default", id, "AAEC", "\0", "\u{1f600}", "&amp;", "]]>", "<!--", "x".repeat(50)];
    for (let round = 0; round < 20_000; round++) {
      let line = packets[next(packets.length)]![0];
      for (let change = next(4); change >= 0; change--) {
        const [from, to] = [next(line.length + 1), next(line.length + 1)].sort((one, other) => one - other) as [number, number];
        line = line.slice(0, from) + (next(2) === 0 ? pieces[next(pieces.length)]! : "") + line.slice(next(2) === 0 ? from : to);
      }
      const read = readPacket(line);
      if (typeof read !== "string") assert.deepEqual(readPacket(writePacket(read).trim()), read);
    }
    for (const long of [" a=''".repeat(200_000), "A".repeat(4_000_000), " ".repeat(1_000_000), "='".repeat(500_000)]) {
      for (const line of [`<Data${long}`, `<Data${long}>`, `<Data Stream='Default' PSGuid='${id}'>${long}`, `<Data Stream='Default' PSGuid='${id}'>${long}</Data`]) assert.equal(typeof readPacket(line), "string");
    }
  });
});

describe("lines", () => {
  it("come whole, however they were cut, without what ends them and without an empty one", () => {
    const text = Buffer.from("\ufeffone\r\n\ntwo\n  \nthr\xe9e\nfour");
    for (let size = 1; size <= text.length; size++) {
      const splitter = new LineSplitter(10);
      const lines: string[] = [];
      for (let at = 0; at < text.length; at += size) lines.push(...splitter.take(text.subarray(at, at + size)));
      assert.deepEqual([...lines, splitter.rest], ["one", "two", "thrÃ©e", "four"]);
    }
  });

  it("have a longest length", () => {
    assert.throws(() => new LineSplitter(4).take(Buffer.from("12345")), /more than 4 characters/u);
    assert.throws(() => new LineSplitter(4).take(Buffer.from("1\n12345\n")), /more than 4 characters/u);
    assert.deepEqual(new LineSplitter(4).take(Buffer.from("1234\n")), ["1234"]);
  });
});

describe("fragments", () => {
  it("are read whole or not at all", () => {
    const two = Buffer.concat([writeFragment({ objectId: 1n, fragmentId: 0n, isFirst: true, isLast: false, blob: Buffer.from("ab") }), writeFragment({ objectId: 2n ** 64n - 1n, fragmentId: 7n, isFirst: false, isLast: true, blob: Buffer.alloc(0) })]);
    assert.deepEqual(readFragments(two), [{ objectId: 1n, fragmentId: 0n, isFirst: true, isLast: false, blob: Buffer.from("ab") }, { objectId: 2n ** 64n - 1n, fragmentId: 7n, isFirst: false, isLast: true, blob: Buffer.alloc(0) }]);
    for (let length = 1; length < two.length; length++) if (length !== 23) assert.equal(readFragments(two.subarray(0, length)), undefined, String(length));
    assert.deepEqual(readFragments(Buffer.alloc(0)), []);
  });

  it("are cut to any size, and the message is the same", () => {
    const random = numbers(2);
    const next = (below: number): number => random.next().value % below;
    for (let round = 0; round < 500; round++) {
      const message = Buffer.from(Array.from({ length: next(300) }, () => next(256)));
      const [size, limit] = [1 + next(120), 1 + next(120)];
      const count = Math.max(1, Math.ceil(message.length / size));
      const refragmenter = new Refragmenter(limit);
      const cut = Array.from({ length: count }, (_, nth) => refragmenter.take(writeFragment({ objectId: 5n, fragmentId: BigInt(nth), isFirst: nth === 0, isLast: nth === count - 1, blob: message.subarray(nth * size, (nth + 1) * size) }))!).flat();
      assert.deepEqual(cut.map(({ fragment }) => [fragment.fragmentId, fragment.isFirst, fragment.isLast]), cut.map((_, nth) => [BigInt(nth), nth === 0, nth === cut.length - 1]));
      assert.deepEqual(Buffer.concat(cut.flatMap(({ octets }) => readFragments(octets)!.map(({ blob }) => blob))), message);
      assert.ok(cut.every(({ octets }) => octets.length <= Math.max(limit, 22)));
    }
  });

  it("of very many messages that never end are no stream of PowerShell's", () => {
    const refragmenter = new Refragmenter(1000);
    const take = (objectId: bigint) => refragmenter.take(writeFragment({ objectId, fragmentId: 0n, isFirst: true, isLast: false, blob: Buffer.of(1) }));
    for (let begun = 1n; begun <= 64n; begun++) assert.ok(take(begun));
    assert.equal(take(65n), undefined);
  });
});

describe("base64", () => {
  it("is read with white space in it, and nothing else", () => {
    assert.deepEqual(readBase64(" AA\r\nEC\t"), Buffer.of(0, 1, 2));
    assert.deepEqual(readBase64(""), Buffer.alloc(0));
    for (const text of ["A", "AA", "AAA", "AA=A", "A===", "AAEC=", "AA-_", "AAEC AA", "ä"]) assert.equal(readBase64(text), undefined, text);
  });
});
