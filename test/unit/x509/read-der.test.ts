import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nameText, readName } from "../../../src/protocol/x509/read-name.js";
import { pemBlocks } from "../../../src/protocol/x509/pem-blocks.js";
import type { DerElement } from "../../../src/base/der-element.js";
import { readDer, readNumber, readOid, readSerial, readSingle, readText, readTime } from "../../../src/protocol/x509/read-der.js";

const value = (tag: number, content: string | readonly number[]): DerElement => {
  const octets = typeof content === "string" ? Buffer.from(content, "latin1") : Buffer.from(content);
  return readSingle(Buffer.concat([Buffer.from([tag, octets.length]), octets]))!;
};
const tag = (id: number, ...parts: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([id, parts.reduce((sum, part) => sum + part.length, 0)]), ...parts]);

describe("DER", () => {
  it("is read value by value, with lengths of one octet and of more", () => {
    assert.deepEqual(readDer(Buffer.from([0x05, 0x00, 0x02, 0x01, 0x07]))?.map(({ tag: id, content }) => [id, content.length]), [[5, 0], [2, 1]]);
    assert.equal(readSingle(Buffer.concat([Buffer.from([0x04, 0x81, 0x80]), Buffer.alloc(128)]))?.content.length, 128);
    assert.equal(readSingle(Buffer.concat([Buffer.from([0x04, 0x82, 0x01, 0x00]), Buffer.alloc(256)]))?.content.length, 256);
  });

  it("is refused where DER has another form for it, or it ends too soon", () => {
    for (const octets of [[0x05], [0x04, 0x02, 0x00], [0x30, 0x80, 0x00, 0x00], [0x04, 0x81, 0x01, 0x00], [0x04, 0x82, 0x00, 0x01, 0x00], [0x1f, 0x81, 0x01, 0x00], [0x04, 0x85, 1, 1, 1, 1, 1]]) assert.equal(readDer(Uint8Array.from(octets)), undefined, String(octets));
    assert.equal(readSingle(Uint8Array.from([0x05, 0x00, 0x05, 0x00])), undefined);
  });

  it("holds object identifiers, numbers and times", () => {
    assert.deepEqual([readOid(value(6, [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d])), readOid(value(6, [0x55, 4, 3])), readOid(value(6, [0x88, 0x37])), readOid(value(6, [0x86])), readOid(value(6, []))], ["1.2.840.113549", "2.5.4.3", "2.999", undefined, undefined]);
    assert.deepEqual([readNumber(value(2, [1, 0])), readNumber(value(2, [0xff])), readSerial(value(2, [0, 0xff, 1])), readSerial(value(2, [0]))], [256, undefined, "ff01", "00"]);
    assert.deepEqual([readTime(value(0x17, "491231235959Z")), readTime(value(0x17, "500101000000Z")), readTime(value(0x18, "20991231235959Z"))], [Date.UTC(2049, 11, 31, 23, 59, 59), Date.UTC(1950, 0, 1), Date.UTC(2099, 11, 31, 23, 59, 59)]);
    for (const text of ["20260230000000Z", "202601010000Z", "20260101000000", "20260101000000+0100", "20261301000000Z", "20260101000000.5Z"]) assert.equal(readTime(value(0x18, text)), undefined, text);
  });

  it("holds text of several kinds", () => {
    assert.deepEqual([readText(value(0x0c, [0xc3, 0xa4])), readText(value(0x13, "abc")), readText(value(0x1e, [0, 0x41, 0x20, 0xac])), readText(value(0x1c, [0, 1, 0xf6, 0]))], ["ä", "abc", "A€", "😀"]);
    for (const bad of [value(0x0c, [0xc3]), value(0x1e, [0]), value(0x1c, [0, 0x11, 0, 0]), value(0x04, "abc"), undefined]) assert.equal(readText(bad), undefined);
  });
});

describe("names of certificates", () => {
  const part = (oid: readonly number[], text: string): Buffer => tag(0x31, tag(0x30, tag(6, Buffer.from(oid)), tag(0x0c, Buffer.from(text))));
  const name = (...parts: readonly Buffer[]) => readName(readSingle(tag(0x30, ...parts)))!;

  it("are written with the smallest part first, quoted where they have to be", () => {
    assert.equal(nameText(name(part([0x55, 4, 6], "DE"), part([0x55, 4, 10], 'A "good", one'), part([0x55, 4, 3], "alice"))), 'CN=alice, O="A ""good"", one", C=DE');
    assert.equal(nameText(name(part([0x55, 4, 99], " x"))), '2.5.4.99=" x"');
    assert.equal(nameText(name()), "");
  });

  it("are not made up where they cannot be read", () => {
    assert.equal(readName(readSingle(tag(0x30, tag(0x31, tag(0x30, tag(6, Buffer.from([0x55, 4, 3]))))))), undefined);
    assert.equal(readName(undefined), undefined);
  });
});

describe("PEM", () => {
  it("holds blocks of a kind, in order, and says which of them is none", () => {
    const text = "text\n-----BEGIN A-----\r\nAQID\r\n-----END A-----\n-----BEGIN B-----\nAQ==\n-----END B-----\n-----BEGIN A-----\n*\n-----END A-----\n-----BEGIN A-----\nAQID";
    assert.deepEqual(pemBlocks(text, "A"), [Uint8Array.from([1, 2, 3]), undefined, undefined]);
    assert.deepEqual(pemBlocks(text, "B"), [Uint8Array.from([1])]);
    assert.deepEqual(pemBlocks("", "A"), []);
  });
});
