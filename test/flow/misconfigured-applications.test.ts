import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { makeHostFolder, type HostFolder } from "../support/host-folder.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { until } from "../support/until.js";

const webServer = (text: string): string => `<configuration><system.webServer>${text}</system.webServer></configuration>`;
const guard = '<ipSecurity allowUnlisted="false"><add ipAddress="192.0.2.1" allowed="true"/></ipSecurity>';
const openGuard = '<location path="Site" overrideMode="Allow"><system.webServer><security><ipSecurity/><authorization/></security></system.webServer></location>';

/** A web.config of the site's root, where the administration application is; each was meant to keep everybody out, or some. */
const broken: ReadonlyMap<string, string> = new Map([
  ["ends too early", `<configuration><system.webServer><security>${guard}`],
  ["has a guard misspelt", webServer(`<security>${guard.replaceAll("ipSecurity", "ipSecurty")}</security>`)],
  ["has a rule misspelt", webServer('<security><authorization><add accessTyp="Deny" users="*"/></authorization></security>')],
  ["has a guard beside another mistake", webServer(`<security>${guard}</security><wsmanor allowUnencripted="true"/>`)],
  ["guards it in a location that may not be there", `<configuration><location path="." overrideMode="Sometimes"><system.webServer><security>${guard}</security></system.webServer></location></configuration>`],
]);

const probe = (host: RunningHost, path: string): Promise<number> => fetch(`http://127.0.0.1:${host.port}${path}`, { headers: { authorization: host.authorization } }).then(({ status }) => status);

async function withHost(text: string | undefined, run: (host: RunningHost, folder: HostFolder) => Promise<void>): Promise<void> {
  const folder = makeHostFolder({ locations: openGuard, ...(text === undefined ? {} : { files: { "web.config": text } }) });
  const host = await startRunningHost({ config: folder.path });
  try {
    await run(host, folder);
  } finally {
    await host.stop();
    folder.remove();
  }
}

describe("an administration application whose web.config", () => {
  for (const [what, text] of broken) {
    it(`${what}: is not served, and the log says 500.19`, async () => {
      await withHost(text, async (host) => {
        for (const path of ["/livez", "/readyz", "/status", "/"]) assert.equal(await probe(host, path), 500, path);
        await until(() => /"path":"\/livez"[^\n]*"result":"misconfigured","status":500,"subStatus":19/u.test(host.log()));
        await until(() => host.log().includes("the application / cannot be served"));
      });
    });
  }

  it("has a guard and no mistake: is guarded", async () => {
    await withHost(webServer(`<security>${guard}</security>`), async (host) => assert.equal(await probe(host, "/livez"), 403));
  });

  it("is broken while it is served: the reload is refused, and the guard stays", async () => {
    await withHost(webServer(`<security>${guard}</security>`), async (host, folder) => {
      writeFileSync(join(folder.path, "web.config"), broken.get("has a guard misspelt")!);
      process.kill(host.pid, "SIGHUP");
      await until(() => host.log().includes("the reload was refused"));
      assert.equal(await probe(host, "/livez"), 403);
    });
  });
});

describe("an administration application below a folder", () => {
  it("whose own web.config is broken: the others serve", async () => {
    const admin = '<location path="Site/manage"><system.webServer><handlers><clear/><add name="admin" path="*" verb="*" modules="admin"/></handlers></system.webServer></location>';
    const folder = makeHostFolder({ locations: admin });
    const file = join(folder.path, "applicationHost.config");
    writeFileSync(file, readFileSync(file, "utf8").replace("</site>", '<application path="/manage"><virtualDirectory path="/" physicalPath="manage"/></application></site>'));
    mkdirSync(join(folder.path, "manage"));
    writeFileSync(join(folder.path, "manage", "web.config"), broken.get("ends too early")!);
    const host = await startRunningHost({ config: folder.path });
    try {
      assert.equal(await probe(host, "/manage/livez"), 500);
      assert.equal(await probe(host, "/livez"), 200);
    } finally {
      await host.stop();
      folder.remove();
    }
  });
});
