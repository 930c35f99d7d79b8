import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { krb5Oid, microsoftKrb5Oid, ntlmOid, spnegoOid } from "../../../src/negotiate/mechanism-oids.js";
import { readFirstToken } from "../../../src/negotiate/read-first-token.js";

const der = (tag: number, ...parts: readonly Uint8Array[]): Uint8Array => {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
};
const number = (value: number): Uint8Array => der(0x02, Buffer.from([value]));
const text = (value: string): Uint8Array => der(0x1b, Buffer.from(value));

/** KRB_AP_REQ of RFC 4120 5.5.1, as far as anybody can read it without a key. */
const request = (names: readonly string[], realm = "EXAMPLE.COM"): Uint8Array => {
  const sealed = der(0x30, der(0xa0, number(18)), der(0xa1, number(3)), der(0xa2, der(0x04, Buffer.alloc(300, 7))));
  const ticket = der(0x61, der(0x30, der(0xa0, number(5)), der(0xa1, text(realm)), der(0xa2, der(0x30, der(0xa0, number(2)), der(0xa1, der(0x30, ...names.map(text))))), der(0xa3, sealed)));
  return der(0x6e, der(0x30, der(0xa0, number(5)), der(0xa1, number(14)), der(0xa2, der(0x03, Buffer.alloc(5))), der(0xa3, ticket)));
};
const kerberos = (names = ["HTTP", "server"], realm?: string): Uint8Array => der(0x60, der(0x06, krb5Oid), Uint8Array.of(1, 0), request(names, realm));
const spnego = (oids: readonly Uint8Array[], token?: Uint8Array): Uint8Array =>
  der(0x60, der(0x06, spnegoOid), der(0xa0, der(0x30, der(0xa0, der(0x30, ...oids.map((oid) => der(0x06, oid)))), ...(token === undefined ? [] : [der(0xa2, der(0x04, token))]))));
const ticket = { server: "HTTP/server@EXAMPLE.COM", keyVersion: 3, encryption: 18 };

describe("read-first-token", () => {
  it("knows bare NTLM by its signature", () => {
    assert.deepEqual(readFirstToken(Buffer.from("NTLMSSP\0\x01\0\0\0")), { mechanism: "NTLM", mechanisms: ["NTLM"] });
    assert.equal(readFirstToken(Buffer.from("NTLMSS")), undefined);
  });

  it("reads whom the ticket of a Kerberos token is for", () => {
    assert.deepEqual(readFirstToken(kerberos()), { mechanism: "Kerberos", mechanisms: ["Kerberos"], ticket });
  });

  it("reads it within SPNEGO, also under the OID that Windows writes", () => {
    assert.deepEqual(readFirstToken(spnego([krb5Oid, ntlmOid], kerberos())), { mechanism: "Kerberos", mechanisms: ["Kerberos", "NTLM"], ticket });
    assert.deepEqual(readFirstToken(spnego([microsoftKrb5Oid, krb5Oid, ntlmOid], kerberos()))?.mechanisms, ["Kerberos", "Kerberos", "NTLM"]);
  });

  it("goes by the first mechanism of the list, whose token it is", () => {
    assert.equal(readFirstToken(spnego([ntlmOid, krb5Oid], Buffer.from("NTLMSSP\0")))?.mechanism, "NTLM");
    assert.deepEqual(readFirstToken(spnego([Uint8Array.of(1, 2), krb5Oid])), { mechanism: "other", mechanisms: ["other", "Kerberos"] });
    assert.equal(readFirstToken(spnego([krb5Oid]))?.ticket, undefined);
  });

  it("knows nothing of other mechanisms, or of an empty list", () => {
    assert.equal(readFirstToken(der(0x60, der(0x06, Uint8Array.of(1, 2, 3)), Uint8Array.of(1, 0))), undefined);
    assert.equal(readFirstToken(spnego([])), undefined);
    assert.equal(readFirstToken(new Uint8Array(0)), undefined);
  });

  it("lets no line end and no control character out of a ticket into a log", () => {
    assert.equal(readFirstToken(kerberos(["HTTP", "a\r\nb\x1b[0m"]))?.ticket?.server, "HTTP/a??b?[0m@EXAMPLE.COM");
    assert.equal(readFirstToken(kerberos(["HTTP", "x".repeat(5000)]))?.ticket?.server.length, 217);
  });

  it("answers something for whatever octets, and never throws", () => {
    const seeds = [kerberos(), spnego([krb5Oid, ntlmOid], kerberos()), spnego([ntlmOid])];
    fc.assert(fc.property(fc.constantFrom(...seeds), fc.nat(), fc.nat(255), fc.nat(), (seed, at, octet, length) => {
      const changed = Buffer.from(seed);
      changed[at % changed.length] = octet;
      const read = readFirstToken(changed.subarray(0, length % 2 === 0 ? undefined : length % changed.length));
      assert.ok(read === undefined || read.mechanisms.length > 0);
    }));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (octets) => assert.doesNotThrow(() => readFirstToken(octets))));
  });
});
