import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { writeDateTime } from "./cim-datetime.js";
import { writeObject, type Field } from "./write-instance.js";

const form = { namespace: "urn:x?a=1&b", typed: false, preciseArrays: false };
const inside = (fields: readonly Field[], more: Partial<typeof form> = {}): string => writeObject("X", { ...form, ...more }, fields).replace(/^<p:X [^>]*>|<\/p:X>$/gu, "");

describe("writeDateTime", () => {
  const at = Date.UTC(2013, 3, 15, 16, 28, 43);
  for (const [time, offset, written] of [
    [at + 488.171, 0, "2013-04-15T16:28:43.488171Z"], [at + 913, 0, "2013-04-15T16:28:43.913Z"], [at + 783.6, 0, "2013-04-15T16:28:43.7836Z"], [at, 0, "2013-04-15T16:28:43Z"],
    [at + 0.001, 0, "2013-04-15T16:28:43.000001Z"], [at, 480, "2013-04-16T00:28:43+08:00"], [at, -210, "2013-04-15T12:58:43-03:30"], [-0.5, 0, "1969-12-31T23:59:59.9995Z"],
  ] as const) it(`${time} at ${offset} is ${written}`, () => assert.equal(writeDateTime({ time, offset }), written));

  it("has no words for what is no moment of four-digit years", () => {
    for (const time of [Number.NaN, Infinity, 1e18, -1e18]) assert.equal(writeDateTime({ time, offset: 0 }), undefined);
  });
});

describe("writeObject", () => {
  it("escapes text and writes what XML forbids as a question mark", () => {
    assert.equal(inside([["A", "string", "<&>\"'\r\n\t\0\u0008\u001f\uFFFF\uD800x\uD83D\uDE00"]]), "<p:A>&lt;&amp;&gt;\"'&#xD;\n\t????\u003fx\uD83D\uDE00</p:A>");
    assert.match(writeObject("X", form, []), / xmlns:p="urn:x\?a=1&amp;b" /u);
  });

  it("writes numbers that fit their type, and none for those that do not", () => {
    const row = (type: Field[1], ...values: Field[2][]): string => inside(values.map((value) => ["N", type, value]));
    const nil = '<p:N xsi:nil="true"/>';
    assert.equal(row("uint8", 255, 256, -1), `<p:N>255</p:N>${nil}${nil}`);
    assert.equal(row("sint16", -32_768, 32_768, -0), `<p:N>-32768</p:N>${nil}<p:N>0</p:N>`);
    assert.equal(row("uint32", 4_294_967_295, 4_294_967_296, 1.9, Number.NaN, Infinity), `<p:N>4294967295</p:N>${nil}<p:N>1</p:N>${nil}${nil}`);
    assert.equal(row("uint64", 2n ** 64n - 1n, 2n ** 64n, 8_589_934_464), `<p:N>18446744073709551615</p:N>${nil}<p:N>8589934464</p:N>`);
    assert.equal(row("uint32", "7"), nil, "text is no number");
  });

  it("repeats the element of an array, leaves out one that is not there, and says so when the client wants it", () => {
    const fields: Field[] = [["A", "string[]", ["a", "b"]], ["B", "uint16[]", null], ["C", "string[]", []]];
    assert.equal(inside(fields), "<p:A>a</p:A><p:A>b</p:A>");
    assert.match(inside(fields, { preciseArrays: true }), /<p:B xmlns:m="[^"]*wsman\.xsd" xsi:nil="true" m:IsNullArray="true"\/>$/u);
  });

  it("says the types of values when asked to", () => {
    const fields: Field[] = [["A", "boolean", true], ["B", "string", null], ["C", "uint16[]", [1]], ["D", "datetime", { time: 0, offset: 0 }]];
    assert.equal(inside(fields, { typed: true }), '<p:A xsi:type="cim:cimBoolean">true</p:A><p:B xsi:nil="true"/><p:C xsi:type="cim:cimUnsignedShort">1</p:C><p:D xsi:type="cim:cimDateTime"><cim:Datetime>1970-01-01T00:00:00Z</cim:Datetime></p:D>');
  });
});
