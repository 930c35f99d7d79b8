import assert from "node:assert/strict";
import { largestClientHello, readClientHello } from "../../../src/protocol/tls/read-client-hello.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";
import type { Random } from "../random.js";

const sized = (content: Buffer, size: 1 | 2 | 3): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  return Buffer.concat([length.subarray(4 - size), content]);
};
const extension = (type: number, content: Buffer): Buffer => Buffer.concat([Buffer.from([type >> 8, type & 0xff]), sized(content, 2)]);
const serverName = (name: string): Buffer => extension(0, sized(Buffer.concat([Buffer.from([0]), sized(Buffer.from(name, "latin1"), 2)]), 2));

/** A hello as a client writes it, in records of any size. */
function makeHello(random: Random): Buffer {
  const name = random.pick(["one.test", "ONE.Test", "a.b.c.example", "x", "\u0000", "é", "", "a".repeat(255)]);
  const extensions = [extension(43, Buffer.from([2, 3, 4])), ...(random.oneIn(5) ? [] : [serverName(name)]), ...(random.oneIn(20) ? [serverName("again.test")] : []), extension(0xfe0d, Buffer.alloc(random.below(300)))];
  const body = Buffer.concat([Buffer.from([3, 3]), Buffer.alloc(32, 7), sized(Buffer.alloc(random.below(33)), 1), sized(Buffer.from([0x13, 0x01]), 2), sized(Buffer.from([0]), 1), ...(random.oneIn(20) ? [] : [sized(Buffer.concat(extensions), 2)])]);
  const message = Buffer.concat([Buffer.from([1]), sized(body, 3)]);
  const records: Buffer[] = [];
  const step = random.pick([16_384, 16_384, 16_384, 200, 40, 5]);
  for (let at = 0; at < message.length; at += step) records.push(Buffer.concat([Buffer.from([22, 3, 1]), sized(message.subarray(at, at + step), 2)]));
  return Buffer.concat(records);
}

export const clientHello = pureTarget<Uint8Array>({
  name: "client-hello",
  promise: "A client's first octets name a host, or say that more are needed and how many, or are refused; more octets never change a verdict.",
  cases: 5000,
  least: { read: 0.1, refused: 0.1 },
  make: (random) => {
    const hello = makeHello(random);
    return random.oneIn(4) ? hello : mutateOctets(hello, random);
  },
  check: (octets) => {
    const verdict = readClientHello(octets);
    // Whatever is read of the beginning stands, and what is said to be too few is.
    let known: ReturnType<typeof readClientHello> | undefined;
    for (let at = 0; at <= octets.length; at += 1 + Math.floor(octets.length / 8)) {
      const part = readClientHello(octets.subarray(0, at));
      if (known !== undefined) assert.deepEqual(part, known, "a verdict stands");
      if (part.kind !== "incomplete") known = part;
      else {
        assert.ok(part.least > at && part.least <= largestClientHello + 16 * 5 + 16_384, "more is needed than there is");
        const less = readClientHello(octets.subarray(0, Math.min(octets.length, part.least - 1)));
        assert.notEqual(less.kind, "read", "and that much indeed");
      }
    }
    if (verdict.kind === "read" && verdict.serverName !== undefined) assert.ok(verdict.serverName !== "" && verdict.serverName === verdict.serverName.toLowerCase());
    return verdict.kind === "read";
  },
});
