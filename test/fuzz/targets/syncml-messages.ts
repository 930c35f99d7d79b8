import assert from "node:assert/strict";
import { decodeMessage, encodingOf } from "../../../src/protocol/syncml/decode-message.js";
import { encodeMessage } from "../../../src/protocol/syncml/encode-message.js";
import { describeProblem } from "../../../src/protocol/syncml/syncml-problem.js";
import { growMessage } from "../../support/grow-syncml.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import { mutate } from "../mutate-xml.js";
import type { Random } from "../random.js";

const xmlOf = (random: Random): string => Buffer.from(encodeMessage(growMessage(random, { unknown: true }), "xml")).toString();

function make(random: Random): Uint8Array {
  if (random.oneIn(3)) return mutateOctets(encodeMessage(growMessage(random, { octets: true, unknown: true }), "wbxml"), random);
  const text = xmlOf(random);
  return random.oneIn(4) ? Buffer.from(text) : random.oneIn(3) ? mutateOctets(Buffer.from(text), random) : Buffer.from(mutate(text, random));
}

export const syncmlMessages = pureTarget<Uint8Array>({
  name: "syncml-messages",
  promise: "Any octets are a message of device management, which is the same when it was written in WBXML and read again, or are refused in words.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.1 },
  make,
  check: (octets) => {
    const read = decodeMessage(octets, encodingOf(octets), { toleratesNul: octets.length % 2 === 0 });
    if (!read.ok) {
      assert.ok(describeProblem(read.error).length > 10);
      return false;
    }
    // Once: what XML and WBXML can both carry is a little less than what either can.
    const once = decodeMessage(encodeMessage(read.value, "wbxml"), "wbxml");
    assert.ok(once.ok, JSON.stringify(once));
    const twice = decodeMessage(encodeMessage(once.value, "wbxml"), "wbxml");
    assert.ok(twice.ok);
    assert.deepEqual(twice.value, once.value);
    return true;
  },
});
