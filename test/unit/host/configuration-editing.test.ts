import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { configurationEditors } from "../../../src/host/configuration-editors.js";
import { loadHostConfiguration } from "../../../src/host/load-host-configuration.js";
import type { Reload } from "../../../src/host/reload-outcome.js";
import type { ConfigurationEditing } from "../../../src/sdk/configuration-editing.js";
import { projectRoot } from "../../support/project-root.js";

const elsewhere = join(tmpdir(), "wsmanor-elsewhere", "own.mjs");

describe("what a plug-in may change of the configuration", () => {
  let folder: string;
  const web = (): string => readFileSync(join(folder, "wsman", "web.config"), "utf8");
  before(() => {
    folder = mkdtempSync(join(tmpdir(), "wsmanor-editing-"));
    cpSync(join(projectRoot, "config", "applicationHost.config"), join(folder, "applicationHost.config"));
    cpSync(join(projectRoot, "config", "wsman"), join(folder, "wsman"), { recursive: true });
    writeFileSync(join(folder, "wsman", "web.config"), web()
      .replace('Filename="%WSMANOR_PLUGINS%/registry"', `Filename="${elsewhere}"`)
      .replace("        </OperationsPlugins>", '          <Plugin Name="Winrm-Config 2" Filename="mine.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:2"><Capability Type="Get"/></Resource></Resources></Plugin>\n        </OperationsPlugins>'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  const editorOf = (name: string, reload?: Reload): ConfigurationEditing | undefined => {
    const { configuration } = loadHostConfiguration(folder);
    const [site] = configuration!.sites;
    const application = site!.applications.find(({ path }) => path === "/wsman")!;
    return configurationEditors({ configuration: configuration!, site: site!, application, wsman: application.wsman!, listeners: () => [], ...(reload === undefined ? { reload: async () => ({ kind: "unchanged" }) } : { reload }) })(name);
  };
  const registry = { name: "registry", filename: elsewhere, sdkVersion: 1, xmlRenderingType: "text", enabled: false, initializationParameters: [], resources: [{ resourceUri: "urn:r", supportsOptions: false, exactMatch: false, capabilities: [{ type: "Get", supportsFragment: false, supportsFiltering: false }] }] } as const;

  it("is given to the module that the operator names, whatever a plug-in is called", () => {
    assert.notEqual(editorOf("winrm-config"), undefined);
    for (const name of ["registry", "Winrm-Config 2", "nobody"]) assert.equal(editorOf(name), undefined);
  });

  it("a file that the operator named may stay where it is; another one may not lead there", async () => {
    const editing = editorOf("winrm-config")!;
    const moved = await editing.edit([{ kind: "change-plugin", plugin: { ...registry, filename: `${elsewhere}2` } }]);
    assert.ok(moved.kind === "refused" && moved.diagnostics[0]!.rule === "plugin-outside-directories", JSON.stringify(moved));
    assert.ok(!web().includes("own.mjs2"));
    assert.deepEqual(await editing.edit([{ kind: "change-plugin", plugin: registry }]), { kind: "applied" });
    assert.match(web(), /own\.mjs" SDKVersion="1" XmlRenderingType="text" Enabled="false"/u);
    assert.deepEqual(await editing.edit([{ kind: "change-plugin", plugin: registry }]), { kind: "unchanged" });
  });

  it("files are put back as they were when the host goes on with the old configuration, whatever the reason", async () => {
    const before = web();
    const change = [{ kind: "set", section: "system.webServer/wsmanor", attribute: "maxBatchItems", value: "77" }] as const;
    const refused = await editorOf("winrm-config", async () => ({ kind: "refused", diagnostics: [{ severity: "error", rule: "plugin-failed", message: "The plug-in x does not start." }] }))!.edit(change);
    assert.match(JSON.stringify(refused), /"refused".*The plug-in x does not start/u);
    assert.equal(web(), before);
    const broken = await editorOf("winrm-config", async () => {
      throw new Error("the swap broke");
    })!.edit(change).catch((error: unknown) => String(error));
    assert.match(JSON.stringify(broken), /the swap broke/u);
    assert.equal(web(), before);
  });

  it("sections and names that are not there are told, with what was probably meant", async () => {
    const refused = await editorOf("winrm-config")!.edit([{ kind: "set", section: "system.webServer/wsmanor", attribute: "maxBatchItem", value: "1" }]);
    assert.ok(refused.kind === "refused" && refused.diagnostics[0]!.didYouMean === "maxBatchItems");
  });
});
