import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { askWsman } from "../support/soap-caller.js";
import { localAuthorization, startProcess } from "../support/started-host.js";
import { until } from "../support/until.js";

const declaration = (name: string): string => `kind: "operation-plugin", declaration: { name: "${name}", sdkVersion: 1, capabilities: ["Get"] }`;
const operations = `({ get: () => "<ok/>" })`;

/** What a start can do to whoever waits for it, and how `validate` and the log tell of it. */
const starts: readonly (readonly [name: string, module: string, told: RegExp])[] = [
  ["NeverStarts", `export default { ${declaration("NeverStarts")}, startup: () => new Promise(() => {}) };`, /starting has not ended after \d/u],
  ["NeverLoads", `await new Promise(() => {}); export default { ${declaration("NeverLoads")}, startup: () => ${operations} };`, /loading has not ended after \d/u],
  ["ExitsLoading", `process.exit(0); export default { ${declaration("ExitsLoading")}, startup: () => ${operations} };`, /loading .*process\.exit is the host's/u],
  ["ExitsStarting", `export default { ${declaration("ExitsStarting")}, startup: () => process.exit(0) };`, /starting .*process\.exit is the host's/u],
];
const strays: readonly (readonly [name: string, module: string, told: RegExp])[] = [
  ["Rejects", `export default { ${declaration("Rejects")}, startup: () => { void Promise.reject(new Error("for nobody")); return ${operations}; } };`, /a rejection that nobody handled, in the code of plug-in "Rejects".*for nobody/u],
];
const lasting = `setInterval(() => {}, 1000); export default { ${declaration("Lasting")}, startup: () => ${operations} };`;

describe("a plug-in that is hostile when it starts", () => {
  let root: string;
  before(() => {
    root = mkdtempSync(join(tmpdir(), "wsmanor-starts-"));
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  const configuration = (name: string, module: string): string =>
    writeConfiguration(join(root, name), [{
      name: "S", bindings: ["127.0.0.1:1:"],
      applications: {
        "/wsman": [{ name: "Good", resourceUri: "urn:Good", capabilities: ["Get"], module: pluginModule("Good", ["Get"], `get: () => "<ok/>"`) }],
        "/other": [{ name, resourceUri: `urn:${name}`, capabilities: ["Get"], module }],
      },
    }], { start: "00:00:01", shutdown: "00:00:01" });

  for (const [name, module, told] of [...starts, ...strays]) {
    it(`is one problem of validate: ${name}`, async () => {
      const path = configuration(name, module);
      const [text, json] = await Promise.all([runCommand(["validate", path]), runCommand(["validate", path, "--json"])]);
      assert.equal(text.status, 2, text.stdout + text.stderr);
      assert.match(text.stdout, told);
      assert.equal(text.stderr, "");
      assert.equal(json.status, 2);
      assert.ok(JSON.stringify(JSON.parse(json.stdout)).includes(name), json.stdout);
    });
  }

  it("does not hold up SIGTERM when its shutdown never ends", async () => {
    const state = join(root, "state-never-stops");
    const module = `export default { ${declaration("NeverStops")}, startup: () => ({ get: () => "<ok/>", shutdown: () => new Promise(() => {}) }) };`;
    const host = startProcess(state, { args: ["--config", configuration("NeverStops", module), "--port", "0", "--json"] });
    await host.ready();
    host.process.kill("SIGTERM");
    assert.equal(await host.ended, 0, host.stderr());
    assert.match(host.stderr(), /NeverStops[^\n]*its shutdown has not ended/u);
    assert.ok(!existsSync(join(state, "host.json")) && !existsSync(join(state, "local-credentials")));
    assert.equal((await runCommand(["validate", join(root, "NeverStops")])).status, 0);
  });

  it("does not hold up validate with what it leaves open", async () => {
    const ran = await runCommand(["validate", configuration("Lasting", lasting), "--json"]);
    assert.equal(ran.status, 0, ran.stdout);
  });

  for (const [name, module] of starts) {
    it(`costs its own application only: ${name}`, async () => {
      const state = join(root, `state-${name}`);
      const host = startProcess(state, { args: ["--config", configuration(`${name}2`, module.replaceAll(name, `${name}2`)), "--port", "0", "--json"] });
      const [first = "", second = ""] = await host.ready();
      const authorization = localAuthorization(state);
      assert.equal((await askWsman(first, authorization, { action: "Get", resourceUri: "urn:Good" })).status, 200, host.stderr());
      assert.equal((await askWsman(second, authorization, { action: "Get", resourceUri: `urn:${name}2` })).code, 2150859155);
      // The log's first lines wait a moment for what writes them.
      await until(() => new RegExp(`plug-in [^\\n]*${name}2`, "u").test(host.stderr()));
      host.process.kill("SIGTERM");
      assert.equal(await host.ended, 0, host.stderr());
    });
  }
});
