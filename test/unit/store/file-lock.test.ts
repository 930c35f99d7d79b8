import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { acquireFileLock, LockHeld, withFileLock } from "../../../src/store/file-lock.js";
import { formatIdentity, isProcessAlive, ownIdentity, parseIdentity } from "../../../src/store/process-identity.js";

describe("the lock between processes", () => {
  let root = "";
  before(() => (root = mkdtempSync(join(tmpdir(), "wsmanor-lock-"))));
  after(() => rmSync(root, { recursive: true }));

  it("lets one in at a time", async () => {
    const directory = join(root, "one");
    let inside = 0;
    let most = 0;
    await Promise.all([...Array(12).keys()].map(() => withFileLock(directory, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    })));
    assert.equal(most, 1);
    assert.ok(readdirSync(directory).length <= 2, "tickets do not pile up");
  });

  it("is taken from an owner that is dead, was another process of that id, or lived before the machine started anew", async () => {
    const others = [{ ...ownIdentity, started: "1" }, { ...ownIdentity, boot: "0123456789ab" }, { ...ownIdentity, pid: 2 ** 22 + 1 }];
    for (const [index, owner] of others.entries()) {
      const directory = join(root, `dead-${index}`);
      await acquireFileLock(directory, { owner });
      await withFileLock(directory, async () => undefined, { patience: 0 });
    }
  });

  it("is given to one of many that find a dead owner, and the others wait for it", async () => {
    const directory = join(root, "many");
    await acquireFileLock(directory, { owner: { ...ownIdentity, started: "1" } });
    let inside = 0;
    await Promise.all([...Array(12).keys()].map(() => withFileLock(directory, async () => {
      assert.equal(++inside, 1);
      await new Promise((resolve) => setImmediate(resolve));
      inside--;
    })));
  });

  it("names the living owner, and what the power took from a ticket is nobody's", async () => {
    const directory = join(root, "held");
    const release = await acquireFileLock(directory);
    await assert.rejects(acquireFileLock(directory, { patience: 0 }), (error) => error instanceof LockHeld && error.owner === process.pid);
    await release();
    mkdirSync(join(root, "torn"));
    writeFileSync(join(root, "torn", "7"), "12");
    await (await acquireFileLock(join(root, "torn"), { patience: 0 }))();
    assert.equal(readFileSync(join(root, "torn", "8"), "utf8"), "");
  });

  it("knows its own process, a stopped one, and one that has ended but whom nobody has asked about", async () => {
    assert.ok(isProcessAlive(ownIdentity));
    assert.deepEqual(parseIdentity(formatIdentity(ownIdentity)), ownIdentity);
    assert.equal(parseIdentity("1"), undefined);
    const child = spawn("sleep", ["60"], { stdio: "ignore" });
    const started = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ").at(-1)!.split(" ")[19]!;
    const identity = { ...ownIdentity, pid: child.pid!, started };
    assert.ok(isProcessAlive(identity));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.once("exit", resolve));
    assert.ok(!isProcessAlive(identity));
  });
});
