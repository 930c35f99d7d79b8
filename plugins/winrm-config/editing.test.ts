import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attribute, childElement, childElements, childText, definePlugin, failure, textOf, type ConfigurationChange, type ConfigurationEditing, type ConfigurationEditResult, type XmlElement } from "wsmanor/sdk";
import { startTestHost, WsmanFault, type TestHost, type TestPlugin } from "wsmanor/testing";
import winrmConfig from "./index.js";

const config = "http://schemas.microsoft.com/wbem/wsman/1/config";
const wsmanagement = "system.webServer/system.management.wsmanagement.config";

/** Another plug-in, which nobody needs to change the configuration. */
const otherPlugin = { ...winrmConfig, declaration: { ...winrmConfig.declaration, name: "other" } };

/** A host whose edits are recorded, and end as they are told. */
async function edited(run: (host: TestHost, edits: ConfigurationChange[][]) => Promise<void>, result: ConfigurationEditResult = { kind: "applied" }, administrator = true, more: readonly TestPlugin[] = []): Promise<void> {
  const edits: ConfigurationChange[][] = [];
  const configurationEditing: ConfigurationEditing = {
    edit: async (changes) => {
      edits.push([...changes]);
      return result;
    },
  };
  const host = await startTestHost({
    configurationEditing,
    plugins: [{ plugin: winrmConfig, resources: [{ resourceUri: config }], initializationParameters: {} }, { plugin: otherPlugin, resources: [{ resourceUri: "urn:other" }] }, ...more],
    operations: { MaxEnvelopeSizeKB: 200 },
    users: { ada: { administrator } },
  });
  try {
    await run(host, edits);
  } finally {
    await host.stop();
  }
}

/** What `winrm set` does: Get, replace the text of leaf elements, Put. */
async function set(host: TestHost, resource: string, values: Readonly<Record<string, string>>, selectors: Record<string, string> = {}): Promise<XmlElement> {
  const resourceUri = `${config}${resource}`;
  const current = await host.get({ resourceUri, selectors });
  const replace = (element: XmlElement): XmlElement => ({
    ...element,
    children: Object.hasOwn(values, element.name) && !element.children.some((child) => typeof child !== "string") ? [values[element.name]!] : element.children.map((child) => (typeof child === "string" ? child : replace(child))),
  });
  return (await host.put({ resourceUri, selectors, body: replace(current) })) as XmlElement;
}

const refused = async (doing: Promise<unknown>, message: RegExp, code?: number): Promise<void> => {
  await assert.rejects(doing, (error) => {
    assert.ok(error instanceof WsmanFault, String(error));
    assert.match(error.message, message);
    if (code !== undefined) assert.equal(error.code, code);
    return true;
  });
};

