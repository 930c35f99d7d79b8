import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decodeMessage, encodingOf } from "../../../src/protocol/syncml/decode-message.js";
import { encodeMessage } from "../../../src/protocol/syncml/encode-message.js";
import type { SyncmlMessage } from "../../../src/protocol/syncml/message.js";
import { createRandom } from "../../fuzz/random.js";
import { growMessage } from "../../support/grow-syncml.js";

/** @returns what a receiver makes of it */
function through(message: SyncmlMessage, encoding: "wbxml" | "xml"): SyncmlMessage {
  const octets = encodeMessage(message, encoding);
  assert.equal(encodingOf(octets), encoding);
  const read = decodeMessage(octets, encoding);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

describe("a message that is written and read again", () => {
  for (const encoding of ["xml", "wbxml"] as const) {
    it(`is the same in ${encoding}, whatever it holds`, () => {
      const random = createRandom(20_261_127);
      for (let count = 0; count < 400; count++) {
        // XML reads a lone carriage return as a line feed, as every reader of XML does: WBXML keeps it.
        const message = growMessage(random, { unknown: true, oddText: encoding === "wbxml", octets: encoding === "wbxml" });
        assert.deepEqual(through(message, encoding), message);
      }
    });
  }

  it("is the same in both encodings, octets apart, which XML carries in base64 and says so", () => {
    const random = createRandom(7);
    for (let count = 0; count < 200; count++) {
      const message = growMessage(random, { unknown: true });
      assert.deepEqual(through(through(message, "wbxml"), "xml"), message);
    }
    const octets = Uint8Array.of(0, 255, 1);
    const binary = { ...growMessage(random), body: [{ kind: "Add" as const, id: "1", items: [{ target: { uri: "./a" }, meta: { format: "bin" }, data: { kind: "octets" as const, octets } }] }] };
    assert.deepEqual(through(binary, "wbxml"), binary);
    assert.deepEqual(through(binary, "xml").body, [{ kind: "Add", id: "1", items: [{ target: { uri: "./a" }, meta: { format: "b64" }, data: { kind: "text", text: "AP8B" } }] }]);
  });
});
