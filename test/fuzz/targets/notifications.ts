import assert from "node:assert/strict";
import { nodeDigests } from "../../../src/pipeline/node-digests.js";
import { readNotification, resyncNonces, writeNotification, type Notification } from "../../../src/protocol/dm/notification.js";
import { accountDigest } from "../../../src/protocol/dm/proofs.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateOctets } from "../mutate-octets.js";

const account = accountDigest("srv", "pw", nodeDigests);
const nonces = [new Uint8Array(0), Uint8Array.of(1, 2, 3), ...resyncNonces];
const modes = ["none", "background", "informative", "interaction"] as const;

export const notifications = pureTarget<Uint8Array>({
  name: "notifications",
  promise: "Octets of a notification (package 0) are what they are written again as, and genuine only as they were written; anything else is refused in words.",
  cases: 10_000,
  least: { read: 0.3, refused: 0.05 },
  make: (random) => {
    const notification: Notification = {
      version: random.below(1024), uiMode: random.pick(modes), initiator: random.pick(["server", "user"]), sessionId: 1 + random.below(0xffff),
      serverId: random.pick(["s", "com.example.mdm", "é", "x".repeat(255)]), vendor: Uint8Array.from({ length: random.below(5) }, () => random.below(256)),
    };
    const written = writeNotification(notification, account, random.pick(nonces), nodeDigests);
    return random.oneIn(4) ? written : random.oneIn(8) ? written.subarray(0, random.below(written.length)) : mutateOctets(written, random);
  },
  check: (octets) => {
    const read = readNotification(octets);
    if (!read.ok) {
      assert.ok(read.error.endsWith("."), read.error);
      return false;
    }
    const { notification, verify } = read.value;
    for (const nonce of nonces) {
      const again = writeNotification(notification, account, nonce, nodeDigests);
      // Reserved bits are read by nobody, and a digest covers them all the same.
      const isSame = Buffer.from(again).equals(octets);
      if (isSame) assert.ok(verify(account, nonce, nodeDigests) !== undefined);
      assert.deepEqual(readNotification(again).ok && Buffer.from(again.subarray(16)).length, octets.length - 16);
    }
    assert.equal(verify(accountDigest("srv", "other", nodeDigests), nonces[1]!, nodeDigests), undefined);
    return true;
  },
});