describe("winrm-config: setting values", () => {
  it("what differs becomes a change of the configuration, in its units; the answer has it", () =>
    edited(async (host, edits) => {
      const winrs = await set(host, "/winrs", { IdleTimeout: "120000" });
      assert.equal(childText(winrs, "IdleTimeout"), "120000");
      const whole = await set(host, "", { MaxEnvelopeSizekb: "500", MaxTimeoutms: "90000", MaxBatchItems: "20", EnumerationTimeoutms: "30000", MaxConnections: "7", MaxPacketRetrievalTimeSeconds: "3725" });
      assert.equal(childText(whole, "MaxTimeoutms"), "90000");
      assert.equal(childText(childElement(whole, "Service")!, "MaxPacketRetrievalTimeSeconds"), "3725");
      const service = await host.put({ resourceUri: `${config}/service`, body: `<cfg:Service xmlns:cfg="${config}"><cfg:AllowUnencrypted>TRUE</cfg:AllowUnencrypted></cfg:Service>` });
      assert.equal(childText(service as XmlElement, "AllowUnencrypted"), "true");
      const operations = (attributeName: string, value: string) => ({ kind: "set", section: wsmanagement, element: "OperationsConfiguration", attribute: attributeName, value });
      const own = (section: string, attributeName: string, value: string) => ({ kind: "set", section, attribute: attributeName, value });
      assert.deepEqual(edits, [
        [operations("MaxShellIdleTimeoutMinutes", "2")],
        [
          operations("MaxEnvelopeSizeKB", "500"), operations("MaxOperationTimeoutSeconds", "90"), own("system.webServer/wsmanor", "maxBatchItems", "20"), operations("MaxEnumerateIdleTimeoutSeconds", "30"),
          own("system.applicationHost/listener", "maxConnections", "7"), own("system.applicationHost/listener", "requestTimeout", "01:02:05"),
        ],
        [own("system.webServer/wsmanor", "allowUnencrypted", "true")],
      ]);
    }));

  it("winrs: limits of shells are those of <shells>, the two of commands parameters of the plug-in that runs them; 0 and Windows' number are no limit", async () => {
    const commandPlugin = definePlugin({
      declaration: { name: "commands", sdkVersion: 1, capabilities: ["Shell"], parameters: ["Shell", "MaxMemoryPerShellMB", "MaxProcessesPerShell"] },
      operations: { openShell: () => failure("not-supported") },
    });
    const shell: TestPlugin = { plugin: commandPlugin, resources: [{ resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd", capabilities: ["Shell"] }], initializationParameters: { Shell: "/bin/sh", MaxMemoryPerShellMB: "64" } };
    await edited(async (host, edits) => {
      assert.equal(childText(await host.get({ resourceUri: `${config}/winrs` }), "MaxMemoryPerShellMB"), "64");
      const winrs = await set(host, "/winrs", { AllowRemoteShellAccess: "false", MaxConcurrentUsers: "7", MaxShellRunTime: "90061000", MaxShellsPerUser: "5", MaxProcessesPerShell: "3", MaxMemoryPerShellMB: "0" });
      const shown = (element: XmlElement): Readonly<Record<string, string>> => Object.fromEntries(childElements(element).map((child) => [child.name, textOf(child)]));
      assert.deepEqual(shown(winrs), { AllowRemoteShellAccess: "false", IdleTimeout: "900000", MaxConcurrentUsers: "7", MaxShellRunTime: "90061000", MaxProcessesPerShell: "3", MaxMemoryPerShellMB: "2147483647", MaxShellsPerUser: "5" });
      const [[...changes]] = edits as [ConfigurationChange[]];
      const commands = changes.pop();
      const of = (name: string, value: string) => ({ kind: "set", section: "system.webServer/wsmanor", element: "shells", attribute: name, value });
      assert.deepEqual(changes, [of("allowRemoteShellAccess", "false"), of("maxUsers", "7"), of("maxRunTime", "1.01:01:01"), of("maxShellsPerUser", "5")]);
      assert.ok(commands?.kind === "change-plugin");
      assert.deepEqual([commands.plugin.name, commands.plugin.initializationParameters], ["commands", [["Shell", "/bin/sh"], ["MaxMemoryPerShellMB", "0"], ["MaxProcessesPerShell", "3"]]]);
      for (const unlimited of ["0", "2147483647"]) {
        edits.length = 0;
        const none = await set(host, "/winrs", { MaxShellsPerUser: unlimited, IdleTimeout: unlimited });
        assert.deepEqual([childText(none, "MaxShellsPerUser"), childText(none, "IdleTimeout")], ["2147483647", "0"]);
        assert.deepEqual(edits.flat().map((change) => (change as { value: string }).value), ["0", "0"]);
      }
      for (const [name, value] of [["MaxShellRunTime", "1500"], ["MaxShellsPerUser", "some"], ["MaxConcurrentUsers", "-1"], ["MaxProcessesPerShell", "1.5"], ["AllowRemoteShellAccess", "maybe"]] as const) await refused(set(host, "/winrs", { [name]: value }), /not a whole number|multiple of 1000|neither true nor false/u);
    }, { kind: "applied" }, true, [shell]);
  });

  it("what is put back as it was is not written", () =>
    edited(async (host, edits) => {
      for (const part of ["", "/client", "/client/auth", "/service", "/service/auth", "/service/defaultports", "/winrs"]) await set(host, part, {});
      await set(host, "/winrs", { AllowRemoteShellAccess: "TRUE", IdleTimeout: "0900000", MaxMemoryPerShellMB: "02147483647" });
      assert.deepEqual(edits, []);
    }));

  it("what has no place in the configuration is refused when it is to be another, and nothing else is written", () =>
    edited(async (host, edits) => {
      const readOnly = 0x8033813f;
      await refused(set(host, "/winrs", { MaxProcessesPerShell: "7", IdleTimeout: "60000" }), /serves windows\/shell\/cmd, and there is none/u, readOnly);
      await refused(set(host, "/client", { TrustedHosts: "*" }), /Client\/TrustedHosts cannot be changed/u, readOnly);
      await refused(set(host, "/service/auth", { Basic: "false" }), /locks himself out/u, readOnly);
      await refused(set(host, "", { HTTP: "80" }), /Client\/DefaultPorts\/HTTP|what the listeners have/u, readOnly);
      assert.deepEqual(edits, []);
    }));

  it("values that cannot be are refused before anything is written", () =>
    edited(async (host, edits) => {
      await refused(set(host, "/winrs", { IdleTimeout: "90001" }), /multiple of 60000/u);
      await refused(set(host, "", { MaxTimeoutms: "soon" }), /not a whole number/u);
      await refused(set(host, "/service", { AllowUnencrypted: "maybe" }), /neither true nor false/u);
      await refused(host.put({ resourceUri: `${config}/winrs`, body: `<Service xmlns="${config}"/>` }), /not <Service/u);
      await refused(host.put({ resourceUri: `${config}/winrs`, body: '<Winrs xmlns="urn:other"/>' }), /xmlns="urn:other"/u);
      await refused(host.put({ resourceUri: `${config}/winrs`, body: `<Winrs xmlns="${config}"><IdleTimout>1</IdleTimout></Winrs>` }), /<IdleTimout> is nothing/u);
      await refused(host.put({ resourceUri: `${config}/nowhere`, body: `<Winrs xmlns="${config}"/>` }), /no configuration resource/u);
      assert.deepEqual(edits, []);
    }));
});

describe("winrm-config: who may, and what comes back", () => {
  it("administrators only, and only where the operator allows it", async () => {
    await edited(async (host, edits) => {
      await refused(set(host, "/winrs", { IdleTimeout: "60000" }), /Only administrators/u, 5);
      await refused(host.create({ resourceUri: `${config}/listener`, selectors: { Address: "*", Transport: "HTTP" }, body: `<Listener xmlns="${config}/listener"/>` }), /Only administrators/u);
      await refused(host.delete({ resourceUri: `${config}/plugin`, selectors: { Name: "winrm-config" } }), /Only administrators/u);
      assert.deepEqual(edits, []);
    }, { kind: "applied" }, false);
    const host = await startTestHost({ plugins: [{ plugin: winrmConfig, resources: [{ resourceUri: config }] }], users: { ada: { administrator: true } } });
    await refused(set(host, "/winrs", { IdleTimeout: "60000" }), /<configurationEditing>/u);
    await host.stop();
  });

  it("the host's reasons are told", async () => {
    const problem = (rule: string) => ({ severity: "error", rule, message: "It is wrong.", allowed: "Allowed: right." }) as const;
    const doing = (host: TestHost) => set(host, "/winrs", { IdleTimeout: "60000" });
    await edited((host) => refused(doing(host), /It is wrong\. Allowed: right\./u), { kind: "refused", diagnostics: [problem("invalid-value")] });
    await edited((host) => refused(doing(host), /try again/u), { kind: "conflict", message: "Somebody edits; try again." });
    await edited((host) => refused(doing(host), /while it runs/u), { kind: "not-supported", message: "Not while it runs." });
    await edited((host) => refused(doing(host), /It is wrong/u), { kind: "refused", diagnostics: [problem("duplicate-entry")] });
  });
});

describe("winrm-config: listeners", () => {
  const listener = `${config}/listener`;
  const body = (inner: string): string => `<cfg:Listener xmlns:cfg="${listener}">${inner}</cfg:Listener>`;
  const e = (name: string, text: string): string => `<cfg:${name}>${text}</cfg:${name}>`;

  it("created as winrm does, changed, deleted", () =>
    edited(async (host, edits) => {
      const created = await host.create({ resourceUri: listener, selectors: { Address: "*", Transport: "HTTP" }, body: body(e("Enabled", "true") + e("Port", "8080")) });
      assert.deepEqual(created.selectors, { Address: "*", Transport: "HTTP" });
      await host.create({ resourceUri: listener, selectors: { Address: "IP:::1", Transport: "https" }, body: body(e("Hostname", "h") + e("CertificateThumbprint", "AB")) });
      const changed = await set(host, "/listener", { Port: "8081" }, { Address: "IP:127.0.0.1", Transport: "HTTP" });
      assert.equal(childText(changed, "Port"), "8081");
      await set(host, "/listener", {}, { Address: "IP:127.0.0.1", Transport: "HTTP" });
      await set(host, "/listener", { Hostname: "localhost" }, { Address: "IP:127.0.0.1", Transport: "HTTP" });
      await host.delete({ resourceUri: listener, selectors: { Address: "IP:127.0.0.1", Transport: "HTTP" } });
      const own = { address: "IP:127.0.0.1", transport: "HTTP" };
      assert.deepEqual(edits, [
        [{ kind: "add-listener", listener: { address: "*", transport: "HTTP", port: 8080, hostname: "", certificateThumbprint: "" } }],
        [{ kind: "add-listener", listener: { address: "IP:::1", transport: "HTTPS", port: 5986, hostname: "h", certificateThumbprint: "AB" } }],
        [{ kind: "change-listener", listener: own, port: 8081 }],
        [{ kind: "change-listener", listener: own, hostname: "localhost" }],
        [{ kind: "remove-listener", listener: own }],
      ]);
    }));

  it("refused: what is there, what is not, what a binding cannot be", () =>
    edited(async (host, edits) => {
      const create = (selectors: Record<string, string>, inner = "") => host.create({ resourceUri: listener, selectors, body: body(inner) });
      const everywhere = { Address: "*", Transport: "HTTP" };
      await refused(create({ Address: "IP:127.0.0.1", Transport: "HTTP" }), /already/u);
      await refused(create({ Address: "MAC:00-11", Transport: "HTTP" }), /names no binding/u);
      await refused(create({ Address: "*" }), /Transport/u);
      await refused(create(everywhere, e("Enabled", "false")), /Enabled of a listener cannot be false/u);
      await refused(create(everywhere, e("URLPrefix", "other")), /URLPrefix/u);
      await refused(create(everywhere, e("Port", "70000")), /1 to 65535/u);
      await refused(create(everywhere, e("CertificateThumbprint", "AB")), /HTTP listener has no/u);
      await refused(create(everywhere, e("Colour", "red")), /<Colour> is nothing/u);
      await refused(host.delete({ resourceUri: listener, selectors: everywhere }), /no listener/u);
      await refused(host.create({ resourceUri: `${config}/winrs`, body: `<Winrs xmlns="${config}"/>` }), /cannot be created/u);
      await refused(host.delete({ resourceUri: config }), /cannot be deleted/u);
      assert.deepEqual(edits, []);
    }));
});

describe("winrm-config: plug-ins", () => {
  const plugin = `${config}/plugin`;
  const text = (attributes: string, inner = '<Resources><Resource ResourceUri="urn:new" SupportsOptions="true"><Capability Type="Get"/><Capability Type="Enumerate" SupportsFiltering="true"/></Resource></Resources>'): string =>
    `<PlugInConfiguration xmlns="${config}/PluginConfiguration" ${attributes} xml:lang="en-US">${inner}</PlugInConfiguration>`;

  it("created, changed and deleted by their representation", () =>
    edited(async (host, edits) => {
      const created = await host.create({ resourceUri: plugin, selectors: { Name: "new" }, body: text('Name="new" Filename="%WSMANOR_PLUGINS%/new" SDKVersion="1" XmlRenderingType="text"', `<InitializationParameters><Param Name="Password" Value="p"/></InitializationParameters><Resources><Resource ResourceUri="urn:new"><Capability Type="Get"/></Resource></Resources>`) });
      assert.deepEqual(created.selectors, { Name: "new" });
      const current = await host.get({ resourceUri: plugin, selectors: { Name: "other" } });
      const disabled = { ...current, attributes: current.attributes.map((each) => (each.name === "Enabled" ? { ...each, value: "false" } : each)) };
      const changed = (await host.put({ resourceUri: plugin, selectors: { Name: "other" }, body: disabled })) as XmlElement;
      assert.equal(attribute(changed, "Enabled"), "false");
      await host.delete({ resourceUri: plugin, selectors: { Name: "OTHER" } });
      assert.deepEqual(edits[0], [{
        kind: "add-plugin",
        plugin: {
          name: "new", filename: "%WSMANOR_PLUGINS%/new", sdkVersion: 1, xmlRenderingType: "text", enabled: true, initializationParameters: [["Password", "p"]],
          resources: [{ resourceUri: "urn:new", supportsOptions: false, exactMatch: false, capabilities: [{ type: "Get", supportsFragment: false, supportsFiltering: false }] }],
        },
      }]);
      const [change] = edits[1]!;
      assert.ok(change?.kind === "change-plugin" && !change.plugin.enabled && change.plugin.resources[0]!.capabilities.length === 5);
      assert.deepEqual(edits[2], [{ kind: "remove-plugin", name: "other" }]);
    }));

  it("refused: what would lock the administrator out of this very resource, whichever way", () =>
    edited(async (host, edits) => {
      const selectors = { Name: "winrm-config" };
      const mine = await host.get({ resourceUri: plugin, selectors });
      const filename = attribute(mine, "Filename")!;
      const served = (uri: string, capability: string, exact = "false"): string => `<Resources><Resource ResourceUri="${uri}" ExactMatch="${exact}"><Capability Type="Get"/><Capability Type="${capability}"/></Resource></Resources>`;
      const put = (attributes: string, resources = served(config, "Put")) => host.put({ resourceUri: plugin, selectors, body: text(`Filename="${filename}" ${attributes}`, resources) });
      const remedy = /serves winrm\/config itself.*on the machine, in the configuration file/u;
      await refused(host.delete({ resourceUri: plugin, selectors: { Name: "WinRM-Config" } }), remedy, 5);
      await refused(put('Enabled="false"'), remedy, 5);
      await refused(put("", served(config, "Delete")), remedy);
      await refused(put("", served("urn:elsewhere", "Put")), remedy);
      await refused(put("", served(config, "Put", "true")), remedy);
      await refused(host.put({ resourceUri: plugin, selectors, body: text('Filename="other.js"', served(config, "Put")) }), remedy);
      assert.deepEqual(edits, []);
      await put("", served(`${config}/plugin`.toUpperCase(), "Put", "true"));
      assert.equal(edits.length, 1);
    }));

  it("refused: what is there, what is missing, what this configuration has no place for", () =>
    edited(async (host, edits) => {
      const create = (body: string, name = "new") => host.create({ resourceUri: plugin, selectors: { Name: name }, body });
      await refused(create(text('Filename="x"'), "winrm-config"), /already/u);
      await refused(create(text('Name="other" Filename="x"')), /cannot be called other/u);
      await refused(create(text("")), /Filename of the plug-in is missing/u);
      await refused(create(text('Filename="x"', "")), /Resources of the plug-in are missing/u);
      await refused(create(text('Filename="x" RunAsUser="u"')), /RunAsUser of <PlugInConfiguration> has no place/u);
      await refused(create(text('Filename="x"', '<Resources><Resource ResourceUri="urn:x"><Security Uri="" Sddl="x"/></Resource></Resources>')), /<Security> in <Resource> has no place/u);
      await refused(create(text('Filename="x"', '<InitializationParameters><Param Name="Token" Value="******"/></InitializationParameters><Resources/>')), /Token is masked/u);
      await refused(create(text('Filename="x" Enabled="perhaps"')), /neither true nor false/u);
      await refused(host.put({ resourceUri: plugin, selectors: { Name: "nobody" }, body: text("") }), /no plug-in/u);
      assert.deepEqual(edits, []);
    }));
});

