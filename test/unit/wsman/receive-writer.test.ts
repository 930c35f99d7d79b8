import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { ReceiveWriter } from "../../../src/protocol/wsman/receive-writer.js";
import { writeOpening, type ResponseHead } from "../../../src/protocol/wsman/response-head.js";
import { childrenOf, findElement, parseXml } from "../../support/envelope-shape.js";

const head: ResponseHead = { action: "urn:a", messageId: "uuid:1", relatesTo: "uuid:ü&2", activityId: "A", operationId: "uuid:3", operation: "Receive" };
const opening = writeOpening(head);
const octets = (text: string, encoding: "utf-8" | "utf-16"): number => (encoding === "utf-8" ? Buffer.byteLength(text) : 2 + Buffer.byteLength(text, "utf16le"));

/** Output of a command, stream by stream in the order it was written. */
interface Piece {
  readonly stream: string;
  readonly data: Buffer;
}

/** As the host does: as much of each piece as there is room for, in as many answers as it takes, then the ends and the state. */
function answersFor(pieces: readonly Piece[], streams: readonly string[], commandId: string | undefined, limit: number, encoding: "utf-8" | "utf-16"): string[] {
  const answers: string[] = [];
  const create = (): ReceiveWriter => new ReceiveWriter(opening, limit, encoding, streams);
  let writer = create();
  for (const { stream, data } of pieces) {
    for (let at = 0; at < data.length;) {
      const room = writer.roomFor(stream, commandId);
      if (room === 0) {
        answers.push(writer.finish(commandId === undefined ? undefined : { commandId, state: "Running" }));
        writer = create();
        continue;
      }
      assert.ok(room > 0 && room % 3 === 0, String(room));
      writer.add(stream, commandId, data.subarray(at, at + room).toString("base64"));
      at += room;
    }
  }
  for (const stream of streams) writer.addEnd(stream, commandId);
  answers.push(writer.finish({ commandId, state: "Done", exitCode: 0xffff_ffff }));
  return answers;
}

/** What a client makes of the answers. */
function received(answers: readonly string[]): { readonly data: Map<string, string>; readonly ended: string[] } {
  const data = new Map<string, string>();
  const ended: string[] = [];
  for (const answer of answers) {
    for (const element of childrenOf(findElement(parseXml(answer), "ReceiveResponse")!)) {
      if (element.name !== "Stream") continue;
      const attribute = (wanted: string): string | undefined => element.attributes.find(({ name }) => name === wanted)?.value;
      const stream = attribute("Name")!;
      if (attribute("End") === "true") ended.push(stream);
      data.set(stream, (data.get(stream) ?? "") + Buffer.from(element.children.filter((child) => typeof child === "string").join(""), "base64").toString("hex"));
    }
  }
  return { data, ended };
}

