import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { ModuleFolder, type HostWithModules } from "../support/module-folder.js";
import { askWsman } from "../support/soap-caller.js";
import { until } from "../support/until.js";

const config = { action: "Get", resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config" } as const;

describe("wsmanor/modules notificationTimeout", () => {
  const folder = new ModuleFolder();
  let running: HostWithModules;
  before(async () => {
    folder.list([folder.write("slow", `defineHttpModule({
      declaration: { name: "slow", sdkVersion: 1, notifications: ["beginRequest"] },
      register: () => ({ getHttpModule: () => ({ onBeginRequest: () => new Promise(() => {}) }) }),
    })`)]);
    const text = folder.read("applicationHost.config");
    writeFileSync(join(folder.path, "applicationHost.config"), text.replace("</wsmanor>", '<modules notificationTimeout="00:00:01"/></wsmanor>'));
    running = await folder.start();
  });
  after(async () => {
    await running.host.stop();
    folder.remove();
  });

  it("ends a request whose module takes longer, and says so", async () => {
    const began = performance.now();
    const { status } = await askWsman(running.url("/wsman"), running.authorization, config);
    const took = performance.now() - began;
    assert.equal(status, 500);
    assert.ok(took >= 900 && took < 30_000, `${took} ms`);
    await until(() => running.lines().some((line) => JSON.stringify(line).includes('module \\"slow\\" at beginRequest')));
  });
});
