import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attribute, childElement, childElements, childText, definePlugin, element, textOf, type ConfigurationEditing, type XmlElement } from "wsmanor/sdk";
import { PluginTester, startTestHost, type TestHost } from "wsmanor/testing";
import winrmConfig from "./index.js";

const config = "http://schemas.microsoft.com/wbem/wsman/1/config";
const listenerAnswer =
  `<cfg:Listener xmlns:cfg="${config}/listener" xml:lang="en-US"><cfg:Address>IP:127.0.0.1</cfg:Address><cfg:Transport>HTTP</cfg:Transport><cfg:Port>5985</cfg:Port><cfg:Hostname/>` +
  `<cfg:Enabled>true</cfg:Enabled><cfg:URLPrefix>wsman</cfg:URLPrefix><cfg:CertificateThumbprint/><cfg:ListeningOn>127.0.0.1</cfg:ListeningOn></cfg:Listener>`;
const own = (answer: XmlElement, ...path: string[]): string | null | undefined => {
  const parent = path.slice(0, -1).reduce<XmlElement | undefined>((at, name) => at && childElement(at, name), answer);
  return parent && childText(parent, path.at(-1)!);
};

/** Takes every change for done. */
const configurationEditing: ConfigurationEditing = { edit: async () => ({ kind: "applied" }) };

