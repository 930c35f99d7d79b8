import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { nodeDigests } from "../../../src/pipeline/node-digests.js";
import { readMessageCodeField, writeMessageCodeField } from "../../../src/protocol/dm/message-code-field.js";
import { notifiedSessionId, readNotification, resyncNonces, writeNotification, type Notification } from "../../../src/protocol/dm/notification.js";
import { accountDigest, basicProof, digestProof, isProof, messageCode, readBasicProof } from "../../../src/protocol/dm/proofs.js";
import { isSessionId, writeSessionId } from "../../../src/protocol/dm/session-id.js";
import { fixtures, withoutFixtures } from "../../support/project-root.js";

const octets = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));

describe("proofs", () => {
  // The worked example of the specification (OMA DM Protocol 1.2.1, 9.4.2).
  const account = accountDigest("Bruce2", "OhBehave", nodeDigests);

  it("the digest of the specification's example, its basic credential, and a message's code", () => {
    assert.equal(account, "PtEdr8lBQ45IbT1bZIkrOQ==");
    assert.equal(digestProof(account, octets("Nonce"), nodeDigests), "Zz6EivR3yeaaENcRN6lpAQ==");
    assert.equal(basicProof("Bruce2", "OhBehave"), "QnJ1Y2UyOk9oQmVoYXZl");
    assert.equal(messageCode(account, octets("Nonce"), octets("<SyncML/>"), nodeDigests), "urdCeS3JUmjFgi8SX3webw==");
  });

  it("are another with another nonce, name, password, body; none at all is a nonce too", () => {
    const all = [digestProof(account, octets("Nonce"), nodeDigests), digestProof(account, octets("nonce"), nodeDigests), digestProof(account, octets(""), nodeDigests), digestProof(accountDigest("bruce2", "OhBehave", nodeDigests), octets("Nonce"), nodeDigests), digestProof(accountDigest("Bruce2", "ohBehave", nodeDigests), octets("Nonce"), nodeDigests)];
    assert.equal(new Set(all).size, all.length);
    assert.notEqual(messageCode(account, octets("Nonce"), octets("<SyncML />"), nodeDigests), messageCode(account, octets("Nonce"), octets("<SyncML/>"), nodeDigests));
  });

  it("compare as octets: white space between the letters of base64 means nothing, what is no base64 is never right", () => {
    assert.ok(isProof("Zz6EivR3yeaa\r\nENcRN6lpAQ==", "Zz6EivR3yeaaENcRN6lpAQ=="));
    for (const wrong of ["", "Zz6EivR3yeaaENcRN6lpAQ", "Zz6EivR3yeaaENcRN6lpAg==", "zz6EivR3yeaaENcRN6lpAQ==", "*"]) assert.equal(isProof(wrong, "Zz6EivR3yeaaENcRN6lpAQ=="), false, wrong);
  });

  it("basic credentials are read with colons in the password, and not without a name", () => {
    assert.deepEqual(readBasicProof(basicProof("Björn", "päss:word")), { name: "Björn", password: "päss:word" });
    for (const data of ["", "*", Buffer.from("nocolon").toString("base64"), Buffer.from(":x").toString("base64"), Buffer.from([0xff, 0x3a, 0x61]).toString("base64")]) assert.equal(readBasicProof(data), undefined, data);
  });
});

describe("the field x-syncml-hmac", () => {
  it("is read in any order, with and without algorithm and quotes", () => {
    const expected = { username: "a,b=c", mac: "urdCeS3JUmjFgi8SX3webw==" };
    for (const text of [`algorithm=MD5, username="a,b=c", mac=${expected.mac}`, `mac="${expected.mac}",username="a,b=c"`, ` MAC = ${expected.mac} , Username = "a,b=c" , ALGORITHM = "md5" `]) assert.deepEqual(readMessageCodeField(text), expected, text);
    assert.deepEqual(readMessageCodeField(writeMessageCodeField(expected)), expected);
  });
  it("is refused in words", () => {
    for (const [text, why] of [["", /no username/u], ["username=a", /no mac/u], ["mac=a", /no username/u], ["mac", /no name=value/u], ["mac=a,mac=b", /twice/u], ["algorithm=SHA, username=a, mac=b", /another algorithm/u], ["x".repeat(2000), /longer than 1024/u], ['username="a', /no name=value/u]] as const) {
      const read = readMessageCodeField(text);
      assert.ok(typeof read === "string", text);
      assert.match(read, why);
    }
    assert.throws(() => writeMessageCodeField({ username: 'a"b', mac: "" }), RangeError);
  });
});

