import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { validateConfiguration } from "../../src/host/validate-host.js";
import { projectRoot } from "../support/project-root.js";
import { startRunningHost } from "../support/running-host.js";
import { askWsman } from "../support/soap-caller.js";
import { until } from "../support/until.js";

const folder = mkdtempSync(join(tmpdir(), "wsmanor-unserved-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** The shipped configuration with more applications, and more locations. */
function configured(name: string, applications: string, locations = ""): string {
  const own = join(folder, name);
  mkdirSync(own);
  const shipped = readFileSync(join(projectRoot, "config", "applicationHost.config"), "utf8");
  writeFileSync(join(own, "applicationHost.config"), shipped.replace("</site>", `${applications}</site>`).replace("</configuration>", `${locations}</configuration>`));
  for (const path of ["wsman", "net", "none"]) cpSync(join(projectRoot, "config", "wsman"), join(own, path), { recursive: true });
  return own;
}

const application = (path: string, attributes = ""): string => `<application path="/${path}" ${attributes}><virtualDirectory path="/" physicalPath="${path}"/></application>`;

describe("applications that are not served", () => {
  it("without http among their protocols, without a handler: 404 to everybody, and no URL of theirs is announced; one without a folder says it cannot be read", async () => {
    const cleared = '<location path="Default Web Site/none"><system.webServer><handlers><clear/></handlers></system.webServer></location>';
    const config = configured("served", `${application("net", 'enabledProtocols="net.tcp"')}${application("none")}<application path="/homeless"/>`, cleared);
    const host = await startRunningHost({ config });
    try {
      const base = `http://127.0.0.1:${host.port}`;
      assert.deepEqual(host.urls.map((url) => new URL(url).pathname).sort(), ["/", "/homeless", "/wsman"]);
      const ask = { action: "Enumerate", resourceUri: "urn:wsmanor:registry" } as const;
      for (const path of ["/net", "/none", "/none/below"]) {
        assert.equal((await askWsman(`${base}${path}`, host.authorization, ask)).status, 404, path);
        assert.equal((await fetch(`${base}${path}`, { method: "POST", headers: { "content-type": "application/soap+xml" }, body: "<a/>" })).status, 404, path);
      }
      const homeless = await askWsman(`${base}/homeless`, host.authorization, ask);
      assert.deepEqual([homeless.status, homeless.code], [500, 2_150_859_155]);
      assert.notEqual((await askWsman(`${base}/wsman`, host.authorization, ask)).code, 2_150_859_155);
      for (const said of [/application \/net does not have http/u, /No handler is left/u, /application \/homeless has no virtual directory/u]) await until(() => said.test(host.log()));
      assert.doesNotMatch(host.log(), /no-plugin-configured/u);
    } finally {
      await host.stop();
    }
  });
});

describe("validating applications without a folder", () => {
  const homeless = ['<application path="/x"/>', '<application path="/x"><virtualDirectory path="/"/></application>', '<application path="/x"><virtualDirectory path="/" physicalPath=""/></application>', '<application path="/x"><virtualDirectory path="/y" physicalPath="wsman"/></application>'];

  for (const [index, text] of homeless.entries()) {
    it(text, async () => {
      const rulesOf = async (name: string, more: string): Promise<string[]> => {
        const { diagnostics } = await validateConfiguration({ configPath: configured(`${name}${index}`, text, more) });
        return diagnostics.filter(({ severity }) => severity === "error").map(({ rule, place, code, remedy }) => `${rule}${place === undefined || remedy === undefined ? " somewhere" : ""} ${code?.toString(16)}`);
      };
      assert.deepEqual(await rulesOf("alone", ""), ["no-physical-path 80070003"]);
      const broken = '<location path="Default Web Site/x"><system.webServer><system.management.wsmanagement.config><OperationsConfiguration MaxEnvelopeSizeKB="many"/></system.management.wsmanagement.config></system.webServer></location>';
      assert.deepEqual((await rulesOf("broken", broken)).map((rule) => rule.split(" ")[0]), ["no-physical-path", "invalid-value"]);
    });
  }

  it("one whose folder has a variable that nobody set", async () => {
    const { diagnostics } = await validateConfiguration({ configPath: configured("variable", '<application path="/x"><virtualDirectory path="/" physicalPath="%WSMANOR_NOWHERE%"/></application>') });
    assert.deepEqual(diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule), ["unknown-environment-variable"]);
  });
});
