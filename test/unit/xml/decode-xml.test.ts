import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { decodeReplacing } from "../../../src/protocol/xml/decode-replacing.js";
import { encodeXml } from "../../../src/protocol/xml/encode-xml.js";
import { utf8Length } from "../../../src/protocol/xml/utf8-length.js";

const text = "<a>é\u20ac\u{1f600}</a>";
const charsets = ["utf-8", "utf-16le", "utf-16be"] as const;

describe("decodeXml", () => {
  for (const charset of charsets) {
    it(`reads ${charset} with a byte order mark, whatever the label`, () => {
      for (const label of [undefined, "utf-8", "UTF-16", '"utf-16"']) {
        assert.deepEqual(decodeXml(encodeXml(text, charset, true), label), { ok: true, value: { text, charset, byteOrderMark: true } });
      }
    });

    it(`reads ${charset} without a byte order mark`, () => {
      assert.deepEqual(decodeXml(encodeXml(text, charset, false), undefined), { ok: true, value: { text, charset, byteOrderMark: false } });
    });
  }

  it("finds the byte order of UTF-16 by its first character when the label does not say", () => {
    const decoded = decodeXml(encodeXml(text, "utf-16be", false), "utf-16");
    assert.equal(decoded.ok && decoded.value.charset, "utf-16be");
  });

  it("keeps a second U+FEFF for the scanner to judge", () => {
    const decoded = decodeXml(encodeXml("\ufeff<a/>", "utf-8", true), undefined);
    assert.equal(decoded.ok && decoded.value.text, "\ufeff<a/>");
  });

  it("refuses a charset it does not know", () => {
    const decoded = decodeXml(encodeXml("<a/>", "utf-8", false), "shift_jis");
    assert.ok(!decoded.ok && decoded.error.code === "unsupported-charset" && decoded.error.message.includes("shift_jis"));
  });

  const invalid: readonly (readonly [title: string, bytes: readonly number[], charset: string, offset: number])[] = [
    ["a stray continuation octet", [0x3c, 0x61, 0x80, 0x3e], "utf-8", 2],
    ["an overlong form", [0x3c, 0xc0, 0xaf, 0x3e], "utf-8", 1],
    ["an encoded surrogate", [0x3c, 0xed, 0xa0, 0x80, 0x3e], "utf-8", 1],
    ["a cut sequence", [0x3c, 0x61, 0x3e, 0xe2, 0x82], "utf-8", 3],
    ["an odd number of octets", [0x3c, 0x00, 0x61], "utf-16", 2],
    ["a lone surrogate", [0x3c, 0x00, 0x00, 0xd8, 0x3e, 0x00], "utf-16le", 2],
  ];
  for (const [title, bytes, charset, offset] of invalid) {
    it(`refuses ${title} and says where`, () => {
      const decoded = decodeXml(Uint8Array.from(bytes), charset);
      assert.deepEqual(decoded.ok ? "accepted" : [decoded.error.code, decoded.error.offset], ["invalid-bytes", offset]);
    });
  }

  it("finds an invalid octet in a long text", () => {
    const bytes = encodeXml(`<a>${"é".repeat(5000)}</a>`, "utf-8", false);
    bytes[7004] = 0xff;
    const decoded = decodeXml(bytes, "utf-8");
    assert.ok(!decoded.ok && Math.abs(decoded.error.offset - 7004) <= 4, JSON.stringify(decoded));
  });

  const labels: readonly (readonly [label: string, content: string, charset: (typeof charsets)[number], fits: boolean])[] = [
    ["utf-8", "é", "utf-8", true],
    ["UTF-8", "é", "utf-8", true],
    ["us-ascii", "e", "utf-8", true],
    ["us-ascii", "é", "utf-8", false],
    ["iso-8859-1", "e", "utf-8", true],
    ["iso-8859-1", "é", "utf-8", false],
    ["utf-16", "e", "utf-8", false],
    ["utf-16", "é", "utf-16le", true],
    ["utf-16be", "é", "utf-16le", false],
    ["utf-8", "é", "utf-16le", false],
  ];
  for (const [label, content, charset, fits] of labels) {
    it(`${fits ? "takes" : "refuses"} encoding="${label}" on ${charset} text with ${content}`, () => {
      const decoded = decodeXml(encodeXml(`<?xml version="1.0" encoding="${label}"?><a>${content}</a>`, charset, false), undefined);
      assert.equal(decoded.ok, fits);
      if (!decoded.ok) assert.deepEqual([decoded.error.code, decoded.error.offset, decoded.error.length], ["encoding-mismatch", 30, label.length]);
    });
  }
});

describe("utf8Length", () => {
  it("counts what encoding would give", () => {
    for (const sample of ["", "abc", text, "\ud800", "a\udc00b", "\ud83d\ud83d\ude00"]) assert.equal(utf8Length(sample), new TextEncoder().encode(sample).length);
  });
});

describe("decodeReplacing", () => {
  it("shows a text whose octets are wrong, and where the wrong ones are in it", () => {
    const around = (bad: readonly number[], mark: readonly number[] = []): Uint8Array => Uint8Array.from([...mark, ...new TextEncoder().encode("<é>"), ...bad, 0x3c]);
    for (const bytes of [around([0xe9]), around([0xff]), around([0xe9], [0xef, 0xbb, 0xbf])]) {
      const refused = decodeXml(bytes, undefined);
      assert.ok(!refused.ok);
      assert.deepEqual(decodeReplacing(bytes, refused.error.offset), { text: "<é>\ufffd<", offset: 3 });
    }
    const half = encodeXml("<a>\u{1f600}</a>", "utf-16le", true);
    const cut = Uint8Array.from([...half.subarray(0, 10), ...half.subarray(12)]);
    const refused = decodeXml(cut, undefined);
    assert.ok(!refused.ok);
    assert.deepEqual(decodeReplacing(cut, refused.error.offset), { text: "<a>\ufffd</a>", offset: 3 });
  });
});
