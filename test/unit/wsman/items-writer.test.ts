import { describe, it } from "node:test";
import assert from "node:assert/strict";
import fc from "fast-check";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { escapeText } from "../../../src/protocol/xml/escape.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { ItemsWriter } from "../../../src/protocol/wsman/items-writer.js";
import type { ResponseHead } from "../../../src/protocol/wsman/response-head.js";

const head: ResponseHead = { action: "urn:a", messageId: "uuid:1", relatesTo: "uuid:ü&2", activityId: "A", operationId: "uuid:3", operation: "Pull" };
const context = "uuid:0A1B2C3D-0000-0000-0000-000000000000";
const octets = (text: string, encoding: "utf-8" | "utf-16"): number => (encoding === "utf-8" ? Buffer.byteLength(text) : 2 + Buffer.byteLength(text, "utf16le"));

describe("ItemsWriter", () => {
  const items = fc.array(fc.string({ unit: "binary", maxLength: 200 }).map((text) => `<i>${escapeText(text)}</i>`), { maxLength: 40 });

  it("never exceeds the limit and wastes little, for any items and both encodings", () => {
    const property = fc.property(items, fc.integer({ min: 1000, max: 6000 }), fc.constantFrom("enumerate" as const, "pull" as const), fc.constantFrom("utf-8" as const, "utf-16" as const), fc.boolean(), (given, room, kind, encoding, end) => {
      const limit = encoding === "utf-8" ? room : room * 2;
      const writer = new ItemsWriter(kind, head, limit, encoding);
      const taken = given.filter((item) => writer.tryAdd(item));
      const text = writer.finish({ context, endOfSequence: end, totalItemsCountEstimate: 12345 });
      const length = octets(text, encoding);
      if (writer.count > 0) assert.ok(length <= limit, `${length} > ${limit}`);
      for (const item of taken) assert.ok(text.includes(item));
      assert.equal(writer.count, taken.length);
      // What is kept free for the end is bounded: 64 characters of context, 16 digits, the end marks.
      const refused = given.filter((item) => !taken.includes(item)).map((item) => octets(item, encoding));
      if (refused.length > 0) assert.ok(length + Math.min(...refused) + (encoding === "utf-8" ? 200 : 400) > limit);
      assert.ok(readElement(text, wireLimits).ok);
    });
    fc.assert(property, { numRuns: 300, seed: 7 });
  });

  it("counts items exactly: the room left is what the next item may have", () => {
    const property = fc.property(items, fc.constantFrom("utf-8" as const, "utf-16" as const), (given, encoding) => {
      const writer = new ItemsWriter("pull", head, 100_000, encoding);
      const before = writer.remaining;
      for (const item of given) assert.ok(writer.tryAdd(item));
      const real = given.reduce((sum, item) => sum + octets(item, encoding) - (encoding === "utf-8" ? 0 : 2), 0);
      assert.equal(before - writer.remaining, real);
    });
    fc.assert(property, { numRuns: 200, seed: 8 });
  });

  it("takes an item of exactly the room left and refuses one octet more", () => {
    const writer = new ItemsWriter("pull", head, 4000);
    const room = writer.remaining;
    assert.equal(writer.tryAdd("x".repeat(room + 1)), false);
    assert.equal(writer.tryAdd("x".repeat(room)), true);
    assert.equal(writer.tryAdd("x"), false);
    const text = writer.finish({ context: "x".repeat(64), endOfSequence: true, totalItemsCountEstimate: Number.MAX_SAFE_INTEGER });
    assert.ok(Buffer.byteLength(text) <= 4000 && Buffer.byteLength(text) >= 3998, String(Buffer.byteLength(text)));
  });

  it("says by a negative room that not even an empty answer fits", () => {
    const writer = new ItemsWriter("pull", head, 100);
    assert.ok(writer.remaining < 0);
    assert.equal(writer.tryAdd(""), false);
  });

  it("refuses a context it kept no room for", () => {
    assert.throws(() => new ItemsWriter("pull", head, 4000).finish({ context: "x".repeat(65), endOfSequence: false }), RangeError);
  });

  it("names the elements as each answer does", () => {
    const bodyOf = (kind: "enumerate" | "pull", end: Parameters<ItemsWriter["finish"]>[0], ...given: string[]): string => {
      const writer = new ItemsWriter(kind, head, 10_000);
      given.forEach((item) => writer.tryAdd(item));
      return /<s:Body>(.*)<\/s:Body>/.exec(writer.finish(end))![1]!;
    };
    assert.equal(bodyOf("pull", { context: "c", endOfSequence: false }, "<i/>"), "<n:PullResponse><n:EnumerationContext>c</n:EnumerationContext><n:Items><i/></n:Items></n:PullResponse>");
    assert.equal(bodyOf("pull", { endOfSequence: true }), "<n:PullResponse><n:Items/><n:EndOfSequence/></n:PullResponse>");
    assert.equal(bodyOf("enumerate", { context: "c", endOfSequence: false }, "<i/>"), "<n:EnumerateResponse><n:EnumerationContext>c</n:EnumerationContext><w:Items><i/></w:Items></n:EnumerateResponse>");
    assert.equal(bodyOf("enumerate", { endOfSequence: true }, "<i/>"), "<n:EnumerateResponse><n:EnumerationContext/><w:Items><i/></w:Items><w:EndOfSequence/></n:EnumerateResponse>");
  });
});
