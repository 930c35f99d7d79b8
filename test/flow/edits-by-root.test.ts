import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterEach, beforeEach, describe, it } from "node:test";
import { keepDirectoryOwner } from "../../src/store/keep-owner.js";
import { nodeStoreFiles } from "../../src/store/store-files.js";
import { basic } from "../support/basic.js";
import { command, runCommand } from "../support/command.js";
import { post } from "../support/plain-request.js";
import { projectRoot } from "../support/project-root.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { startProcess } from "../support/started-host.js";

/** The account nobody, as the service's. */
const service = { uid: 65_534, gid: 65_534 } as const;

function whyNot(): string | false {
  if (process.geteuid?.() !== 0) return "edits as root, for which it has to be root";
  const tried = spawnSync(process.execPath, ["--check", command], service);
  return tried.status === 0 ? false : `the account of number ${service.uid} cannot run ${command}`;
}

const timeout = (seconds: number): readonly string[] => ["config", "set", "system.webServer/system.management.wsmanagement.config", `/OperationsConfiguration.MaxOperationTimeoutSeconds:${seconds}`];
const get = soapEnvelope({ action: actions.get, resourceUri: "urn:wsmanor:registry", selectors: { Key: "" } });

describe("what root edits in folders of the service's account", { skip: whyNot() }, () => {
  let folder = "";
  let [config, state] = ["", ""];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-root-"));
    [config, state] = [join(folder, "config"), join(folder, "state")];
    for (const name of ["applicationHost.config", "wsman"]) cpSync(join(projectRoot, "config", name), join(config, name), { recursive: true });
    mkdirSync(state, { mode: 0o700 });
    for (const path of everything()) chownSync(path, service.uid, service.gid);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const everything = (): readonly string[] => [folder, ...readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name))];
  const ofOthers = (): readonly string[] => everything().filter((path) => lstatSync(path).uid !== service.uid || lstatSync(path).gid !== service.gid).map((path) => relative(folder, path));
  const mode = (path: string): number => lstatSync(path).mode & 0o7777;
  const run = async (words: readonly string[], account: object = {}): Promise<void> => {
    const ran = await runCommand([...words, ...(words[0] === "user" ? ["--state", state] : ["--config", config])], { ...account, input: "a password\n" });
    assert.deepEqual([ran.status, ran.stderr], [0, ""], words.join(" "));
  };

  it("the configuration: belongs to the account with its modes as before, and is the account's to edit", async () => {
    const file = join(config, "wsman", "web.config");
    chmodSync(file, 0o640);
    await run(timeout(71));
    assert.deepEqual(ofOthers(), []);
    assert.equal(mode(file), 0o640);
    await run(timeout(72), service);
    await run(timeout(73));
    assert.match(readFileSync(file, "utf8"), /MaxOperationTimeoutSeconds="73"/u);
    assert.deepEqual(ofOthers(), []);
  });

  it("a configuration file of root's own stays root's, and its lock is the account's all the same", async () => {
    const file = join(config, "wsman", "web.config");
    chownSync(file, 0, 0);
    await run(timeout(71));
    assert.deepEqual(ofOthers(), [relative(folder, file)]);
  });

  it("the accounts: belong to the account, which edits them and serves with them", async () => {
    await run(["user", "add", "first", "--password-file", "-"]);
    assert.deepEqual(ofOthers(), []);
    assert.equal(mode(join(state, "users")), 0o600);
    await run(["user", "add", "second", "--password-file", "-"], service);
    await run(["user", "passwd", "second", "--password-file", "-"]);
    assert.deepEqual(ofOthers(), []);
    const host = startProcess(state, { ...service, args: ["--config", config, "--port", "0", "--json"] });
    try {
      const [url = ""] = await host.ready();
      assert.equal((await post(url, get, { authorization: basic("second", "a password") })).status, 200);
      await run(["user", "add", "third", "--password-file", "-"]);
      assert.equal((await post(url, get, { authorization: basic("third", "a password") })).status, 200, "while the host runs");
    } finally {
      host.process.kill("SIGTERM");
      assert.equal(await host.ended, 0);
    }
    assert.deepEqual(ofOthers(), []);
  });

  it("gives back what an edit by root has left as root's", async () => {
    await run(["user", "add", "first", "--password-file", "-"]);
    await run(timeout(71));
    for (const path of [join(state, "users"), join(state, "locks"), join(state, "locks", "users"), join(config, ".applicationHost.config.lock")]) chownSync(path, 0, 0);
    await run(["user", "add", "second", "--password-file", "-"]);
    await run(timeout(72));
    assert.deepEqual(ofOthers(), []);
  });

  it("gives nothing away through a link", async () => {
    const [target, link] = [join(folder, "target"), join(folder, "link")];
    mkdirSync(target);
    symlinkSync(target, link);
    await assert.rejects(keepDirectoryOwner(link, folder, nodeStoreFiles), /ENOTDIR|ELOOP/u);
    assert.equal(lstatSync(target).uid, 0);
  });
});
