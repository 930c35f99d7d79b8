import assert from "node:assert/strict";
import { isIP } from "node:net";
import { readBase64Certificate, readByteSequenceCertificate, readElementCertificate, readEscapedCertificate } from "../../../src/pipeline/proxied/parse-forwarded-certificate.js";
import { parseForwardedFor } from "../../../src/pipeline/proxied/parse-forwarded-for.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

/** A SEQUENCE of the least size that is taken for a certificate. */
const base64 = Buffer.concat([Buffer.from([0x30, 0x81, 0x90]), Buffer.alloc(0x90, 1)]).toString("base64");
const escaped = encodeURIComponent(`-----BEGIN CERTIFICATE-----\n${base64.replace(/.{64}/gu, "$&\n")}\n-----END CERTIFICATE-----\n`);
const seeds = [
  "192.0.2.1", "192.0.2.1:4711", "10.0.0.1, 192.0.2.1", "2001:db8::1", "[2001:db8::1]:443", "[::ffff:192.0.2.7]", "unknown", "fe80::1%eth0", "",
  base64, `"${base64}"`, `:${base64}:`, escaped, `By=a;Hash=b,Hash=c;Cert="${escaped}";Subject="CN=\\"x\\",O=y"`,
];
const words = [...oddCharacters, ",", ", ", ";", ":", "::", "[", "]", "=", "==", '"', '\\"', "%", "%0A", "%zz", "Cert=", "Cert=\"", ".", "0", "65536", "127.0.0.1", "-----END CERTIFICATE-----", "MIIB"];

export const forwardedFields = pureTarget<string>({
  name: "forwarded-fields",
  promise: "What a proxy says of its client is an address and the octets of one whole SEQUENCE, or nothing, or refused with a reason.",
  cases: 10_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => (random.oneIn(10) ? random.pick(seeds) : mutateWords(random.pick(seeds), words, random)),
  check: (field) => {
    let isRead = false;
    for (const hops of [1, 2, 32]) {
      const read = parseForwardedFor(field, hops);
      if (!read.ok) assert.ok(read.error.length > 0);
      else if (read.value !== undefined) {
        const { address, port } = read.value;
        assert.ok(isIP(address) !== 0 && port >= 0 && port <= 65_535 && field.includes(address), JSON.stringify(read.value));
        isRead = true;
      }
    }
    for (const reader of [readBase64Certificate, readEscapedCertificate, readElementCertificate, readByteSequenceCertificate]) {
      const read = reader(field);
      if (!read.ok) assert.ok(read.error.length > 0);
      else if (read.value !== undefined) {
        assert.ok(read.value[0] === 0x30 && read.value.length >= 130);
        isRead = true;
      }
    }
    return isRead;
  },
});
