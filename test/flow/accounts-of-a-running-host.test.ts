import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { post } from "../support/plain-request.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { basic } from "../support/basic.js";
import { startProcess, type StartedProcess } from "../support/started-host.js";

const get = soapEnvelope({ action: actions.get, resourceUri: "urn:wsmanor:registry", selectors: { Key: "" } });

describe("accounts of a running host", () => {
  let state = "";
  let host: StartedProcess;
  let url = "";
  before(async () => {
    state = mkdtempSync(join(tmpdir(), "wsmanor-accounts-"));
    host = startProcess(state);
    [url = ""] = await host.ready();
  });
  after(async () => {
    host.process.kill("SIGTERM");
    await host.ended;
    rmSync(state, { recursive: true });
  });
  const user = async (words: readonly string[], password?: string): Promise<void> => {
    const ran = await runCommand(["user", ...words, ...(password === undefined ? [] : ["--password-file", "-"]), "--state", state], { input: `${password ?? ""}\n` });
    assert.deepEqual([ran.status, ran.stderr], [0, ""], words.join(" "));
  };
  const status = async (name: string, password: string): Promise<number> => (await post(url, get, { authorization: basic(name, password) })).status;

  it("holds for the next request: added, changed, removed", async () => {
    assert.equal(await status("carol", "one"), 401);
    await user(["add", "carol"], "one");
    assert.equal(await status("carol", "one"), 200);
    assert.equal(await status("Carol", "one"), 200);
    await user(["passwd", "carol"], "two");
    assert.equal(await status("carol", "one"), 401);
    assert.equal(await status("carol", "two"), 200);
    await user(["remove", "carol"]);
    assert.equal(await status("carol", "two"), 401);
  });

  it("loses nothing when several commands run at once", async () => {
    const names = [...Array(5).keys()].map((at) => `worker${at}`);
    await Promise.all(names.map((name) => user(["add", name], `of ${name}`)));
    const listed = JSON.parse((await runCommand(["user", "list", "--json", "--state", state])).stdout) as { readonly name: string }[];
    assert.deepEqual(listed.map(({ name }) => name), ["admin", ...names]);
    for (const name of names) assert.equal(await status(`SOMEHOST\\${name}`, `of ${name}`), 200);
  });
});
