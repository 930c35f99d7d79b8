import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { otherPaths, otherSection } from "../../../src/configuration/other-sections.js";
import { basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const group = (name: string, inner: string): string => `<sectionGroup name="${name}">${inner}</sectionGroup>`;
const section = (name: string): string => `<section name="${name}"/>`;
const web = (more: string): string => section("system.management.wsmanagement.config") + section("handlers") + group("security", group("authentication", section("basicAuthentication"))) + more;
const shipped = group("system.applicationHost", section("sites") + section("listener")) + group("system.webServer", web(""));
const plugin = '<Plugin Name="p" Filename="p.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:p"><Capability Type="Get"/></Resource></Resources></Plugin>';

/** `severity rule` of everything that is said. */
function said(declarations: string, content: string): string[] {
  const text = `<configuration><configSections>${declarations}</configSections>
    <system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>
      <application path="/"><virtualDirectory path="/" physicalPath="root"/></application></site></sites></system.applicationHost>
    <system.webServer><system.management.wsmanagement.config><PluginModules><OperationsPlugins>${plugin}</OperationsPlugins></PluginModules></system.management.wsmanagement.config>${basicIsOn}</system.webServer>
    ${content}</configuration>`;
  const { diagnostics } = load("/c/applicationHost.config", memoryFiles({ "applicationHost.config": text, "root/keep": "" }));
  return diagnostics.filter(({ rule }) => rule !== "schema-default-attribute").map(({ severity, rule, didYouMean }) => `${severity} ${rule}${didYouMean === undefined ? "" : ` ${didYouMean}`}`);
}

/** What a path looks like in configSections, and in the file. */
const nested = (path: string, innermost: (name: string) => string, outer: (name: string, inner: string) => string): string =>
  path.split("/").reverse().reduce((inner, name, index) => (index === 0 ? innermost(name) : outer(name, inner)), "");

describe("sections that come from IIS", () => {
  it("are answered alike, declared or not", () => {
    const paths = otherPaths.filter((path) => otherSection(path) !== undefined);
    assert.ok(paths.length > 40);
    for (const path of paths) {
      const use = nested(path, (name) => `<${name} enabled="true"/>`, (name, inner) => `<${name}>${inner}</${name}>`);
      const expected = otherSection(path) === "ignored" ? ["warning section-ignored"] : ["error section-not-supported"];
      assert.deepEqual(said(shipped, use), expected, path);
      assert.deepEqual(said(shipped + nested(path, section, group), use), expected, `${path}, declared`);
    }
  });

  it("are passed over where they are turned off", () => {
    const within = (text: string): string => `<system.webServer><security>${text}</security></system.webServer>`;
    for (const off of ['<dynamicIpSecurity/>', '<requestFiltering/>', '<authentication><digestAuthentication enabled="false"/></authentication>', '<authentication><clientCertificateMappingAuthentication enabled="false" realm="a"/></authentication>']) {
      assert.deepEqual(said(shipped, within(off)), ["warning section-ignored"], off);
    }
    for (const on of ['<dynamicIpSecurity denyAction="AbortRequest"/>', '<requestFiltering><verbs allowUnlisted="false"/></requestFiltering>', '<authentication><digestAuthentication enabled="true"/></authentication>']) {
      assert.deepEqual(said(shipped, within(on)), ["error section-not-supported"], on);
    }
  });

  it("a section of one's own that is declared and has no schema stays an error", () => {
    assert.deepEqual(said(shipped + group("system.webServer", section("own")), "<system.webServer><own/></system.webServer>"), ["error section-without-schema"]);
  });
});

describe("misspelt declarations", () => {
  it("are told once, and what uses the right name is read", () => {
    assert.deepEqual(said(shipped.replace('"system.webServer"', '"system.webserver"'), ""), ["error misspelt-declaration system.webServer"]);
    assert.deepEqual(said(shipped.replace('"system.applicationHost"', '"system.aplicationHost"'), ""), ["error misspelt-declaration system.applicationHost"]);
    assert.deepEqual(said(shipped.replace('"handlers"', '"handlrs"'), '<location path="S"><system.webServer><handlers><add name="w" path="*" verb="*" modules="wsman"/></handlers></system.webServer></location>'), ["error misspelt-declaration handlers"]);
    assert.deepEqual(said(shipped.replace('"authentication"', '"authentcation"'), ""), ["error misspelt-declaration authentication"]);
    assert.deepEqual(said(shipped + group("system.webServer", section("defaultDocumnt")), "<system.webServer><defaultDocument/></system.webServer>"), ["error misspelt-declaration defaultDocument", "warning section-ignored"]);
  });

  it("are not read into names that only resemble one", () => {
    for (const own of [
      group("system.webServer2", section("mine")), group("system.ftpServer", section("log")), group("system.web.extensions", section("scripting")),
      group("system.webServer", section("handlers2")), group("system.webServer", section("logs")), section("handlrs"), group("mine", section("handlrs")),
    ]) assert.deepEqual(said(shipped + own, ""), [], own);
  });
});
