import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { basicIsDeclared, basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const plugin = '<Plugin Name="p" Filename="p.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:p"><Capability Type="Get"/></Resource></Resources></Plugin>';
const folder = '<virtualDirectory path="/" physicalPath="root"/>';

function read({ application = `<application path="/">${folder}</application>`, sections = basicIsOn, more = "", files = {} }: { application?: string; sections?: string; more?: string; files?: Readonly<Record<string, string>> }) {
  const text = `<configuration><configSections><sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup>
      <sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/><section name="handlers"/><section name="wsmanor" overrideModeDefault="Deny"/>
        <sectionGroup name="security"><sectionGroup name="authentication"><section name="anonymousAuthentication"/></sectionGroup></sectionGroup>${basicIsDeclared}</sectionGroup></configSections>
    <system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>${application}</site></sites></system.applicationHost>
    <system.webServer><system.management.wsmanagement.config><PluginModules><OperationsPlugins>${plugin}</OperationsPlugins></PluginModules></system.management.wsmanagement.config>${sections}</system.webServer>${more}</configuration>`;
  const { attempted, diagnostics } = load("/c/applicationHost.config", memoryFiles({ "applicationHost.config": text, "root/keep": "", ...files }));
  const found = diagnostics.filter(({ rule }) => rule !== "schema-default-attribute");
  return { handler: attempted!.sites[0]!.applications[0]!.handler, rules: found.map(({ severity, rule }) => `${severity} ${rule}`), found };
}

const handlers = (inner: string): string => `<handlers>${inner}</handlers>${basicIsOn}`;

describe("which applications are served", () => {
  it("those with http among their protocols, in any case and company, also by default", () => {
    for (const [protocols, isServed] of [["http", true], ["net.tcp, HTTP", true], ["Http,net.pipe", true], ["net.tcp", false], ["https", false], ["", false], ["httpx,net.tcp", false]] as const) {
      const expected = { handler: isServed ? "wsman" : "none", rules: isServed ? [] : ["warning application-not-served"] };
      const own = read({ application: `<application path="/" enabledProtocols="${protocols}">${folder}</application>` });
      assert.deepEqual({ handler: own.handler, rules: own.rules }, expected, protocols);
      const inherited = read({ application: `<application path="/">${folder}</application><applicationDefaults enabledProtocols="${protocols}"/>` });
      assert.deepEqual({ handler: inherited.handler, rules: inherited.rules }, expected, `${protocols} by default`);
    }
  });

  it("those with a handler; where nobody writes handlers it is the SOAP processor", () => {
    const wsman = '<add name="w" path="*" verb="*" modules="wsman"/>';
    assert.equal(read({}).handler, "wsman");
    assert.equal(read({ sections: handlers(wsman) }).handler, "wsman");
    for (const emptied of [`${wsman}<clear/>`, `${wsman}<remove name="w"/>`, "<clear/>"]) {
      const { handler, rules } = read({ sections: handlers(emptied) });
      assert.deepEqual([handler, rules], ["none", ["warning application-not-served"]], emptied);
    }
    const below = '<location path="S"><system.webServer><handlers><clear/></handlers></system.webServer></location>';
    assert.equal(read({ sections: handlers(wsman), more: below }).handler, "none");
  });

  it("an application needs a folder, unless it shows the state of the host", () => {
    const none = ['<application path="/"/>', '<application path="/"><virtualDirectory path="/"/></application>', '<application path="/"><virtualDirectory path="/" physicalPath=""/></application>'];
    for (const application of none) {
      assert.deepEqual(read({ application }).rules, ["error no-physical-path"], application);
      assert.deepEqual(read({ application, sections: handlers('<add name="a" path="*" verb="*" modules="admin"/>') }).rules, [], application);
    }
    const inherited = '<application path="/"><virtualDirectory path="/"/></application><virtualDirectoryDefaults physicalPath="root"/>';
    assert.deepEqual(read({ application: inherited }).rules, []);
    assert.deepEqual(read({ application: '<application path="/"><virtualDirectory path="/" physicalPath="%NOWHERE%"/></application>' }).rules, ["error unknown-environment-variable"]);
  });
});

describe("settings that are not honoured", () => {
  const anonymous = (enabled: string): string => `<security><authentication><anonymousAuthentication enabled="${enabled}"/><basicAuthentication enabled="true"/></authentication></security>`;

  it("anonymous authentication that is written, for WS-Management", () => {
    assert.deepEqual(read({ sections: anonymous("true") }).rules, ["warning setting-not-honoured"]);
    assert.deepEqual(read({ sections: anonymous("false") }).rules, []);
    assert.deepEqual(read({ sections: `<handlers><add name="a" path="*" verb="*" modules="admin"/></handlers>${anonymous("true")}` }).rules, []);
  });

  it("nobody can sign in without Basic: told where it is turned off, or at the application", () => {
    assert.deepEqual(read({ sections: basicIsOn.replace("true", "false") }).found.map(({ rule, length }) => [rule, length]), [["nobody-can-sign-in", "false".length]]);
    assert.deepEqual(read({ sections: "" }).found.map(({ rule, length }) => [rule, length]), [["nobody-can-sign-in", "application".length]]);
    assert.deepEqual(read({ sections: basicIsOn.replaceAll("basicAuthentication", "basicAuthentcation") }).rules, ["error unknown-section"]);
  });

  it("an empty location that leads nowhere", () => {
    assert.deepEqual(read({ more: '<location path="S/none" overrideMode="Allow"/>' }).rules, ["warning location-without-effect"]);
    assert.deepEqual(read({ more: '<location path="T" overrideMode="Allow"/>' }).rules, ["error unknown-configuration-path"]);
    assert.deepEqual(read({ more: '<location path="S" overrideMode="Allow"/><location path="" overrideMode="Allow"/>' }).rules, []);
  });

  it("a locked section in a location of a web.config where no application is", () => {
    const open = (path: string): Readonly<Record<string, string>> => ({
      "root/web.config": `<configuration><location path="${path}" overrideMode="Allow"><system.webServer><wsmanor allowUnencrypted="true"/></system.webServer></location></configuration>`,
    });
    assert.deepEqual(read({ files: open("sub") }).rules, ["error section-locked"]);
    assert.deepEqual(read({ files: open("") }).rules, ["error section-locked"]);
    const allowed = '<location path="S/sub" overrideMode="Allow"><system.webServer><wsmanor/></system.webServer></location>';
    assert.deepEqual(read({ files: open("sub"), more: allowed }).rules, ["warning location-without-effect"]);
    assert.deepEqual(read({ files: open("sub/deeper"), more: allowed }).rules, ["warning location-without-effect"]);
    assert.deepEqual(read({ files: open("other"), more: allowed }).rules, ["warning location-without-effect", "error section-locked"]);
  });
});
