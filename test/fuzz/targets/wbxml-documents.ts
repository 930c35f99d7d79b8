import assert from "node:assert/strict";
import { codePages } from "../../../src/protocol/syncml/code-pages.js";
import { encodeMessage } from "../../../src/protocol/syncml/encode-message.js";
import { readDocument } from "../../../src/protocol/wbxml/read-document.js";
import { writeDocument } from "../../../src/protocol/wbxml/write-document.js";
import { growMessage } from "../../support/grow-syncml.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import type { Random } from "../random.js";

const grow = (random: Random): Uint8Array => encodeMessage(growMessage(random, { octets: true, unknown: true, oddText: true }), "wbxml");

export const wbxmlDocuments = pureTarget<Uint8Array>({
  name: "wbxml-documents",
  promise: "Any octets are a WBXML document, which is the same when it was written and read again, or are refused by name at a place within them.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => (random.oneIn(5) ? grow(random) : random.oneIn(8) ? Uint8Array.from({ length: random.below(60) }, () => random.below(256)) : mutateOctets(grow(random), random)),
  check: (octets) => {
    const read = readDocument(octets, codePages);
    if (!read.ok) {
      assert.ok(read.error.offset >= 0 && read.error.offset <= octets.length, JSON.stringify(read.error));
      assert.match(read.error.message, /^[A-Z0-9][^]*\.$/u);
      return false;
    }
    const again = readDocument(writeDocument(read.value, codePages), codePages);
    assert.ok(again.ok, JSON.stringify(again));
    assert.deepEqual(again.value.root, read.value.root);
    return true;
  },
});
