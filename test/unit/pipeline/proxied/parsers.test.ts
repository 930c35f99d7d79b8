import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Result } from "../../../../src/base/result.js";
import { isIdentityField } from "../../../../src/pipeline/proxied/identity-fields.js";
import { parseForwardedFor } from "../../../../src/pipeline/proxied/parse-forwarded-for.js";
import { readBase64Certificate, readByteSequenceCertificate, readElementCertificate, readEscapedCertificate, type ForwardedCertificate } from "../../../../src/pipeline/proxied/parse-forwarded-certificate.js";
import { selfSignedCertificate } from "../../../support/self-signed-certificate.js";

const pem = selfSignedCertificate("client").cert;
const base64 = pem.replace(/-----[A-Z ]+-----|\s/gu, "");
const der = Buffer.from(base64, "base64");

const readers: Readonly<Record<string, { readonly read: (value: string) => ForwardedCertificate; readonly write: (base64: string, pem: string) => string }>> = {
  base64: { read: readBase64Certificate, write: (text) => text },
  "quoted base64": { read: readBase64Certificate, write: (text) => `"${text}"` },
  "escaped PEM": { read: readEscapedCertificate, write: (_, text) => encodeURIComponent(text) },
  element: { read: readElementCertificate, write: (_, text) => `By=a;Cert="${encodeURIComponent(text)}"` },
  "byte sequence": { read: readByteSequenceCertificate, write: (text) => `:${text}:` },
};

/** Octets that look like DER from outside. */
const sequences = fc.uint8Array({ minLength: 128, maxLength: 2000 }).map((content) => {
  const head = content.length < 256 ? [0x30, 0x81, content.length] : [0x30, 0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
});
const pemOf = (octets: Buffer): string => `-----BEGIN CERTIFICATE-----\n${octets.toString("base64").replace(/.{64}/gu, "$&\n")}\n-----END CERTIFICATE-----\n`;

const valueOf = <T>(result: Result<T, string>): T | string => (result.ok ? result.value : result.error);

for (const [name, { read, write }] of Object.entries(readers)) {
  describe(`a forwarded certificate as ${name}`, () => {
    it("is its DER; nothing is none", () => {
      assert.deepEqual(Buffer.from(valueOf(read(write(base64, pem))) as Uint8Array), der);
      assert.deepEqual(read(""), { ok: true, value: undefined });
      assert.deepEqual(read("  "), { ok: true, value: undefined });
    });

    it("gives back what was written, whatever that was", () => {
      fc.assert(fc.property(sequences, (octets) => assert.deepEqual(Buffer.from(valueOf(read(write(octets.toString("base64"), pemOf(octets)))) as Uint8Array), octets)));
    });

    it("never throws, and is whole DER or nothing", () => {
      const check = (text: string): void => {
        const result = read(text);
        if (result.ok && result.value !== undefined) assert.equal(result.value[0], 0x30);
        if (!result.ok) assert.match(result.error, /^the forwarded/u);
      };
      fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), check), { numRuns: 500 });
      const good = write(base64, pem);
      fc.assert(fc.property(fc.nat(good.length - 1), fc.string({ maxLength: 3 }), (at, put) => check(good.slice(0, at) + put + good.slice(at + 1))), { numRuns: 500 });
    });

    it("is refused when it is cut, or has something behind it", () => {
      for (const octets of [der.subarray(0, -1), Buffer.concat([der, Buffer.from([0])]), Buffer.from("MIIB"), Buffer.alloc(200)]) assert.equal(read(write(octets.toString("base64"), pemOf(octets))).ok, false);
    });
  });
}

describe("Envoy's element", () => {
  const escaped = encodeURIComponent(pem);
  it("is the last one, whatever stands in quotes before it", () => {
    for (const value of [`Cert="AAAA",By=b;Cert="${escaped}"`, `Subject="a\\",Cert=x",cert=${escaped}`, `By=a;Hash=b;Subject="CN=a,O=\\"b\\";c";Cert="${escaped}"`]) assert.deepEqual(Buffer.from(valueOf(readElementCertificate(value)) as Uint8Array), der, value);
  });
  it("without a certificate, with an open quote, or with a pair that is none, is refused", () => {
    for (const value of ["By=a;Hash=b", `Cert="${escaped}`, "Cert", `Cert="${escaped}",By=a`]) assert.equal(readElementCertificate(value).ok, false, value);
    assert.deepEqual(readElementCertificate('Cert=""'), { ok: true, value: undefined });
  });
});

describe("X-Forwarded-For", () => {
  const cases: readonly (readonly [string, number, unknown])[] = [
    ["192.0.2.1", 1, { address: "192.0.2.1", port: 0 }],
    ["192.0.2.1:443", 1, { address: "192.0.2.1", port: 443 }],
    ["2001:db8::1", 1, { address: "2001:db8::1", port: 0 }],
    ["[2001:db8::1]", 1, { address: "2001:db8::1", port: 0 }],
    ["[2001:db8::1]:8080", 1, { address: "2001:db8::1", port: 8080 }],
    ["::ffff:192.0.2.7", 1, { address: "192.0.2.7", port: 0 }],
    ["garbage, 192.0.2.1", 1, { address: "192.0.2.1", port: 0 }],
    ["192.0.2.9, 192.0.2.1", 2, { address: "192.0.2.9", port: 0 }],
    ["192.0.2.1", 4, { address: "192.0.2.1", port: 0 }],
    ["unknown", 1, undefined], ["", 1, undefined], ["192.0.2.1,", 1, undefined],
  ];
  for (const [value, hops, expected] of cases) it(`"${value}" over ${hops}`, () => assert.deepEqual(parseForwardedFor(value, hops), { ok: true, value: expected }));

  for (const value of ["localhost", "192.0.2", "192.0.2.1:", "192.0.2.1:70000", "[192.0.2.1]", "[::1", "::1]", "fe80::1%eth0", "192.0.2.1 192.0.2.2", "_hidden", "0x7f.0.0.1", "127.1", "1.2.3.4\t5"]) {
    it(`"${value}" is no address`, () => assert.equal(parseForwardedFor(value, 1).ok, false));
  }

  it("never throws, and an address that it finds is one", () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.array(fc.oneof(fc.ipV4(), fc.ipV6(), fc.string())).map((parts) => parts.join(","))), fc.integer({ min: 1, max: 32 }), (value, hops) => {
      const result = parseForwardedFor(value, hops);
      if (result.ok && result.value !== undefined) assert.match(result.value.address, /^[\da-f.:]+$/iu);
    }), { numRuns: 1000 });
    fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => assert.equal(parseForwardedFor(`junk, ${address}`, 1).ok, true)));
  });
});

describe("fields that say who somebody is", () => {
  it("are known in every case, and with _ for -", () => {
    for (const name of ["x-forwarded-for", "X_ARR_ClientCert", "MS-ASPNETCORE-ANYTHING", "x-iisnode-CERT_SUBJECT", "Client-Cert", "FORWARDED", "Remote_User"]) assert.equal(isIdentityField(name), true, name);
    for (const name of ["Host", "Authorization", "Cookie", "Content-Type", "X-Forward", "WSMANIDENTIFY", "Via", "", "Client-Certs", "__proto__", "constructor"]) assert.equal(isIdentityField(name), false, name);
  });
});
