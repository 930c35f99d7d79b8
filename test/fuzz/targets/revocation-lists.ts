import assert from "node:assert/strict";
import { readRevocationList } from "../../../src/protocol/x509/read-revocation-list.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import type { Random } from "../random.js";

const tag = (id: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : content.length < 256 ? [0x81, content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([id, ...length]), content]);
};
const algorithm = tag(0x30, tag(0x06, Buffer.from("2a8648ce3d040302", "hex")));
const name = tag(0x30, tag(0x31, tag(0x30, tag(0x06, Buffer.from([0x55, 4, 3])), tag(0x0c, Buffer.from("issuer")))));
const time = (text: string): Buffer => tag(0x17, Buffer.from(text));
const extension = (oid: string, critical: boolean): Buffer => tag(0x30, tag(0x06, Buffer.from(oid, "hex")), ...(critical ? [tag(1, Buffer.from([0xff]))] : []), tag(0x04, tag(0x0a, Buffer.from([1]))));

function makeList(random: Random): Buffer {
  const entries = Array.from({ length: random.below(5) }, (_, index) => tag(0x30, tag(0x02, Buffer.from([1 + index, random.below(256)])), time("260101000000Z"), ...(random.oneIn(2) ? [tag(0x30, extension("551d15", random.oneIn(4)))] : [])));
  const extensions = random.oneIn(2) ? [tag(0xa0, tag(0x30, extension("551d14", false), ...(random.oneIn(3) ? [extension("551d1c", true)] : [])))] : [];
  const tbs = tag(0x30, ...(random.oneIn(4) ? [] : [tag(0x02, Buffer.from([1]))]), algorithm, name, time("260101000000Z"), ...(random.oneIn(4) ? [] : [time("270101000000Z")]), ...(entries.length === 0 ? [] : [tag(0x30, ...entries)]), ...extensions);
  return tag(0x30, tbs, algorithm, tag(0x03, Buffer.from([0]), Buffer.alloc(70, 1)));
}

export const revocationLists = pureTarget<Uint8Array>({
  name: "revocation-lists",
  promise: "A revocation list is read or not; what is read says whose it is, from when, for whom, and which part of it was signed.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.1 },
  make: (random) => (random.oneIn(5) ? makeList(random) : mutateOctets(makeList(random), random)),
  check: (octets) => {
    const list = readRevocationList(octets);
    if (list === undefined) return false;
    assert.ok(Number.isFinite(list.thisUpdate) && (list.nextUpdate === undefined || Number.isFinite(list.nextUpdate)));
    assert.ok(Buffer.from(octets).includes(Buffer.from(list.signed)) && list.signed.length < octets.length, "what is signed is a part of it");
    for (const serial of list.serials) assert.match(serial, /^[0-9a-f]+$/u);
    return true;
  },
});
