import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ConfigurationSurvey } from "../../../src/configuration/editing/configuration-survey.js";
import { findTarget } from "../../../src/configuration/editing/find-target.js";
import { changesOf, UnmadeChange } from "../../../src/host/changes-of.js";
import type { OpenListener } from "../../../src/host/host-information.js";
import type { ConfigurationChange, PluginDescription } from "../../../src/sdk/configuration-editing.js";
import { schemaDirectory } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const server = `<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost"><section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/></sectionGroup>
    <sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/></sectionGroup>
  </configSections>
  <system.applicationHost><sites><site name="S" id="1">
    <bindings>
      <binding protocol="http" bindingInformation=":5985:"/>
      <binding protocol="https" bindingInformation="[::1]:5986:a.example" certificateFile="a.pem" keyFile="a.key"/>
    </bindings>
    <application path="/"><virtualDirectory path="/" physicalPath="."/></application>
  </site></sites></system.applicationHost>
</configuration>`;
const web = `<configuration><system.webServer><system.management.wsmanagement.config><PluginModules><OperationsPlugins>
  <Plugin Name="one" Filename="one.mjs" SDKVersion="1" Enabled="TRUE">
    <InitializationParameters><Param Name="a" Value="1"/><Param Name="b" Value="2"/></InitializationParameters>
    <Resources><Resource ResourceUri="urn:one" SupportsOptions="true"><Capability Type="Get"/><Capability Type="Put"/></Resource><Resource ResourceUri="urn:two"><Capability Type="Get"/></Resource></Resources>
  </Plugin>
</OperationsPlugins></PluginModules></system.management.wsmanagement.config></system.webServer></configuration>`;

const thumbprint = "AB".repeat(20);
const listeners: readonly OpenListener[] = [{ address: "::1", port: 43_210, secure: true, host: "a.example", certificateThumbprint: thumbprint, listeningOn: ["::1"] }];

function changes(change: ConfigurationChange) {
  const survey = ConfigurationSurvey.open("/c", memoryFiles({ "applicationHost.config": server, "web.config": web }), { schemaDirectory, environment: {} })!;
  const target = findTarget(survey, "S/");
  assert.ok(target.ok);
  return changesOf(change, { sections: survey.at(target.value).sections, site: { name: "S" } as never, listeners });
}

const capability = (type: "Get" | "Put" | "Delete") => ({ type, supportsFragment: false, supportsFiltering: false });
const one: PluginDescription = {
  name: "ONE", filename: "one.mjs", sdkVersion: 1, xmlRenderingType: "text", enabled: true,
  initializationParameters: [["a", "1"], ["b", "2"]],
  resources: [
    { resourceUri: "urn:one", supportsOptions: true, exactMatch: false, capabilities: [capability("Get"), capability("Put")] },
    { resourceUri: "urn:two", supportsOptions: false, exactMatch: false, capabilities: [capability("Get")] },
  ],
};

describe("changes of the configuration resources in the files", () => {
  it("a plug-in that is as it was is no change, however its values are spelt", () => assert.deepEqual(changes({ kind: "change-plugin", plugin: one }), []));

  it("only what differs of a plug-in is changed", () => {
    const made = changes({
      kind: "change-plugin",
      plugin: {
        ...one, enabled: false, initializationParameters: [["a", "3"], ["c", "4"]],
        resources: [{ ...one.resources[0]!, exactMatch: true, capabilities: [capability("Get"), capability("Delete")] }],
      },
    });
    const plain = made.map(({ kind, path, ...rest }) => `${kind} ${path.slice(2).map((step) => ("element" in step ? step.element : step.keys.map(([, value]) => value).join())).join("/")} ${"attribute" in rest ? rest.attribute : ""}`.trim());
    assert.deepEqual(plain, [
      "set ONE Enabled", "remove ONE/InitializationParameters/b", "set ONE/InitializationParameters/a Value", "add ONE/InitializationParameters",
      "remove ONE/Resources/urn:two", "set ONE/Resources/urn:one ExactMatch", "remove ONE/Resources/urn:one/Put", "add ONE/Resources/urn:one",
    ]);
  });

  it("an HTTPS listener names the files of the one that has the certificate", () => {
    const [added] = changes({ kind: "add-listener", listener: { address: "IP:::1", transport: "HTTPS", port: 5987, hostname: "b.example", certificateThumbprint: thumbprint.toLowerCase() } });
    assert.ok(added?.kind === "add");
    assert.deepEqual(added.entry.attributes, [["protocol", "https"], ["bindingInformation", "[::1]:5987:b.example"], ["certificateFile", "a.pem"], ["keyFile", "a.key"]]);
    const unknown = (given: string) => () => changes({ kind: "add-listener", listener: { address: "*", transport: "HTTPS", port: 1, hostname: "", certificateThumbprint: given } });
    for (const given of ["", "CD"]) assert.throws(unknown(given), (error) => error instanceof UnmadeChange && error.diagnostic.rule === "certificate-unknown");
  });

  it("a listener is found by its address, however the binding spells it", () => {
    const [changed] = changes({ kind: "change-listener", listener: { address: "*", transport: "HTTP" }, port: 80, hostname: "h" });
    assert.deepEqual(changed, {
      kind: "set", section: "system.applicationHost/sites", attribute: "bindingInformation", value: "*:80:h",
      path: [{ keys: [["name", "S"]] }, { element: "bindings" }, { keys: [["protocol", "http"], ["bindingInformation", ":5985:"]] }],
    });
    for (const [wish, value] of [[{ port: 80 }, "*:80:"], [{ hostname: "h" }, "*:5985:h"]] as const) {
      const [other] = changes({ kind: "change-listener", listener: { address: "*", transport: "HTTP" }, ...wish });
      assert.equal(other?.kind === "set" && other.value, value, "what is left out stays");
    }
    assert.throws(() => changes({ kind: "remove-listener", listener: { address: "IP:10.0.0.1", transport: "HTTP" } }), UnmadeChange);
    assert.throws(() => changes({ kind: "change-plugin", plugin: { ...one, name: "nobody" } }), UnmadeChange);
  });
});
