import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import type { ApplicationConfiguration } from "../../../src/configuration/host-configuration.js";
import { basicIsDeclared, basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const section = (inner: string): string => `<system.webServer><system.management.wsmanagement.config>${inner}</system.management.wsmanagement.config></system.webServer>`;
const limits = (attributes: string): string => section(`<OperationsConfiguration ${attributes}/>`);
const plugin = (name: string): string =>
  `<PluginModules><OperationsPlugins><Plugin Name="${name}" Filename="${name}.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:${name}"><Capability Type="Get"/></Resource></Resources></Plugin></OperationsPlugins></PluginModules>`;
const web = (inner: string): string => `<configuration>${inner}</configuration>`;

interface Case {
  /** Added to applicationHost.config, behind the sites. */
  readonly server?: string;
  readonly wsmanDefault?: string;
  readonly files?: Readonly<Record<string, string>>;
}

function run({ server = "", wsmanDefault = "", files = {} }: Case) {
  const host = `<configuration>
    <configSections>
      <sectionGroup name="system.applicationHost"><section name="sites" allowDefinition="AppHostOnly"/></sectionGroup>
      <sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config" ${wsmanDefault}/><section name="wsmanor"/><section name="handlers"/>${basicIsDeclared}</sectionGroup>
    </configSections>
    <system.applicationHost><sites>
      <site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>
        <application path="/"><virtualDirectory path="/" physicalPath="root"/></application>
        <application path="/a"><virtualDirectory path="/" physicalPath="a"/></application>
        <application path="/a/b"><virtualDirectory path="/" physicalPath="b"/></application>
      </site>
    </sites></system.applicationHost>
    <system.webServer>${basicIsOn}</system.webServer>
    ${server}</configuration>`;
  const needed = { "root/web.config": web(section(plugin("p"))), "a/keep": "", "b/keep": "" };
  const { configuration, diagnostics } = load("/c/applicationHost.config", memoryFiles({ "applicationHost.config": host, ...needed, ...files }));
  const found = diagnostics.filter(({ rule }) => rule !== "schema-default-attribute");
  const application = (path: string): ApplicationConfiguration => configuration!.sites[0]!.applications.find((each) => each.path === path)!;
  const size = (path: string): number => application(path).wsman!.operations.maxEnvelopeSizeKB;
  return { configuration, rules: found.map(({ rule }) => rule), found, application, size };
}

describe("levels", () => {
  it("lower levels inherit, attribute by attribute, and override", () => {
    const { size, application, rules } = run({
      server: limits('MaxEnvelopeSizeKB="100" MaxOperationTimeoutSeconds="10"'),
      files: { "a/web.config": web(limits('MaxEnvelopeSizeKB="200"')) },
    });
    assert.deepEqual(rules, []);
    assert.deepEqual([size("/"), size("/a"), size("/a/b")], [100, 200, 200]);
    assert.equal(application("/a/b").wsman!.operations.maxOperationTimeoutSeconds, 10);
    assert.equal(application("/a/b").wsman!.operations.maxShellIdleTimeoutMinutes, 15);
    assert.deepEqual(application("/a/b").wsman!.plugins.map(({ name }) => name), ["p"]);
  });

  it("a location applies to its path and below, nearest last, whatever the order in the file", () => {
    const at = (path: string, kilobytes: number): string => `<location path="${path}">${limits(`MaxEnvelopeSizeKB="${kilobytes}"`)}</location>`;
    const { size, rules } = run({ server: at("S/a/b", 400) + at("s/A", 300) + at("", 200) });
    assert.deepEqual(rules, []);
    assert.deepEqual([size("/"), size("/a"), size("/a/b")], [200, 300, 400]);
  });

  it("a web.config below wins over a location of the server for the same path", () => {
    const { size } = run({ server: `<location path="S/a">${limits('MaxEnvelopeSizeKB="300"')}</location>`, files: { "a/web.config": web(limits('MaxEnvelopeSizeKB="500"')) } });
    assert.deepEqual([size("/"), size("/a"), size("/a/b")], [150, 500, 500]);
  });

  it("inheritInChildApplications=false stays with the application", () => {
    const { size } = run({ server: `<location path="S/a" inheritInChildApplications="false">${limits('MaxEnvelopeSizeKB="300"')}</location>` });
    assert.deepEqual([size("/"), size("/a"), size("/a/b")], [150, 300, 150]);
  });

  it("the location of a site's web.config is relative to the site", () => {
    const { size } = run({ files: { "root/web.config": web(section(plugin("p")) + `<location path="a/b">${limits('MaxEnvelopeSizeKB="64"')}</location>`) } });
    assert.deepEqual([size("/"), size("/a"), size("/a/b")], [150, 150, 64]);
  });

  it("a configSource replaces the content", () => {
    const source = '<system.management.wsmanagement.config><OperationsConfiguration MaxEnvelopeSizeKB="77"/></system.management.wsmanagement.config>';
    const files = { "a/web.config": web('<system.webServer><system.management.wsmanagement.config configSource="sub\\wsman.xml"/></system.webServer>'), "a/sub/wsman.xml": source };
    const { size, rules } = run({ files });
    assert.deepEqual(rules, []);
    assert.equal(size("/a"), 77);
  });

  it("a broken application has a problem, the others are served", () => {
    const { configuration, application, rules } = run({ files: { "b/web.config": web(limits('MaxEnvelopeSizeKB="x"')) } });
    assert.notEqual(configuration, undefined);
    assert.equal(application("/a").problem, undefined);
    assert.equal(application("/a/b").wsman, undefined);
    assert.deepEqual(application("/a/b").problem!.map(({ rule }) => rule), ["invalid-value"]);
    assert.deepEqual(rules, ["invalid-value"]);
  });

  it("settings are frozen", () => {
    const { configuration } = run({});
    assert.ok(Object.isFrozen(configuration!.sites[0]!.applications[0]!.wsman!.plugins[0]!.resources));
  });
});

describe("collections", () => {
  const directories = (inner: string): string => `<system.webServer><wsmanor><pluginDirectories>${inner}</pluginDirectories></wsmanor></system.webServer>`;
  const paths = (application: ApplicationConfiguration): readonly string[] => application.wsman!.pluginDirectories.slice(0, -1);

  it("entries of lower levels come after the inherited ones; remove and clear take away; remove of nothing is fine", () => {
    const { application, rules } = run({
      server: directories('<add path="x"/><add path="y"/>'),
      files: { "a/web.config": web(directories('<remove path="X"/><remove path="none"/><add path="z"/>')), "b/web.config": web(directories('<add path="q"/><clear/><add path="only"/>')) },
    });
    assert.deepEqual(rules, []);
    assert.deepEqual(paths(application("/")), ["/c/x", "/c/y"]);
    assert.deepEqual(paths(application("/a")), ["/c/y", "/c/a/z"]);
    assert.deepEqual(paths(application("/a/b")), ["/c/b/only"]);
  });

  it("an inherited key cannot be added again", () => {
    const { rules } = run({ server: directories('<add path="x"/>'), files: { "b/web.config": web(directories('<add path="X"/>')) } });
    assert.deepEqual(rules, ["duplicate-entry"]);
  });

  it("mergeAppend=false puts lower entries first: handlers of a level win", () => {
    const handlers = (module: string, name = module): string => `<system.webServer><handlers><add name="${name}" path="*" verb="*" modules="${module}"/></handlers></system.webServer>`;
    const { application } = run({ server: handlers("wsman") + `<location path="S/a">${handlers("admin")}</location>` });
    assert.deepEqual(["/", "/a", "/a/b"].map((path) => application(path).handler), ["wsman", "admin", "admin"]);
  });
});

describe("locks", () => {
  it("a location of the same file may set what the file locks", () => {
    const { rules, size } = run({ server: limits('MaxEnvelopeSizeKB="100" lockAttributes="*"') + `<location path="S/a">${limits('MaxEnvelopeSizeKB="300"')}</location>` });
    assert.deepEqual(rules, []);
    assert.equal(size("/a"), 300);
  });

  it("an attribute may not be set below, not even to the same value", () => {
    const { rules } = run({ server: limits('MaxEnvelopeSizeKB="100" lockAttributes="*"'), files: { "a/web.config": web(limits('MaxEnvelopeSizeKB="100"')) } });
    assert.deepEqual(rules, ["lock-violation"]);
  });

  it("a section that is closed by default opens for one path", () => {
    const open = `<location path="S/a" overrideMode="Allow">${section("")}</location>`;
    const files = { "root/web.config": web(""), "a/web.config": web(section(plugin("p"))) };
    const { rules, found } = run({ wsmanDefault: 'overrideModeDefault="Deny"', server: section(plugin("q")) + open, files: { ...files, "root/web.config": web(section(plugin("r"))) } });
    assert.deepEqual([...new Set(rules)], ["section-locked"]);
    assert.ok(found.every(({ place }) => place!.file === "/c/root/web.config"));
    assert.equal(found[0]!.code, 0x80070021);
  });

  it("the legacy allowOverride=false closes as well", () => {
    const { rules } = run({ server: `<location path="S/a" allowOverride="false">${section("")}</location>`, files: { "b/web.config": web(limits("")) } });
    assert.deepEqual(rules, ["section-locked"]);
  });

  it("a site may not lock what the server opens below it", () => {
    const server = `<location path="S/a" overrideMode="Allow">${section("")}</location>`;
    const { rules } = run({ server, files: { "root/web.config": web(`<location path="." overrideMode="Deny">${section(plugin("p"))}</location>`) } });
    assert.deepEqual(rules, ["override-mode-conflict"]);
  });

  it("lockItem on an element locks it whole", () => {
    const { rules } = run({ server: limits('MaxEnvelopeSizeKB="100" lockItem="true"'), files: { "a/web.config": web(limits('MaxOperationTimeoutSeconds="5"')) } });
    assert.deepEqual(rules, ["lock-violation"]);
  });
});

describe("defaults elements", () => {
  it("stand in where a site says nothing", () => {
    const host = `<configuration><configSections><sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup><sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/></sectionGroup></configSections>
      <system.applicationHost><sites>
        <siteDefaults><limits connectionTimeout="00:00:30" maxConnections="7"/></siteDefaults>
        <virtualDirectoryDefaults physicalPath="far"/>
        <site name="S" id="1"><bindings><binding protocol="http" bindingInformation="[::1]:80:HOST"/></bindings><limits maxConnections="9"/>
          <applicationDefaults path="/"/><virtualDirectoryDefaults physicalPath="near"/>
          <application path="/"><virtualDirectory path="/"/></application></site>
      </sites></system.applicationHost>${section(plugin("p"))}</configuration>`;
    const { configuration } = load("/c/applicationHost.config", memoryFiles({ "applicationHost.config": host, "near/keep": "" }));
    const site = configuration!.sites[0]!;
    assert.deepEqual(site.limits, { maxConnections: 9, connectionTimeoutMs: 30_000 });
    assert.equal(site.applications[0]!.physicalPath, "/c/near");
    assert.deepEqual([site.bindings[0]!.address, site.bindings[0]!.port, site.bindings[0]!.host], ["::1", 80, "host"]);
  });
});
