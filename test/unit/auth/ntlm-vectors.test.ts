import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { md4 } from "../../../src/protocol/auth/ntlm/md4.js";
import { ntHash, ntlmV2Key } from "../../../src/protocol/auth/ntlm/ntlm-keys.js";
import { NtlmSession } from "../../../src/protocol/auth/ntlm/ntlm-session.js";
import { ntlmFlags } from "../../../src/protocol/auth/ntlm/ntlm-flags.js";
import { Rc4 } from "../../../src/protocol/auth/ntlm/rc4.js";
import { readAuthenticate } from "../../../src/protocol/auth/ntlm/read-authenticate.js";
import { verifyAuthenticate } from "../../../src/protocol/auth/ntlm/verify-authenticate.js";
import { utf16 } from "../../../src/protocol/auth/utf16.js";
import { nodeDigests } from "../../../src/pipeline/node-digests.js";

const hex = (octets: Uint8Array | undefined): string => Buffer.from(octets ?? []).toString("hex");
const unhex = (text: string): Uint8Array => Buffer.from(text.replaceAll(/\s/gu, ""), "hex");

describe("NTLM's published numbers", () => {
  it("MD4 is that of RFC 1320, A.5", () => {
    const digests = {
      "": "31d6cfe0d16ae931b73c59d7e0c089c0", a: "bde52cb31de33e46245e05fbdbd6fb24", abc: "a448017aaf21d8525fc10ae87aa6729d", "message digest": "d9130a8164549fe818874806e1c7014b",
      abcdefghijklmnopqrstuvwxyz: "d79e1c308aa5bbcdeea8ed63df412da9", ["1234567890".repeat(8)]: "e33b4ddc9c38f2199c3e7b164fcc0536",
    };
    for (const [text, digest] of Object.entries(digests)) assert.equal(hex(md4(Buffer.from(text))), digest);
  });

  it("RC4 is that of RFC 6229 for the key 0102030405, and goes on from call to call", () => {
    const cipher = new Rc4(unhex("0102030405"));
    assert.equal(hex(cipher.apply(new Uint8Array(16))), "b2396305f03dc027ccc3524a0a1118a8");
    assert.equal(hex(cipher.apply(new Uint8Array(16))), "6982944f18fc82d589c403a47a0d0919");
  });

  /** MS-NLMP 4.2.1 and 4.2.4: User, Domain, Password; client's challenge aa…, server's 0123456789abcdef, time 0, exchanged key 55…. */
  const challenge = unhex("0123456789abcdef");
  const flags = 0xe28a8233;
  const blob = unhex("01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e0001000c0053006500720076006500720000000000 00000000");

  it("the keys are those of 4.2.2.1.1, 4.2.4.1.1 and 4.2.4.2.2", () => {
    const hash = ntHash("Password");
    assert.equal(hex(hash), "a4f49c406510bdcab6824ee7c30fd852");
    const key = ntlmV2Key(hash, "User", "Domain", nodeDigests);
    assert.equal(hex(key), "0c868a403bfd7a93a3001ef22ef02e3f");
    const proof = nodeDigests.hmacMd5(key, challenge, blob);
    assert.equal(hex(proof), "68cd0ab851e51c96aabc927bebef6a1c");
    const base = nodeDigests.hmacMd5(key, proof);
    assert.equal(hex(base), "8de40ccadbc14a82f15cb0ad0de95ca3");
    assert.equal(hex(new Rc4(base).apply(new Uint8Array(16).fill(0x55))), "c5dad2544fc9799094ce1ce90bc9d03e");
  });

  it("the message of 4.2.4.3 is read, and its proof is right with this password only", () => {
    const domain = utf16.encode("Domain");
    const user = utf16.encode("User");
    const workstation = utf16.encode("COMPUTER");
    const lm = unhex("86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa");
    const nt = Buffer.concat([unhex("68cd0ab851e51c96aabc927bebef6a1c"), blob]);
    const key = unhex("c5dad2544fc9799094ce1ce90bc9d03e");
    const header = Buffer.alloc(72);
    header.write("NTLMSSP\0", "latin1");
    header.writeUInt32LE(3, 8);
    let at = 72;
    for (const [place, part] of [[28, domain], [36, user], [44, workstation], [12, lm], [20, nt], [52, key]] as const) {
      header.writeUInt16LE(part.length, place);
      header.writeUInt16LE(part.length, place + 2);
      header.writeUInt32LE(at, place + 4);
      at += part.length;
    }
    header.writeUInt32LE(flags, 60);
    Buffer.from("0501280a0000000f", "hex").copy(header, 64);
    const authenticate = Buffer.concat([header, domain, user, workstation, lm, nt, key]);
    const read = readAuthenticate(authenticate);
    assert.ok(read.ok, JSON.stringify(read));
    assert.deepEqual([read.value.domain, read.value.user, read.value.integrityCode], ["Domain", "User", undefined]);
    const exchange = { negotiate: new Uint8Array(0), challenge: new Uint8Array(0), authenticate, serverChallenge: challenge, flags };
    const verified = verifyAuthenticate(exchange, read.value, ntHash("Password"), nodeDigests);
    assert.ok(verified.ok);
    assert.deepEqual([hex(verified.value.sessionKey), verified.value.flags], ["55".repeat(16), flags]);
    assert.deepEqual(verifyAuthenticate(exchange, read.value, ntHash("password"), nodeDigests), { ok: false, error: "wrong-password" });
    assert.deepEqual(verifyAuthenticate({ ...exchange, serverChallenge: unhex("0123456789abcdee") }, read.value, ntHash("Password"), nodeDigests), { ok: false, error: "wrong-password" });
  });

  it("what a client seals first is that of 4.2.4.4, and the server opens it", () => {
    const agreement = { sessionKey: new Uint8Array(16).fill(0x55), flags };
    const plain = utf16.encode("Plaintext");
    const { signature, sealed } = new NtlmSession(agreement, nodeDigests, "client").seal(plain);
    assert.deepEqual([hex(sealed), hex(signature)], ["54e50165bf1936dc996020c1811b0f06fb5f", "010000007fb38ec5c55d497600000000"]);
    assert.deepEqual(new NtlmSession(agreement, nodeDigests).open(signature, sealed), plain);
  });

  it("each message has its number: none can be repeated, left out, changed or sent back", () => {
    const agreement = { sessionKey: new Uint8Array(16).fill(7), flags };
    const pair = (): readonly [NtlmSession, NtlmSession] => [new NtlmSession(agreement, nodeDigests, "client"), new NtlmSession(agreement, nodeDigests)];
    const [client, server] = pair();
    const first = client.seal(Buffer.from("first"));
    const second = client.seal(Buffer.from("second"));
    assert.equal(Buffer.from(server.open(first.signature, first.sealed)!).toString(), "first");
    assert.equal(Buffer.from(server.open(second.signature, second.sealed)!).toString(), "second");
    assert.equal(server.open(second.signature, second.sealed), undefined);
    assert.equal(pair()[1].open(second.signature, second.sealed), undefined);
    assert.equal(pair()[1].open(first.signature, Buffer.from(first.sealed).fill(0, 0, 1)), undefined);
    assert.equal(pair()[1].open(first.signature.subarray(1), first.sealed), undefined);
    assert.equal(pair()[0].open(first.signature, first.sealed), undefined);
    const answer = server.seal(Buffer.from("answer"));
    assert.equal(Buffer.from(client.open(answer.signature, answer.sealed)!).toString(), "answer");
  });

  it("behind the integrity codes of SPNEGO the streams begin anew and the numbers go on", () => {
    const agreement = { sessionKey: new Uint8Array(16).fill(9), flags };
    const client = new NtlmSession(agreement, nodeDigests, "client");
    const server = new NtlmSession(agreement, nodeDigests);
    const list = Buffer.from("list");
    assert.ok(server.verify(client.sign(list), list));
    assert.ok(client.verify(server.sign(list), list));
    client.restart();
    server.restart();
    const { signature, sealed } = client.seal(Buffer.from("x"));
    assert.equal(signature[12], 1);
    assert.deepEqual(sealed, new NtlmSession(agreement, nodeDigests, "client").seal(Buffer.from("x")).sealed);
    assert.equal(Buffer.from(server.open(signature, sealed)!).toString(), "x");
  });

  it("bodies are sealed with keys of 128 bits and extended session security only", () => {
    const sessionKey = new Uint8Array(16);
    assert.ok(NtlmSession.canSeal({ sessionKey, flags }));
    for (const missing of [ntlmFlags.key128, ntlmFlags.extendedSessionSecurity]) assert.ok(!NtlmSession.canSeal({ sessionKey, flags: (flags & ~missing) >>> 0 }));
  });
});
