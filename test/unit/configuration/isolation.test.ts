import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import { basicIsDeclared, basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const plugin = (name: string): string => `<Plugin Name="${name}" Filename="p.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:${name}"><Capability Type="Get"/></Resource></Resources></Plugin>`;

function read(plugins: string) {
  const text = `<configuration><configSections><sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup>
      <sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/><section name="wsmanor"/>${basicIsDeclared}</sectionGroup></configSections>
    <system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>
      <application path="/"><virtualDirectory path="/" physicalPath="root"/></application></site></sites></system.applicationHost>
    <system.webServer><system.management.wsmanagement.config><PluginModules><AuthorizationPlugin Name="team" Filename="a.mjs" SDKVersion="1"/><OperationsPlugins>${plugin("first")}${plugin("second")}</OperationsPlugins></PluginModules></system.management.wsmanagement.config>
<wsmanor>${plugins}</wsmanor>${basicIsOn}</system.webServer></configuration>`;
  const { attempted, diagnostics } = load("/c/applicationHost.config", memoryFiles({ "applicationHost.config": text, "root/keep": "" }));
  return {
    authorization: attempted!.sites[0]!.applications[0]!.attempted!.authorizationPlugin?.isolation,
    isolation: attempted!.sites[0]!.applications[0]!.attempted!.plugins.map((one) => one.isolation),
    found: diagnostics.filter(({ rule }) => rule !== "schema-default-attribute"),
  };
}

describe("isolation by configuration", () => {
  it("is in process where nothing is said", () => {
    const { isolation, found } = read("");
    assert.deepEqual(found, []);
    assert.deepEqual(isolation[0], { mode: "inProcess", memoryLimit: 512 * 1024 * 1024, cpuLimitPercent: undefined, hangTimeoutMs: 10_000, account: undefined });
  });

  it("is said for all plug-ins, and for one differently", () => {
    const { isolation, found } = read('<plugins isolation="worker" memoryLimitMB="0" hangTimeout="00:00:20"><add name="second" isolation="process" memoryLimitMB="64" cpuLimitPercent="50"/></plugins>');
    assert.deepEqual(found, []);
    assert.deepEqual(isolation, [
      { mode: "worker", memoryLimit: undefined, cpuLimitPercent: undefined, hangTimeoutMs: 20_000, account: undefined },
      { mode: "process", memoryLimit: 64 * 1024 * 1024, cpuLimitPercent: 50, hangTimeoutMs: 20_000, account: undefined },
    ]);
  });

  it("is said for the authorization plug-in as for any other", () => {
    assert.equal(read("").authorization?.mode, "inProcess");
    assert.equal(read('<plugins isolation="worker"/>').authorization?.mode, "worker");
    const { authorization, isolation, found } = read('<plugins><add name="team" isolation="process" memoryLimitMB="64"/></plugins>');
    assert.deepEqual([found, authorization?.mode, authorization?.memoryLimit, isolation[0]?.mode], [[], "process", 64 * 1024 * 1024, "inProcess"]);
  });

  it("tells of Names that no plug-in has, with their place and what was meant", () => {
    const [problem, ...others] = read('<plugins><add name="secnd" isolation="worker"/></plugins>').found;
    assert.deepEqual(others, []);
    assert.equal(problem?.rule, "isolation-unknown-plugin");
    assert.equal(problem?.didYouMean, "second");
    assert.deepEqual([problem?.place?.line, problem?.sourceLine?.indexOf("secnd")], [6, problem.place!.column - 1]);
  });

  it("tells of modes that do not exist and of numbers out of range", () => {
    assert.deepEqual(read('<plugins isolation="thread"><add name="first" memoryLimitMB="-1" cpuLimitPercent="9999"/></plugins>').found.map(({ rule }) => rule), ["invalid-value", "invalid-value", "invalid-value"]);
  });

  it("has an account for child processes only, and only as root", () => {
    assert.deepEqual(read('<plugins><add name="first" isolation="worker" account="nobody"/></plugins>').found.map(({ rule }) => rule), ["isolation-account"]);
    const { found, isolation } = read('<plugins><add name="first" isolation="process" account="nobody"/></plugins>');
    assert.equal(isolation[0]!.account, "nobody");
    assert.deepEqual(found.map(({ rule, message }) => [rule, message]), process.getuid?.() === 0 ? [] : [["isolation-account", 'Only a host that runs as root can start a child process as "nobody".']]);
  });
});
