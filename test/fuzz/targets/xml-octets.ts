import assert from "node:assert/strict";
import { decodeReplacing } from "../../../src/protocol/xml/decode-replacing.js";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { encodeXml } from "../../../src/protocol/xml/encode-xml.js";
import { utf8Length } from "../../../src/protocol/xml/utf8-length.js";
import { pureTarget } from "../fuzz-target.js";
import { growDocument } from "../grow-xml.js";
import { mutateOctets } from "../mutate-octets.js";
import type { Random } from "../random.js";

const labels = [undefined, "utf-8", "UTF-8", "utf8", '"utf-8"', "us-ascii", "utf-16", "UTF-16LE", "utf-16be", "unicode", "latin1", "", "__proto__", "utf-8\u0000"];

function encoded(text: string, random: Random): Buffer {
  const marked = random.oneIn(2) ? `\ufeff${text}` : text;
  const utf16 = Buffer.from(marked.replace(/encoding="utf-8"/iu, 'encoding="UTF-16"'), "utf16le");
  return random.pick([() => Buffer.from(marked), () => utf16, () => Buffer.from(utf16).swap16(), () => Buffer.from(marked, "latin1")])();
}

/** The first octet chooses the label of the transport. */
export const xmlOctets = pureTarget<Uint8Array>({
  name: "xml-octets",
  promise: "Octets are decoded without replacing any, as Node's own decoder does, or refused at an octet that is there; text encoded again decodes to itself.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.1 },
  make: (random) => {
    const octets = encoded(growDocument(random), random);
    return Buffer.concat([Buffer.from([random.oneIn(2) ? 0 : random.below(labels.length)]), random.oneIn(2) ? mutateOctets(octets, random) : octets]);
  },
  check: (input) => {
    const label = labels[(input[0] ?? 0) % labels.length];
    const octets = input.subarray(1);
    const decoded = decodeXml(octets, label);
    if (!decoded.ok) {
      const { code, offset, message } = decoded.error;
      assert.ok(["unsupported-charset", "invalid-bytes", "encoding-mismatch"].includes(code) && message.endsWith("."), code);
      assert.ok(offset >= 0 && offset <= octets.length, `at ${offset}`);
      const shown = decodeReplacing(octets, offset);
      assert.ok(shown.offset >= 0 && shown.offset <= shown.text.length);
      return false;
    }
    const { text, charset, byteOrderMark } = decoded.value;
    const whole = new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(octets);
    assert.equal(byteOrderMark ? `\ufeff${text}` : text, whole);
    assert.equal(utf8Length(text), Buffer.byteLength(text));
    assert.ok(Buffer.from(encodeXml(text, charset, byteOrderMark)).equals(octets), "encoded again");
    return true;
  },
});