new PluginTester(winrmConfig, { resourceUri: config, configurationEditing, users: { ada: { administrator: true } }, operations: { MaxEnvelopeSizeKB: 200, MaxOperationTimeoutSeconds: 30, MaxEnumerateIdleTimeoutSeconds: 90, MaxShellIdleTimeoutMinutes: 5 } }).run({
  accepts: [
    {
      title: "config: all of it, in the order Windows has, from the running configuration", get: {},
      answers: (answer) => {
        assert.deepEqual([answer.namespace, answer.name, answer.prefix], [config, "Config", "cfg"]);
        const names = (of: XmlElement): readonly string[] => childElements(of).map(({ name }) => name);
        assert.deepEqual(names(answer), ["MaxEnvelopeSizekb", "MaxTimeoutms", "MaxBatchItems", "MaxProviderRequests", "Client", "Service", "Winrs"]);
        assert.deepEqual(names(childElement(answer, "Client")!), ["NetworkDelayms", "URLPrefix", "AllowUnencrypted", "Auth", "DefaultPorts", "TrustedHosts"]);
        assert.deepEqual(names(childElement(answer, "Service")!), [
          "RootSDDL", "MaxConcurrentOperations", "MaxConcurrentOperationsPerUser", "EnumerationTimeoutms", "MaxConnections", "MaxPacketRetrievalTimeSeconds", "AllowUnencrypted", "Auth",
          "DefaultPorts", "IPv4Filter", "IPv6Filter", "EnableCompatibilityHttpListener", "EnableCompatibilityHttpsListener", "CertificateThumbprint", "AllowRemoteAccess",
        ]);
        assert.deepEqual(names(childElement(answer, "Winrs")!), ["AllowRemoteShellAccess", "IdleTimeout", "MaxConcurrentUsers", "MaxShellRunTime", "MaxProcessesPerShell", "MaxMemoryPerShellMB", "MaxShellsPerUser"]);
        assert.deepEqual(names(childElement(childElement(answer, "Client")!, "Auth")!), ["Basic", "Digest", "Kerberos", "Negotiate", "Certificate", "CredSSP"]);
        assert.deepEqual(names(childElement(childElement(answer, "Service")!, "Auth")!), ["Basic", "Kerberos", "Negotiate", "Certificate", "CredSSP", "CbtHardeningLevel"]);
        assert.equal(own(answer, "MaxEnvelopeSizekb"), "200");
        assert.equal(own(answer, "MaxTimeoutms"), "30000");
        assert.equal(own(answer, "MaxBatchItems"), "32000");
        assert.equal(own(answer, "Service", "EnumerationTimeoutms"), "90000");
        assert.equal(own(answer, "Service", "AllowRemoteAccess"), "false");
        assert.equal(own(answer, "Service", "AllowUnencrypted"), "false");
        assert.equal(own(answer, "Winrs", "IdleTimeout"), "300000");
        assert.equal(own(answer, "Winrs", "AllowRemoteShellAccess"), "true");
        assert.equal(own(answer, "Winrs", "MaxShellsPerUser"), "30");
      },
    },
    ...["client", "service", "winrs", "client/auth", "service/auth", "client/defaultports", "service/defaultports"].map((part) => ({
      title: `config/${part}: that part alone`, get: { resourceUri: `${config}/${part}` },
      answers: (answer: XmlElement) => assert.deepEqual([answer.namespace, answer.name.toLowerCase()], [config, part.split("/").at(-1)]),
    })),
    { title: "config/service/auth says what is switched on", get: { resourceUri: `${config}/service/auth/` }, answers: `<Auth xmlns="${config}"><Basic>true</Basic><Kerberos>false</Kerberos><Negotiate>false</Negotiate><Certificate>false</Certificate><CredSSP>false</CredSSP><CbtHardeningLevel>None</CbtHardeningLevel></Auth>` },
    { title: "config/service/defaultports are those listened on", get: { resourceUri: `${config.toUpperCase()}/Service/DefaultPorts` }, answers: `<DefaultPorts xmlns="${config}"><HTTP>5985</HTTP><HTTPS>5986</HTTPS></DefaultPorts>` },
    { title: "config/listener: every socket", enumerate: { resourceUri: `${config}/listener`, mode: "objectAndEpr" }, answers: [{ object: listenerAnswer, epr: { resourceUri: `${config}/listener`, selectors: { Address: "IP:127.0.0.1", Transport: "HTTP" } } }], estimate: 1 },
    { title: "config/listener: one by its selectors, compared without case", get: { resourceUri: `${config}/Listener`, selectors: { address: "ip:127.0.0.1", TRANSPORT: "http" } }, answers: listenerAnswer },
    {
      title: "config/plugin: every plug-in", enumerate: { resourceUri: `${config}/plugin` },
      answers: [
        `<PlugInConfiguration xmlns="${config}/PluginConfiguration" Name="winrm-config" Filename="${filename()}" SDKVersion="1" XmlRenderingType="text" Enabled="true" xml:lang="en-US"><InitializationParameters/>` +
        `<Resources><Resource ResourceUri="${config}" SupportsOptions="true" ExactMatch="false"><Capability Type="Get"/><Capability Type="Put"/><Capability Type="Create"/><Capability Type="Delete"/><Capability Type="Enumerate" SupportsFiltering="true"/></Resource></Resources></PlugInConfiguration>`,
      ],
    },
    { title: "config/plugin: their references", enumerate: { resourceUri: `${config}/plugin`, mode: "epr" }, answers: [{ epr: { resourceUri: `${config}/plugin`, selectors: { Name: "winrm-config" } } }] },
    { title: "config/plugin: one by its name", get: { resourceUri: `${config}/plugin`, selectors: { Name: "WINRM-config" } }, answers: (answer) => assert.equal(attribute(answer, "Name"), "winrm-config") },
    { title: "config/winrs: a new value", put: { resourceUri: `${config}/winrs`, body: `<cfg:Winrs xmlns:cfg="${config}"><cfg:IdleTimeout>60000</cfg:IdleTimeout></cfg:Winrs>` }, answers: (answer) => assert.equal(own(answer, "IdleTimeout"), "60000") },
    {
      title: "config/listener: a new one", create: { resourceUri: `${config}/listener`, selectors: { Address: "*", Transport: "HTTP" }, body: `<Listener xmlns="${config}/listener"><Enabled>true</Enabled></Listener>` },
      answers: { resourceUri: `${config}/listener`, selectors: { Address: "*", Transport: "HTTP" } },
    },
    { title: "config/listener: away with one", delete: { resourceUri: `${config}/listener`, selectors: { Address: "IP:127.0.0.1", Transport: "HTTP" } } },
  ],
  refuses: [
    { title: "the end of the plug-in that serves this", delete: { resourceUri: `${config}/plugin`, selectors: { Name: "winrm-config" } }, with: "access-denied", code: 5, message: /serves winrm\/config itself/u },
    { title: "a change of what is no setting", put: { resourceUri: `${config}/winrs`, body: `<Winrs xmlns="${config}"><MaxProcessesPerShell>7</MaxProcessesPerShell></Winrs>` }, with: "invalid-representation", detail: "invalid-values", code: 0x8033813f },
    { title: "a listener that is there already", create: { resourceUri: `${config}/listener`, selectors: { Address: "IP:127.0.0.1", Transport: "HTTP" }, body: `<Listener xmlns="${config}/listener"/>` }, with: "already-exists" },
    { title: "the deletion of a plug-in that is not there", delete: { resourceUri: `${config}/plugin`, selectors: { Name: "nobody" } }, with: "not-found" },
    { title: "a resource that is not there", get: { resourceUri: `${config}/nowhere` }, with: "not-found", message: /There are config, config\/client/u },
    { title: "a leaf, which is no resource", get: { resourceUri: `${config}/MaxTimeoutms` }, with: "not-found" },
    { title: "a name that every object has", get: { resourceUri: `${config}/constructor` }, with: "not-found" },
    { title: "selectors where there is only one", get: { selectors: { Name: "x" } }, with: "invalid-selectors", detail: "unexpected" },
    { title: "a listener without selectors", get: { resourceUri: `${config}/listener` }, with: "invalid-selectors", detail: "insufficient", message: /Address/u },
    { title: "a listener with half of them", get: { resourceUri: `${config}/listener`, selectors: { Address: "*" } }, with: "invalid-selectors", detail: "insufficient", message: /Transport/u },
    { title: "a listener that is not there", get: { resourceUri: `${config}/listener`, selectors: { Address: "*", Transport: "HTTPS" } }, with: "not-found" },
    { title: "a listener by what listeners do not have", get: { resourceUri: `${config}/listener`, selectors: { Address: "*", Transport: "HTTP", Port: "1" } }, with: "invalid-selectors", detail: "unexpected" },
    { title: "a plug-in that is not there", get: { resourceUri: `${config}/plugin`, selectors: { Name: "nobody" } }, with: "not-found", message: /no plug-in with Name=nobody/u },
    { title: "an enumeration of what is one thing", enumerate: {}, with: "not-supported" },
    { title: "an enumeration of what is not there", enumerate: { resourceUri: `${config}/nowhere` }, with: "not-supported" },
    { title: "an enumeration with selectors", enumerate: { resourceUri: `${config}/listener`, selectors: { Address: "*" } }, with: "invalid-selectors", detail: "unexpected" },
  ],
});