describe("a notification (package 0)", () => {
  const notification: Notification = { version: 11, uiMode: "background", initiator: "user", sessionId: 0x1234, serverId: "com.mgmtsrv.manage", vendor: new Uint8Array(0) };
  const account = accountDigest("com.mgmtsrv.manage", "srvpwd", nodeDigests);
  const nonce = Uint8Array.from({ length: 16 }, (_, index) => index);

  it("has the header of the specification's example, and is read as it was written", () => {
    const written = writeNotification(notification, account, nonce, nodeDigests);
    assert.equal(Buffer.from(written.subarray(16, 24)).toString("hex"), "02d0000000123412");
    for (const uiMode of ["none", "background", "informative", "interaction"] as const) {
      for (const initiator of ["server", "user"] as const) {
        const each = { ...notification, uiMode, initiator, vendor: octets("vendor") };
        const read = readNotification(writeNotification(each, account, nonce, nodeDigests));
        assert.ok(read.ok);
        assert.deepEqual(read.value.notification, each);
        assert.equal(read.value.verify(account, nonce, nodeDigests), "nonce");
      }
    }
    assert.equal(notifiedSessionId(notification), "1234");
    assert.equal(notifiedSessionId({ ...notification, sessionId: 10 }), "A");
  });

  it("is from nobody when an octet is another, or the account, or the nonce; the nonces of ends that have lost each other's count, and say so", () => {
    const written = writeNotification(notification, account, nonce, nodeDigests);
    for (let at = 0; at < written.length; at++) {
      const changed = Uint8Array.from(written);
      changed[at]! ^= 1;
      const read = readNotification(changed);
      if (read.ok) assert.equal(read.value.verify(account, nonce, nodeDigests), undefined, String(at));
    }
    const whole = readNotification(written);
    assert.ok(whole.ok);
    assert.equal(whole.value.verify(accountDigest("com.mgmtsrv.manage", "other", nodeDigests), nonce, nodeDigests), undefined);
    assert.equal(whole.value.verify(account, octets("Nonce"), nodeDigests), undefined);
    for (const resync of resyncNonces) {
      const read = readNotification(writeNotification(notification, account, resync, nodeDigests));
      assert.ok(read.ok);
      assert.equal(read.value.verify(account, nonce, nodeDigests), "resync");
    }
  });

  it("is refused in words when it is cut or says nothing", () => {
    const written = writeNotification(notification, account, nonce, nodeDigests);
    const spoiled = (at: number, value: number): Uint8Array => Object.assign(Uint8Array.from(written), { [at]: value });
    for (const [bad, why] of [
      [new Uint8Array(0), /at least 24 octets, this has 0/u], [written.subarray(0, 23), /at least 24/u], [written.subarray(0, 30), /within the server id/u],
      [spoiled(23, 0), /names no server/u], [spoiled(24, 0xff), /not UTF-8/u],
      [Object.assign(Uint8Array.from(written), { 21: 0, 22: 0 }), /session id is 0/u],
    ] as const) {
      const read = readNotification(bad);
      assert.ok(!read.ok);
      assert.match(read.error, why);
    }
    for (const wrong of [{ serverId: "" }, { serverId: "x".repeat(256) }, { sessionId: 0 }, { sessionId: 0x10000 }, { sessionId: 1.5 }]) assert.throws(() => writeNotification({ ...notification, ...wrong }, account, nonce, nodeDigests), RangeError);
  });
});

describe("a session's id", () => {
  it("is decimal, or two octets in hexadecimal digits, and begins again after 65535", () => {
    assert.deepEqual([1, 13, 65535, 65536].map((number) => writeSessionId(number, false)), ["1", "13", "65535", "1"]);
    assert.deepEqual([1, 13, 65535, 65536].map((number) => writeSessionId(number, true)), ["1", "D", "FFFF", "1"]);
    assert.deepEqual(["1", "D", "12345", "a-b", "", " ", "x".repeat(17), "ä", "a b"].map(isSessionId), [true, true, true, true, false, false, false, false, false]);
  });
});

describe("recorded vectors", { skip: withoutFixtures }, () => {
  interface Vectors {
    readonly md5: readonly { readonly username: string; readonly password: string; readonly nonceB64: string; readonly storedHashB64: string; readonly basicB64: string; readonly md5CredB64: string }[];
    readonly mac: readonly { readonly username: string; readonly password: string; readonly nonceB64: string; readonly bodyUtf8: string; readonly macB64: string }[];
    readonly package0: readonly { readonly name: string; readonly sessionIdOnWire: string; readonly serverId: string; readonly password: string; readonly nonceB64: string; readonly packageHex: string }[];
  }
  const vectors = (): Vectors => JSON.parse(readFileSync(join(fixtures, "omadm", "own-vectors", "auth-vectors.json"), "utf8")) as Vectors;
  const from64 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

  it("digests and basic credentials", () => {
    for (const { username, password, nonceB64, storedHashB64, basicB64, md5CredB64 } of vectors().md5) {
      const account = accountDigest(username, password, nodeDigests);
      assert.deepEqual([account, basicProof(username, password), digestProof(account, from64(nonceB64), nodeDigests)], [storedHashB64, basicB64, md5CredB64], username);
    }
  });
  it("codes of messages", () => {
    for (const { username, password, nonceB64, bodyUtf8, macB64 } of vectors().mac) assert.equal(messageCode(accountDigest(username, password, nodeDigests), from64(nonceB64), octets(bodyUtf8), nodeDigests), macB64);
  });
  it("notifications, octet for octet", () => {
    for (const { name, sessionIdOnWire, serverId, password, nonceB64, packageHex } of vectors().package0) {
      const read = readNotification(new Uint8Array(Buffer.from(packageHex, "hex")));
      assert.ok(read.ok, name);
      const account = accountDigest(serverId, password, nodeDigests);
      assert.ok(read.value.verify(account, from64(nonceB64), nodeDigests) !== undefined, name);
      assert.deepEqual([notifiedSessionId(read.value.notification), read.value.notification.serverId], [sessionIdOnWire, serverId]);
      assert.equal(Buffer.from(writeNotification(read.value.notification, account, from64(nonceB64), nodeDigests)).toString("hex"), packageHex, name);
    }
  });
});
