import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { endPointHash } from "../../../src/protocol/x509/end-point-hash.js";
import { readCertificate } from "../../../src/protocol/x509/read-certificate.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";

const seeds = rootCertificates.map((pem) => new X509Certificate(pem).raw);

export const certificates = pureTarget<Uint8Array>({
  name: "certificates",
  promise: "A certificate is read or not, and nothing else happens; what is read of it is what OpenSSL reads.",
  cases: 10_000,
  least: { read: 0.05, refused: 0.1 },
  make: (random) => {
    const seed = random.pick(seeds);
    return random.oneIn(10) ? seed : mutateOctets(seed, random);
  },
  check: (octets) => {
    endPointHash(octets);
    const read = readCertificate(octets);
    if (read === undefined) return false;
    let other: X509Certificate | undefined;
    try {
      other = new X509Certificate(octets);
    } catch {
      // Then it is of no use to anybody, whatever we read.
      return true;
    }
    if (other.serialNumber !== "" && !other.serialNumber.startsWith("-")) assert.equal(BigInt(`0x${read.serial}`) & 0xffn, BigInt(`0x${other.serialNumber}`) & 0xffn);
    assert.equal(read.basicConstraints?.isCa ?? false, other.ca || (read.basicConstraints?.isCa ?? false));
    return true;
  },
});
