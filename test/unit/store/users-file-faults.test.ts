import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ownIdentity } from "../../../src/store/process-identity.js";
import { UsersFile } from "../../../src/store/users-file.js";
import { FaultyFiles, type FaultKind } from "../../support/faulty-files.js";

/** This process' id, given to it after another one had ended. */
const dead = { ...ownIdentity, started: "1" };

const namesIn = async (file: UsersFile): Promise<string> => (await file.list()).map(({ name }) => name).join(" ");

describe("a change of the users file", () => {
  let root = "";
  let template = "";
  let calls = 0;
  let trace: readonly string[] = [];
  before(async () => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-users-"));
    template = join(root, "template", "users");
    const file = new UsersFile(template);
    await file.add("alice", "one");
    await file.add("bob", "two");
    const dry = new FaultyFiles();
    await new UsersFile(await copy("dry"), { files: dry.files }).remove("bob");
    ({ calls, trace } = dry);
  });
  after(() => rmSync(root, { recursive: true }));

  async function copy(name: string): Promise<string> {
    const { cpSync } = await import("node:fs");
    cpSync(join(root, "template"), join(root, name), { recursive: true });
    return join(root, name, "users");
  }

  it("brings file and directory to the disk before it is acknowledged", () => {
    // Root looks whose the folder is.
    const calls = trace.filter((call) => call !== "stat");
    const write = calls.lastIndexOf("file.writeFile");
    assert.deepEqual(calls.slice(write, write + 5), ["file.writeFile", "file.sync", "file.close", "rename", "file.sync"]);
  });

  for (const kind of ["killed-before", "killed-within"] as const) {
    it(`is old or new, and blocks nobody, when the process is ${kind.replace("-", " ")} any of its calls`, async () => {
      let replaced = false;
      for (let at = 1; at <= calls; at++) {
        const path = await copy(`${kind}-${at}`);
        const faulty = new FaultyFiles(at, kind);
        const change = new UsersFile(path, { files: faulty.files, owner: dead }).remove("bob").then(() => "done" as const);
        const ended = await Promise.race([change, faulty.killed]);
        const next = new UsersFile(path);
        const found = await namesIn(next);
        assert.ok(found === "alice bob" || found === "alice", `${trace[at - 1]} (${at}): ${found}`);
        if (ended === "done") assert.equal(found, "alice", "an acknowledged change is there");
        assert.ok(!replaced || found === "alice", "the new content stays once it was there");
        replaced = found === "alice";
        await next.tidy();
        assert.deepEqual(readdirSync(join(path, "..")).sort(), ["locks", "users"], `${trace[at - 1]} (${at})`);
        assert.deepEqual(readdirSync(join(path, "..", "locks", "users")).filter((name) => !/^\d+$/u.test(name)), []);
        await next.remove("alice");
        assert.equal(await namesIn(new UsersFile(path)), replaced ? "" : "bob");
      }
      assert.ok(replaced);
    });
  }

  for (const kind of ["ENOSPC", "EACCES", "EIO"] satisfies FaultKind[]) {
    it(`says why when the system answers ${kind} to any of its calls, keeps the accounts, and works again without a restart`, async () => {
      for (let at = 1; at <= calls; at++) {
        const path = await copy(`${kind}-${at}`);
        const faulty = new FaultyFiles(at, kind);
        const file = new UsersFile(path, { files: faulty.files });
        const refused = await file.remove("bob").then(() => undefined, (error: Error) => error.message);
        const found = await namesIn(file);
        const isLastSync = refused?.includes("was replaced, but it is not certain") === true;
        assert.equal(found, refused === undefined || isLastSync ? "alice" : found, `${trace[at - 1]} (${at}): ${refused}`);
        if (refused !== undefined) assert.match(refused, new RegExp(kind, "u"));
        assert.notEqual((await file.find("alice"))?.hash, undefined);
        if (found === "alice bob") await file.remove("bob");
        assert.equal(await namesIn(new UsersFile(path)), "alice");
        assert.deepEqual(readdirSync(join(path, "..")).sort(), ["locks", "users"]);
      }
    });
  }
});
