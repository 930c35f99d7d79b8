import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { childText } from "wsmanor/sdk";
import { startTestHost } from "wsmanor/testing";
import { StrangersProject } from "../support/strangers-project.js";

describe("a copy of the registry plug-in in somebody else's project", () => {
  let stranger: StrangersProject;
  before(() => {
    stranger = new StrangersProject();
    stranger.copy("dist/plugins/registry", "my-registry");
  });
  after(() => stranger.remove());

  it("names nothing of ours but the SDK and its harness", () => {
    const folder = join(stranger.path, "my-registry");
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".js"))) {
      for (const [, from] of readFileSync(join(folder, name), "utf8").matchAll(/ from "([^"]+)";/gu)) assert.match(from!, /^(?:\.\/[\w-]+\.js|wsmanor\/sdk|wsmanor\/testing|node:[\w/]+)$/u, name);
    }
  });

  it("passes its own tests", () => {
    const { NODE_TEST_CONTEXT: _, ...env } = process.env;
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--test", "my-registry/registry.test.js"], { cwd: stranger.path, env, encoding: "utf8" });
    assert.equal(status, 0, stdout + stderr);
    assert.ok(Number(/^# pass (\d+)$/mu.exec(stdout)?.[1] ?? /pass (\d+)/u.exec(stdout)?.[1]) > 50, stdout);
  });

  it("is loaded from its folder by the host", async () => {
    const host = await startTestHost({ plugins: [{ plugin: join(stranger.path, "my-registry"), resources: [{ resourceUri: "urn:stranger:tree", capabilities: ["Get", "Create"] }] }] });
    await host.create({ selectors: { Key: "A", Value: "v" }, body: "<Value><Type>String</Type><Data>x</Data></Value>" });
    assert.equal(childText(await host.get({ selectors: { Key: "A", Value: "v" } }), "Data"), "x");
    assert.deepEqual(host.plugins().map(({ name, state }) => [name, state]), [["my-registry", "serving"]]);
    await host.stop();
  });
});
