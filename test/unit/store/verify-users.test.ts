import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterEach, beforeEach, describe, it } from "node:test";
import { formatScryptHash, scryptDefaults } from "../../../src/protocol/auth/scrypt-hash.js";
import { formatUsers, type UserRecord } from "../../../src/protocol/auth/users-text.js";
import { FailedAttempts, sourceOf } from "../../../src/store/failed-attempts.js";
import { nodeStoreFiles } from "../../../src/store/store-files.js";
import { UsersFile } from "../../../src/store/users-file.js";
import { UserVerifier, verifierDefaults, type VerifierLimits } from "../../../src/store/verify-users.js";
import { ManualClock } from "../../../src/testing/manual-clock.js";

/** Lets everything run that does not wait for the check, the reading of the file among it. */
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

/** Stands in for scrypt: counts, and can be held up. The password is right when it is in the hash, hex-coded. */
class CountedCheck {
  readonly hashes: string[] = [];
  running = 0;
  most = 0;
  #gate: Promise<void> = Promise.resolve();
  open: () => void = () => undefined;
  hold(): void {
    this.#gate = new Promise((resolve) => (this.open = resolve));
  }
  check = async (password: string, stored: string): Promise<boolean> => {
    this.hashes.push(stored);
    this.most = Math.max(this.most, ++this.running);
    await this.#gate;
    this.running--;
    return stored.endsWith(`$${encoded(password)}`);
  };
}

const encoded = (password: string): string => Buffer.from(password.padEnd(33, ".")).toString("base64");
const account = (name: string, password: string): UserRecord =>
  ({ name, administrator: false, environment: new Map(), hash: formatScryptHash({ ...scryptDefaults, salt: "A".repeat(24), hash: encoded(password) }) });

