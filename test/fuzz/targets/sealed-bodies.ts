import assert from "node:assert/strict";
import { readSealedBody, readSealedType, sealedContentType, writeSealedBody } from "../../../src/protocol/auth/sealed-body.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import type { Random } from "../random.js";

const protocol = "application/HTTP-SPNEGO-session-encrypted";
const type = readSealedType(sealedContentType(protocol));
const tricky = Buffer.from("--Encrypted Boundary--\r\n\tLength=1\r\n");

function grow(random: Random): Uint8Array {
  const data = Buffer.concat(Array.from({ length: random.below(4) }, () => (random.oneIn(2) ? tricky : Buffer.from(Array.from({ length: random.below(20) }, () => random.below(256))))));
  return writeSealedBody(protocol, random.pick(["application/soap+xml;charset=UTF-8", "text/plain", "a;b=c"]), data.length, { header: Buffer.alloc(random.pick([0, 16, 60]), random.below(256)), data });
}

export const sealedBodies = pureTarget<Uint8Array>({
  name: "sealed-bodies",
  promise: "A sealed body is cut by its lengths, and what was cut written again is what was read; anything else is refused with a reason.",
  cases: 20_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => (random.oneIn(5) ? grow(random) : mutateOctets(grow(random), random)),
  check: (octets) => {
    assert.ok(typeof type === "object");
    const read = readSealedBody(octets, type);
    if (!read.ok) {
      assert.ok(read.error.length > 0);
      return false;
    }
    const { signature, data, type: original } = read.value;
    const again = readSealedBody(writeSealedBody(protocol, original, data.length, { header: signature, data }), type);
    assert.ok(again.ok);
    assert.equal(again.value.type, original);
    assert.ok(Buffer.from(again.value.signature).equals(signature) && Buffer.from(again.value.data).equals(data));
    return true;
  },
});
