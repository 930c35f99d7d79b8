import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { explainMissingKey, listPrincipals } from "../../../src/negotiate/gssapi/find-keytab.js";
import { readKeytab, type KeytabEntry } from "../../../src/negotiate/gssapi/read-keytab.js";

const counted = (value: string | Uint8Array): Buffer => {
  const octets = Buffer.from(value);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(octets.length);
  return Buffer.concat([length, octets]);
};
const uint32 = (value: number): Buffer => {
  const octets = Buffer.alloc(4);
  octets.writeInt32BE(value | 0);
  return octets;
};
const record = (components: readonly string[], version: number, encryption: number, wide?: number): Buffer => {
  const body = Buffer.concat([
    Buffer.from([0, components.length]), counted("EXAMPLE.COM"), ...components.map(counted), uint32(1), uint32(1_700_000_000),
    Buffer.from([version & 0xff, 0, encryption]), counted(Buffer.alloc(32, 9)), ...(wide === undefined ? [] : [uint32(wide)]),
  ]);
  return Buffer.concat([uint32(body.length), body]);
};
const keytab = (...records: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([5, 2]), ...records]);
const entriesOf = (octets: Uint8Array): readonly KeytabEntry[] => {
  const read = readKeytab(octets);
  assert.ok(read.ok, read.ok ? "" : read.error);
  return read.value;
};

describe("read-keytab", () => {
  it("reads principals, versions and encryption types, and leaves the keys where they are", () => {
    assert.deepEqual(entriesOf(keytab(record(["HTTP", "server"], 3, 18), record(["alice"], 1, 17))), [
      { principal: "HTTP/server@EXAMPLE.COM", keyVersion: 3, encryption: 18 },
      { principal: "alice@EXAMPLE.COM", keyVersion: 1, encryption: 17 },
    ]);
  });

  it("goes by the wide version where there is one", () => {
    assert.equal(entriesOf(keytab(record(["a"], 300, 18, 300)))[0]!.keyVersion, 300);
    assert.equal(entriesOf(keytab(record(["a"], 44, 18, 0)))[0]!.keyVersion, 44);
  });

  it("steps over holes, and ends at a length of nothing", () => {
    const hole = Buffer.concat([uint32(-20), Buffer.alloc(20, 0xff)]);
    assert.equal(entriesOf(keytab(hole, record(["a"], 1, 18), hole, record(["b"], 1, 18))).length, 2);
    assert.equal(entriesOf(keytab(record(["a"], 1, 18), uint32(0), record(["b"], 1, 18))).length, 1);
  });

  it("says what is wrong with one that cannot be read", () => {
    assert.deepEqual(readKeytab(Buffer.from("secret")), { ok: false, error: "it is not a keytab (version 0x0502)" });
    assert.deepEqual(readKeytab(keytab(record(["a"], 1, 18)).subarray(0, -1)), { ok: false, error: `it is cut off at octet ${keytab(record(["a"], 1, 18)).length - 1}` });
    assert.deepEqual(readKeytab(keytab(Buffer.concat([uint32(3), Buffer.alloc(3, 0xff)]))), { ok: false, error: "the entry at octet 2 cannot be read" });
  });

  it("never throws", () => {
    const whole = keytab(record(["HTTP", "server"], 3, 18), record(["a"], 1, 17, 1));
    fc.assert(fc.property(fc.nat(), fc.nat(255), fc.nat(), (at, octet, length) => {
      const changed = Buffer.from(whole);
      changed[at % changed.length] = octet;
      assert.doesNotThrow(() => readKeytab(changed.subarray(0, length % (changed.length + 1))));
    }));
    fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (octets) => assert.doesNotThrow(() => readKeytab(Buffer.concat([Buffer.from([5, 2]), octets])))));
  });
});

describe("a keytab's word on a ticket", () => {
  const name = "service.keytab";
  const entries = [{ principal: "HTTP/Server@EXAMPLE.COM", keyVersion: 2, encryption: 17 }, { principal: "host/server@EXAMPLE.COM", keyVersion: 2, encryption: 18 }];
  const ticket = { server: "HTTP/server@EXAMPLE.COM", keyVersion: 2, encryption: 17 };

  it("is none where a key fits, or where nobody could look into it", () => {
    assert.equal(explainMissingKey({ name, file: name, entries }, ticket), undefined);
    assert.equal(explainMissingKey({ name, file: name, entries }, { ...ticket, keyVersion: undefined }), undefined);
    assert.equal(explainMissingKey({ name, file: undefined, entries: undefined }, { ...ticket, server: "HTTP/other@EXAMPLE.COM" }), undefined);
  });

  it("is whose keys it has, in which version, or for which encryption", () => {
    assert.equal(explainMissingKey({ name, file: name, entries }, { ...ticket, server: "HTTP/other@EXAMPLE.COM" }), "service.keytab has keys of HTTP/Server@EXAMPLE.COM, host/server@EXAMPLE.COM only");
    assert.equal(explainMissingKey({ name, file: name, entries }, { ...ticket, keyVersion: 3 }), "service.keytab has its key in version 2 only");
    assert.equal(explainMissingKey({ name, file: name, entries }, { ...ticket, encryption: 23 }), "service.keytab has its key for aes128-cts-hmac-sha1-96 only");
  });

  it("names each principal once, and not more than fit into a line", () => {
    assert.equal(listPrincipals([]), "nobody");
    assert.equal(listPrincipals([...entries, ...entries]), "HTTP/Server@EXAMPLE.COM, host/server@EXAMPLE.COM");
    assert.match(listPrincipals(Array.from({ length: 9 }, (_, index) => ({ ...entries[0]!, principal: `p${index}` }))), /p5 and 3 more$/u);
  });
});