describe("ReceiveWriter", () => {
  const names = fc.uniqueArray(fc.constantFrom("stdout", "stderr", "pr", "ström", "日本 & <語>", "x".repeat(255)), { minLength: 1, maxLength: 3 });
  const ids = fc.constantFrom(undefined, "9", "11111111-1111-1111-1111-111111111113", "\"ü\" & <😀>".repeat(8));
  const encodings = fc.constantFrom("utf-8" as const, "utf-16" as const);

  it("never exceeds the limit, loses nothing and fills each answer, for any output and both encodings", () => {
    const pieces = fc.array(fc.record({ at: fc.nat(2), data: fc.uint8Array({ maxLength: 3000 }) }), { maxLength: 12 });
    const property = fc.property(names, ids, encodings, pieces, fc.integer({ min: 6000, max: 9000 }), (streams, commandId, encoding, given, room) => {
      const limit = encoding === "utf-8" ? room : room * 2;
      const output = given.map(({ at, data }) => ({ stream: streams[at % streams.length]!, data: Buffer.from(data) }));
      const answers = answersFor(output, streams, commandId, limit, encoding);
      for (const answer of answers) assert.ok(octets(answer, encoding) <= limit, `${octets(answer, encoding)} > ${limit}`);
      const { data, ended } = received(answers);
      assert.deepEqual(ended, streams);
      for (const stream of streams) assert.equal(data.get(stream), Buffer.concat(output.filter((piece) => piece.stream === stream).map((piece) => piece.data)).toString("hex"));
      // A full answer leaves free what the ends, a state with an exit code and one more empty piece of a stream would take.
      const mark = Math.max(...streams.map((stream) => octets(JSON.stringify(stream), encoding))) * 6 + octets(commandId ?? "", encoding) * 6 + 600;
      for (const answer of answers.slice(0, -1)) assert.ok(octets(answer, encoding) + mark * (streams.length + 2) > limit, "full");
    });
    fc.assert(property, { numRuns: 300, seed: 9 });
  });

  it("never exceeds the limit, whatever calls come in whatever order", () => {
    const calls = fc.array(fc.record({ call: fc.constantFrom("add", "all", "end"), at: fc.nat(2), length: fc.nat(2000) }), { maxLength: 30 });
    const property = fc.property(names, ids, encodings, calls, fc.integer({ min: 500, max: 6000 }), fc.boolean(), (streams, commandId, encoding, given, limit, withState) => {
      const writer = new ReceiveWriter(opening, limit, encoding, streams);
      if (writer.roomFor(streams[0]!, commandId) < 0) {
        assert.throws(() => writer.add(streams[0]!, commandId, ""), RangeError);
        assert.throws(() => writer.addEnd(streams[0]!, commandId), RangeError);
        return;
      }
      for (const { call, at, length } of given) {
        const stream = streams[at % streams.length]!;
        const room = writer.roomFor(stream, commandId);
        assert.ok(room >= 0, "room for what must follow stays");
        if (call === "end") tryIt(() => writer.addEnd(stream, commandId));
        else if (room > 0) writer.add(stream, commandId, Buffer.alloc(call === "all" ? room : Math.min(room, length), 0xfb).toString("base64"));
        if (call !== "end") assert.throws(() => writer.add(stream, commandId, "A".repeat((writer.roomFor(stream, commandId) / 3) * 4 + 4)), RangeError);
      }
      const answer = writer.finish(withState ? { commandId, state: "Pending", exitCode: 0xffff_ffff } : undefined);
      assert.ok(octets(answer, encoding) <= limit, `${octets(answer, encoding)} > ${limit}`);
      parseXml(answer);
    });
    fc.assert(property, { numRuns: 500, seed: 10 });
  });

  it("takes exactly the room it tells of, and not three octets more", () => {
    for (const encoding of ["utf-8", "utf-16"] as const) {
      const writer = new ReceiveWriter(opening, 8192, encoding, ["stdout"]);
      const room = writer.roomFor("stdout", "9");
      assert.throws(() => writer.add("stdout", "9", Buffer.alloc(room + 3).toString("base64")), RangeError);
      writer.add("stdout", "9", Buffer.alloc(room).toString("base64"));
      assert.equal(writer.roomFor("stdout", "9"), 0);
      writer.addEnd("stdout", "9");
      const length = octets(writer.finish({ commandId: "9", state: "Pending", exitCode: 0xffff_ffff }), encoding);
      assert.ok(length <= 8192 && length > 8192 - 4 * (encoding === "utf-8" ? 1 : 2), String(length));
    }
  });

  it("says by a negative room that not even an answer without data fits", () => {
    const writer = new ReceiveWriter(opening, 600);
    assert.equal(writer.roomFor("stdout", "9"), -1);
    assert.throws(() => new ReceiveWriter(opening, 100).finish(), RangeError);
  });

  it("refuses the end of a stream that room was not kept for, when there is none, and stays as it was", () => {
    const writer = new ReceiveWriter(opening, 8192, "utf-8", []);
    writer.add("stdout", "9", Buffer.alloc(writer.roomFor("stdout", "9")).toString("base64"));
    assert.throws(() => writer.addEnd("stdout", "9"), /stdout.*constructor/u);
    assert.doesNotMatch(writer.finish({ commandId: "9", state: "Done", exitCode: 0 }), /End=/u);
  });

  it("writes exit codes unsigned", () => assert.match(new ReceiveWriter(opening, 8192).finish({ commandId: "9", state: "Done", exitCode: -1 }), /<rsp:ExitCode>4294967295</u));
});

/** A stream that ended before has no room kept. */
function tryIt(run: () => void): void {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof RangeError);
  }
}