/** What the harness names a plug-in's file. */
function filename(): string {
  return process.platform === "win32" ? "\\wsmanor-testing\\plugin-0.js" : "/wsmanor-testing/plugin-0.js";
}

describe("winrm-config", () => {
  const other = definePlugin({ declaration: { name: "other", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => element("", "Other") } });
  const withOther = (): Promise<TestHost> => startTestHost({
    plugins: [{ plugin: winrmConfig, resources: [{ resourceUri: config }] }, { plugin: other, name: "Another & more", xmlRenderingType: "XmlReader", initializationParameters: { ApiKey: "hush", Password: "hush", Colour: "<red>" } }],
    users: { ada: { administrator: true } },
  });

  it("shows other plug-ins as they are configured, without their secrets", async () => {
    const host = await withOther();
    const answer = await host.get({ resourceUri: `${config}/plugin`, selectors: { Name: "another & more" } });
    assert.deepEqual(["Name", "SDKVersion", "XmlRenderingType", "Enabled"].map((name) => attribute(answer, name)), ["Another & more", "1", "XmlReader", "true"]);
    const parameters = childElements(childElement(answer, "InitializationParameters")!).map((parameter) => [attribute(parameter, "Name"), attribute(parameter, "Value")]);
    assert.deepEqual(parameters, [["ApiKey", "******"], ["Password", "******"], ["Colour", "<red>"]]);
    assert.ok(!JSON.stringify(answer).includes("hush"));
    await host.stop();
  });

  it("enumerates in batches as large as the client asks for", async () => {
    const host = await withOther();
    const { items, batches, totalItemsCountEstimate } = await host.enumerate({ resourceUri: `${config}/plugin`, maxElements: 1 });
    assert.deepEqual(items.map(({ object }) => attribute(object!, "Name")), ["winrm-config", "Another & more"]);
    assert.deepEqual([batches, totalItemsCountEstimate], [[1, 1], 2]);
    await host.stop();
  });

  it("uses the prefixes that clients look for", async () => {
    const host = await withOther();
    const prefixes = (of: XmlElement): readonly (string | undefined)[] => [of.prefix, ...childElements(of).flatMap(prefixes)];
    assert.deepEqual(new Set(prefixes(await host.get())), new Set(["cfg"]));
    const { items } = await host.enumerate({ resourceUri: `${config}/listener` });
    assert.deepEqual(new Set(items.flatMap(({ object }) => prefixes(object!))), new Set(["cfg"]));
    assert.equal(textOf(childElement(items[0]!.object!, "Port")!), "5985");
    await host.stop();
  });
});