describe("verifying passwords", () => {
  let folder = "";
  let users: UsersFile;
  let counted: CountedCheck;
  let clock: ManualClock;
  /** Another program writes the file: what it does is seen a millisecond later. */
  const write = (...accounts: UserRecord[]): Promise<void> => {
    writeFileSync(users.path, formatUsers(accounts));
    return wait(2);
  };
  const verifier = (limits: Partial<VerifierLimits> = {}): UserVerifier => new UserVerifier(users, { clock, check: counted.check, limits: { ...verifierDefaults, ...limits } });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-verify-"));
    users = new UsersFile(join(folder, "users"));
    counted = new CountedCheck();
    clock = new ManualClock();
    await write(account("alice", "right"), account("bob", "good"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const outcome = async (verification: ReturnType<UserVerifier["verify"]>): Promise<string> => {
    const value = await verification;
    return value.kind === "rejected" ? value.reason : value.kind;
  };

  it("costs one computation for a wrong password and for an unknown account alike, of the same parameters", async () => {
    const verify = verifier();
    assert.equal(await outcome(verify.verify("alice", "wrong", "10.0.0.1")), "wrong-password");
    assert.equal(await outcome(verify.verify("nobody", "wrong", "10.0.0.1")), "unknown-user");
    assert.equal(await outcome(verify.verify("nobody", "", "10.0.0.1")), "unknown-user");
    assert.equal(counted.hashes.length, 3);
    const shape = (hash: string): string => hash.replace(/[A-Za-z0-9+/]+\$[A-Za-z0-9+/]+$/u, "");
    assert.equal(shape(counted.hashes[0]!), shape(counted.hashes[1]!));
  });

  it("compares an unknown account's password as an account's that is there, always alike for a name, and takes no password for it", async () => {
    const bcrypt = `$2y$10$${"A".repeat(53)}`;
    await write(...Array.from({ length: 8 }, (_, at) => ({ ...account(`user${at}`, "right"), hash: at % 2 === 0 ? bcrypt : account("x", "right").hash })));
    const verify = verifier({ failuresPerMinute: 1000 });
    const kinds = new Map<string, string>();
    for (let at = 0; at < 40; at++) {
      for (const password of ["right", "other"]) assert.equal(await outcome(verify.verify(`nobody${at}`, password, "10.0.0.1")), "unknown-user");
      const [one, other] = counted.hashes.splice(0);
      assert.equal(one!.slice(0, 20), other!.slice(0, 20));
      assert.ok(one !== bcrypt && !one!.endsWith(encoded("right")));
      kinds.set(one!.slice(0, 7), one!);
    }
    assert.deepEqual([...kinds.keys()].sort(), ["$2y$10$", "$scrypt"]);
  });

  it("shares a source's wrong attempts with other ways to log in", async () => {
    const failed = new FailedAttempts(clock, 3, 100);
    const verify = new UserVerifier(users, { clock, check: counted.check, failed });
    for (let at = 0; at < 3; at++) await failed.attempt("10.0.0.1", async () => false, (right) => !right);
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "too-many-attempts");
    assert.equal(await outcome(verify.verify("alice", "wrong", "10.0.0.2")), "wrong-password");
  });

  it("remembers a success for a minute and answers from memory at once, without case in the name", async () => {
    const verify = verifier();
    await verify.verify("alice", "right", "10.0.0.1");
    const again = verify.verify("ALICE", "right", "10.0.0.2");
    assert.ok(!(again instanceof Promise) && again.kind === "accepted" && again.user.name === "alice");
    clock.advance(59_999);
    assert.ok(!(verify.verify("alice", "right", "10.0.0.1") instanceof Promise));
    clock.advance(1);
    await verify.verify("alice", "right", "10.0.0.1");
    assert.equal(counted.hashes.length, 2);
  });

  it("sees a removal, a new password and a new account with the very next request", async () => {
    const verify = verifier();
    await verify.verify("alice", "right", "10.0.0.1");
    await write(account("alice", "changed"), account("carol", "new"));
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "wrong-password");
    assert.equal(await outcome(verify.verify("alice", "changed", "10.0.0.1")), "accepted");
    assert.equal(await outcome(verify.verify("bob", "good", "10.0.0.1")), "unknown-user");
    assert.equal(await outcome(verify.verify("carol", "new", "10.0.0.1")), "accepted");
    await write(account("carol", "new"));
    assert.equal(await outcome(verify.verify("alice", "changed", "10.0.0.1")), "unknown-user");
  });

  it("is not remembered when the account changed while it was computed", async () => {
    const verify = verifier();
    counted.hold();
    const slow = verify.verify("alice", "right", "10.0.0.1");
    await until(() => counted.running === 1);
    await write(account("bob", "good"));
    counted.open();
    assert.equal(await outcome(slow), "accepted");
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "unknown-user");
  });

  it("computes equal attempts once, two at a time, queues 64, and is busy beyond", async () => {
    const verify = verifier({ failuresPerMinute: 1000 });
    counted.hold();
    const attempts = [...Array(67).keys()].map((at) => outcome(verify.verify("alice", `wrong ${at}`, "10.0.0.1")));
    const same = outcome(verify.verify("alice", "wrong 0", "10.0.0.1"));
    assert.equal(await attempts[66], "busy");
    await until(() => counted.running === 2);
    counted.open();
    assert.deepEqual(new Set(await Promise.all(attempts.slice(0, 66))), new Set(["wrong-password"]));
    assert.equal(await same, "wrong-password");
    assert.deepEqual([counted.most, counted.hashes.length], [2, 66]);
  });

  it("tries ten wrong passwords of one source in any minute, whatever the accounts, and costs nothing after that", async () => {
    const verify = verifier();
    for (let at = 0; at < 10; at++) {
      assert.notEqual(await outcome(verify.verify(`user${at}`, "wrong", "10.0.0.1")), "too-many-attempts");
      clock.advance(1000);
    }
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "too-many-attempts");
    assert.equal(counted.hashes.length, 10);
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.2")), "accepted", "another source is not held up");
    clock.advance(50_000 - 1);
    assert.equal(await outcome(verify.verify("bob", "good", "10.0.0.1")), "too-many-attempts");
    clock.advance(1);
    assert.equal(await outcome(verify.verify("bob", "good", "10.0.0.1")), "accepted", "the first failure is a minute old");
    assert.equal(await outcome(verify.verify("x", "wrong", "10.0.0.1")), "unknown-user");
    assert.equal(await outcome(verify.verify("y", "wrong", "10.0.0.1")), "too-many-attempts");
  });

  it("tries no more when they come all at once", async () => {
    const verify = verifier({ concurrent: 8 });
    const outcomes = await Promise.all([...Array(40).keys()].map((at) => outcome(verify.verify("alice", `wrong ${at}`, "10.0.0.1"))));
    assert.equal(counted.hashes.length, 10);
    assert.equal(outcomes.filter((reason) => reason === "too-many-attempts").length, 30);
  });

  it("does not lock out those who were right before and come from the same address", async () => {
    const verify = verifier();
    await verify.verify("alice", "right", "10.0.0.1");
    clock.advance(120_000);
    for (let at = 0; at < 20; at++) await verify.verify("bob", `guess ${at}`, "10.0.0.1");
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "accepted");
    assert.equal(await outcome(verify.verify("alice", "left", "10.0.0.1")), "too-many-attempts");
    await write(account("alice", "changed"), account("bob", "good"));
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "wrong-password", "what was right once is still looked at");
    assert.equal(await outcome(verify.verify("alice", "right", "10.0.0.1")), "too-many-attempts");
  });

  it("counts an IPv4 address as one source however it is written, and a /64 of IPv6", () => {
    assert.equal(sourceOf("::ffff:192.0.2.1"), "192.0.2.1");
    assert.equal(sourceOf("192.0.2.1"), "192.0.2.1");
    assert.equal(sourceOf("2001:db8:0:1:2:3:4:5"), sourceOf("2001:DB8::1:ffff:0:0:1"));
    assert.notEqual(sourceOf("2001:db8:0:1::1"), sourceOf("2001:db8:0:2::1"));
    assert.equal(sourceOf("fe80::1%eth0"), sourceOf("fe80::2"));
    assert.equal(sourceOf("::1"), "0:0:0:0::/64");
  });

  it("without descriptors remembers who was verified while the file stays as it is, admits nobody by what it was before a change, and recovers", async () => {
    let isShort = false;
    let reads = 0;
    const readFile = ((...given: Parameters<typeof nodeStoreFiles.readFile>) => {
      reads++;
      return isShort ? Promise.reject(Object.assign(new Error("EMFILE: too many open files"), { code: "EMFILE" })) : nodeStoreFiles.readFile(...given);
    }) as typeof nodeStoreFiles.readFile;
    const short = new UsersFile(users.path, { files: { ...nodeStoreFiles, readFile } });
    const verifier = new UserVerifier(short, { clock, check: counted.check });
    await write(account("alice", "one"), account("bob", "two"));
    for (const [name, password] of [["alice", "one"], ["bob", "two"]] as const) assert.equal((await verifier.verify(name, password, "::1")).kind, "accepted");
    isShort = true;
    const before = reads;
    await wait(2);
    assert.equal((verifier.verify("alice", "one", "::1") as { readonly kind?: string }).kind, "accepted", "at once");
    assert.deepEqual([reads, counted.hashes.length], [before, 2]);
    await write(account("bob", "two"));
    for (const [name, password] of [["alice", "one"], ["bob", "two"]] as const) await assert.rejects(async () => verifier.verify(name, password, "::1"), /EMFILE/u);
    isShort = false;
    assert.equal((await verifier.verify("alice", "one", "::1")).kind, "rejected");
    assert.equal((await verifier.verify("bob", "two", "::1")).kind, "accepted");
  });
});
