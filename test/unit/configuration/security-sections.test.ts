import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { loadConfiguration, type LoadedConfiguration } from "../../../src/configuration/load-configuration.js";
import { applicationGuards } from "../../../src/host/application-guards.js";
import { schemaDirectory } from "../../support/golden-configuration.js";
import { hostFolderText } from "../../support/host-folder.js";
import { memoryFiles } from "../../support/memory-files.js";
import { projectRoot } from "../../support/project-root.js";

const web = '<configuration><system.webServer><system.management.wsmanagement.config><PluginModules><OperationsPlugins><Plugin Name="p" Filename="p.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:p"><Capability Type="Get"/></Resource></Resources></Plugin></OperationsPlugins></PluginModules></system.management.wsmanagement.config></system.webServer></configuration>';

/** A configuration with these elements in `security` of the application `/wsman`. */
function loaded(security: string): LoadedConfiguration {
  const location = `<location path="Site/wsman"><system.webServer><security>${security}</security></system.webServer></location>`;
  const files = memoryFiles({ "applicationHost.config": hostFolderText({ locations: location }), "wsman/web.config": web, "other/web.config": web });
  return loadConfiguration("/c/applicationHost.config", files, { schemaDirectory, environment: { WSMANOR_PLUGINS: join(projectRoot, "plugins") } });
}

const application = (security: string) => loaded(security).configuration!.sites[0]!.applications.find(({ path }) => path === "/wsman")!;
const guardsOf = (security: string) => applicationGuards(application(security), async () => []);

describe("providers of windowsAuthentication", () => {
  const listed = (...values: readonly string[]) => {
    const { windows } = application(`<authentication><windowsAuthentication enabled="true"><providers>${values.map((value) => `<add value="${value}"/>`).join("")}</providers></windowsAuthentication></authentication>`).authentication;
    return [windows.providers.map(({ name }) => name).join(" "), windows.isKerberosOnly];
  };
  it("are offered once, in their order; Negotiate:Kerberos is Negotiate that takes nothing else, unless plain Negotiate is there too", () => {
    assert.deepEqual(listed("ntlm", "Kerberos", "Negotiate:Kerberos"), ["NTLM Kerberos Negotiate", true]);
    assert.deepEqual(listed("negotiate:kerberos"), ["Negotiate", true]);
    assert.deepEqual(listed("Negotiate:Kerberos", "Negotiate"), ["Negotiate", false]);
    assert.deepEqual(listed("Negotiate", "NTLM"), ["Negotiate NTLM", false]);
  });
});

describe("guards of an application", () => {
  const nothing: Readonly<Record<string, string>> = {
    "where nothing is written": "",
    "where everything is as IIS ships it": '<access sslFlags="None"/><authorization><add accessType="Allow" users="*"/></authorization><ipSecurity allowUnlisted="true"/>',
    "with a rule more that only repeats": '<authorization><add accessType="Allow" users="alice"/><add accessType="Allow" users="*"/></authorization>',
  };
  for (const [title, security] of Object.entries(nothing)) it(`there are none ${title}`, () => assert.equal(guardsOf(security), undefined));

  it("are those that are written", () => {
    const guards = guardsOf('<access sslFlags="Ssl, SslRequireCert"/><authorization><add accessType="Deny" users="?"/><add accessType="Allow" users="Alice" roles="Administrators" verbs="POST"/></authorization><ipSecurity enableProxyMode="true" denyAction="NotFound"><add ipAddress="10.0.0.0" subnetMask="255.0.0.0"/></ipSecurity>')!;
    assert.deepEqual(guards.tls, { ssl: true, ssl128: false, negotiateCertificate: false, requireCertificate: true, uploadReadAheadSize: 49_152 });
    assert.deepEqual([guards.authorization?.deny.map(({ users }) => users), guards.authorization?.allow.map(({ users, roles, verbs }) => [users, roles, verbs])], [[["?"]], [[["alice"], ["administrators"], ["POST"]]]]);
    const { entries, ...rest } = guards.addresses!;
    assert.deepEqual(rest, { allowUnlisted: true, enableProxyMode: true, denyAction: "NotFound", namesOf: undefined });
    assert.deepEqual(entries.map(({ allowed, match }) => [allowed, match]), [[false, { range: { family: 4, value: 0x0a000000n, prefixLength: 8 } }]]);
  });

  it("rules of the parents come first, and an empty list lets nobody in", () => {
    assert.deepEqual(guardsOf("<authorization/>")!.authorization!.allow, []);
  });

  it("an entry that cannot be read closes the application that is left", () => {
    const { sites } = loaded('<ipSecurity><add ipAddress="10.0.0.300"/></ipSecurity>').attempted!;
    const broken = sites[0]!.applications.find(({ path }) => path === "/wsman")!;
    assert.ok(broken.problem);
    assert.deepEqual(applicationGuards(broken, async () => [])!.addresses, { allowUnlisted: false, enableProxyMode: false, denyAction: "Forbidden", namesOf: undefined, entries: [] });
  });
});

describe("passwords in lines that are shown", () => {
  it("are not", () => {
    const { diagnostics } = loaded('<authentication><iisClientCertificateMappingAuthentication enabled="true"><oneToOneMappings><add userName="" password="hunter2" certificate=""/></oneToOneMappings></iisClientCertificateMappingAuthentication></authentication>');
    assert.ok(diagnostics.some(({ sourceLine }) => sourceLine?.includes('password="*******"') === true));
    assert.doesNotMatch(JSON.stringify(diagnostics), /hunter2/u);
  });
});
