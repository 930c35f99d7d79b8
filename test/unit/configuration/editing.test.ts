import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { planChanges, type PlanOptions } from "../../../src/configuration/editing/plan-changes.js";
import type { SectionChange } from "../../../src/configuration/editing/section-change.js";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { encodeXml } from "../../../src/protocol/xml/encode-xml.js";
import type { FileAccess } from "../../../src/configuration/file-access.js";
import { ok } from "../../../src/base/result.js";
import { load, schemaDirectory } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const wsmanagement = "system.webServer/system.management.wsmanagement.config";

const server = `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <configSections>
    <sectionGroup name="system.applicationHost">
      <section name="sites" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
      <section name="listener" allowDefinition="AppHostOnly" overrideModeDefault="Deny"/>
    </sectionGroup>
    <sectionGroup name="system.webServer">
      <section name="handlers" overrideModeDefault="Deny"/>
      <section name="system.management.wsmanagement.config"/>
      <section name="wsmanor" overrideModeDefault="Deny"/>
      <sectionGroup name="security">
        <sectionGroup name="authentication">
          <section name="basicAuthentication" overrideModeDefault="Deny"/>
        </sectionGroup>
      </sectionGroup>
    </sectionGroup>
  </configSections>
  <system.applicationHost>
    <sites>
      <site name="S" id="1">
        <bindings>
          <binding protocol="http" bindingInformation="127.0.0.1:5985:"/> <!-- the one -->
        </bindings>
        <application path="/"><virtualDirectory path="/" physicalPath="."/></application>
        <application path="/wsman"><virtualDirectory path="/" physicalPath="wsman"/></application>
      </site>
    </sites>
  </system.applicationHost>
  <system.webServer>
    <wsmanor allowUnencrypted="false">
      <pluginDirectories>
        <add path="/plugins"/>
      </pluginDirectories>
    </wsmanor>
    <security><authentication><basicAuthentication enabled="true"/></authentication></security>
  </system.webServer>
</configuration>
`;

const web = `<configuration>
  <system.webServer>
    <!-- limits -->
    <system.management.wsmanagement.config>
      <PluginModules>
        <OperationsPlugins>
          <!-- first -->
          <Plugin Name="one" Filename="one.mjs" SDKVersion="1">
            <Resources>
              <Resource ResourceUri="urn:one"><Capability Type="Get"/></Resource>
            </Resources>
          </Plugin>

          <Plugin Name='two'
                  Filename='two.mjs'
                  SDKVersion='1' > <!-- second -->
            <Resources><Resource ResourceUri='urn:two'><Capability Type='Get'/></Resource></Resources>
          </Plugin>
        </OperationsPlugins>
      </PluginModules>
    </system.management.wsmanagement.config>
  </system.webServer>
</configuration>
`;

const table = { "applicationHost.config": server, "wsman/web.config": web };

type Options = Partial<Pick<PlanOptions, "target" | "commit" | "files">> & { readonly table?: Readonly<Record<string, string>>; readonly path?: string };

function plan(changes: readonly SectionChange[], { table: given = table, files = memoryFiles(given), path = "/c", target = "S/wsman", commit = "auto" }: Options = {}) {
  return planChanges(changes, { path, files, load: { schemaDirectory, environment: {} }, target, commit });
}

/** The texts that come out, by name. */
function edited(changes: readonly SectionChange[], options: Options = {}): Record<string, string> {
  const planned = plan(changes, options);
  assert.ok(planned.ok, JSON.stringify(planned));
  const files: Record<string, string> = {};
  for (const { path, after } of planned.value.files) files[path.replace(/^\/c\//u, "")] = new TextDecoder("utf-8", { ignoreBOM: true }).decode(after);
  return files;
}

const set = (path: string, value: string, section = wsmanagement): SectionChange => {
  const [attribute, ...elements] = path.split(".").reverse();
  return { kind: "set", section, path: elements.reverse().map((element) => ({ element })), attribute: attribute!, value };
};
const plugins = [{ element: "PluginModules" }, { element: "OperationsPlugins" }] as const;
const plugin = (name: string) => [...plugins, { keys: [["Name", name]] }] as const;

describe("editing a configuration in place: values", () => {
  it("makes the element that is missing, as its neighbours are written", () => {
    assert.deepEqual(edited([set("OperationsConfiguration.MaxEnvelopeSizeKB", "500")]), {
      "wsman/web.config": web.replace("      </PluginModules>\n", '      </PluginModules>\n      <OperationsConfiguration MaxEnvelopeSizeKB="500"/>\n'),
    });
  });

  it("changes nothing but the value where one is written, and nothing at all where it is the same", () => {
    assert.deepEqual(edited([{ kind: "set", section: wsmanagement, path: plugin("two"), attribute: "Filename", value: "it's <2> & \"more\"" }]), {
      "wsman/web.config": web.replace("'two.mjs'", "'it&apos;s &lt;2&gt; &amp; \"more\"'"),
    });
    assert.deepEqual(edited([{ kind: "set", section: wsmanagement, path: plugin("two"), attribute: "Filename", value: "two.mjs" }]), {});
  });

  it("adds an attribute as the others of the element stand: quotes, a line for each", () => {
    assert.deepEqual(edited([{ kind: "set", section: wsmanagement, path: plugin("TWO"), attribute: "enabled", value: "false" }]), {
      "wsman/web.config": web.replace("SDKVersion='1' >", "SDKVersion='1'\n                  Enabled='false' >"),
    });
    assert.deepEqual(edited([{ kind: "set", section: wsmanagement, path: plugin("one"), attribute: "Enabled", value: "false" }]), {
      "wsman/web.config": web.replace('SDKVersion="1">', 'SDKVersion="1" Enabled="false">'),
    });
  });

  it("several changes see one another, and setting and taking away again leaves every octet", () => {
    const operations = [{ element: "OperationsConfiguration" }];
    assert.deepEqual(edited([
      set("OperationsConfiguration.MaxEnvelopeSizeKB", "500"), set("OperationsConfiguration.MaxEnvelopeSizeKB", "600"),
      { kind: "unset", section: wsmanagement, path: operations, attribute: "MaxEnvelopeSizeKB" }, { kind: "remove", section: wsmanagement, path: operations },
    ]), {});
  });
});

describe("editing a configuration in place: entries", () => {
  it("adds one behind the last, with all that is in it, and takes one away with its line; comments stay", () => {
    const entry = { attributes: [["Name", "three"], ["Filename", "3.mjs"], ["SDKVersion", "1"]] as const, children: [
      { name: "Resources", attributes: [], children: [{ name: "Resource", attributes: [["ResourceUri", "urn:3"]] as const, children: [{ name: "Capability", attributes: [["Type", "Get"]] as const }] }] },
    ] };
    const added = web.replace("          </Plugin>\n        </OperationsPlugins>", `          </Plugin>
          <Plugin Name="three" Filename="3.mjs" SDKVersion="1">
            <Resources>
              <Resource ResourceUri="urn:3">
                <Capability Type="Get"/>
              </Resource>
            </Resources>
          </Plugin>
        </OperationsPlugins>`);
    assert.deepEqual(edited([{ kind: "add", section: wsmanagement, path: plugins, entry }]), { "wsman/web.config": added });
    assert.deepEqual(edited([{ kind: "add", section: wsmanagement, path: plugins, entry }, { kind: "remove", section: wsmanagement, path: plugin("three") }]), {});
    const without = web.replace(/ {10}<Plugin Name="one"[\s\S]*?<\/Plugin>\n/u, "");
    assert.deepEqual(edited([{ kind: "remove", section: wsmanagement, path: plugin("one") }]), { "wsman/web.config": without });
  });

  it("adds at the start and at a place between", () => {
    const entry = { attributes: [["Name", "0"]] as const };
    const line = '          <Plugin Name="0"/>\n';
    assert.deepEqual(edited([{ kind: "add", section: wsmanagement, path: plugins, entry, at: "start" }]), { "wsman/web.config": web.replace("          <!-- first -->\n", `${line}          <!-- first -->\n`) });
    assert.deepEqual(edited([{ kind: "add", section: wsmanagement, path: plugins, entry, at: 1 }]), { "wsman/web.config": web.replace("          </Plugin>\n\n", `          </Plugin>\n${line}\n`) });
  });

  it("a comment on the line of an entry stays with it; so does what is nested in one line", () => {
    const section = "system.applicationHost/sites";
    const site = { keys: [["name", "S"]] } as const;
    const entry = { attributes: [["protocol", "http"], ["bindingInformation", "*:80:h"]] as const };
    assert.deepEqual(edited([{ kind: "add", section, path: [site, { element: "bindings" }], entry }]), {
      "applicationHost.config": server.replace("<!-- the one -->\n", '<!-- the one -->\n          <binding protocol="http" bindingInformation="*:80:h"/>\n'),
    });
    assert.deepEqual(edited([{ kind: "add", section: wsmanagement, path: [...plugin("one"), { element: "Resources" }, { keys: [["ResourceUri", "urn:one"]] }], entry: { attributes: [["Type", "Put"]] } }]), {
      "wsman/web.config": web.replace('<Capability Type="Get"/>', '<Capability Type="Get"/><Capability Type="Put"/>'),
    });
  });

  it("opens an empty element", () => {
    const given = { ...table, "wsman/web.config": web.replace(/<Resources>\s*<Resource ResourceUri="urn:one">.*\s*<\/Resources>/u, "<Resources />") };
    assert.deepEqual(edited([{ kind: "add", section: wsmanagement, path: [...plugin("one"), { element: "Resources" }], entry: { attributes: [["ResourceUri", "urn:1"]] } }], { table: given }), {
      "wsman/web.config": given["wsman/web.config"].replace("<Resources />", '<Resources>\n              <Resource ResourceUri="urn:1"/>\n            </Resources>'),
    });
  });
});

describe("editing a configuration in place: which file", () => {
  const wsmanor = (attribute: string, value: string): SectionChange => ({ kind: "set", section: "system.webServer/wsmanor", path: [], attribute, value });

  it("the one that sets the value now; for the application alone, a location where the section is closed", () => {
    assert.deepEqual(edited([wsmanor("allowUnencrypted", "true")]), { "applicationHost.config": server.replace('allowUnencrypted="false"', 'allowUnencrypted="true"') });
    const located = server.replace("  </system.webServer>\n</configuration>", `  </system.webServer>
  <location path="S/wsman">
    <system.webServer>
      <wsmanor allowUnencrypted="true"/>
    </system.webServer>
  </location>
</configuration>`);
    assert.deepEqual(edited([wsmanor("allowUnencrypted", "true")], { commit: "own" }), { "applicationHost.config": located });
    assert.deepEqual(edited([wsmanor("maxBatchItems", "7")], { commit: "own", table: { ...table, "applicationHost.config": located } }), {
      "applicationHost.config": located.replace('<wsmanor allowUnencrypted="true"/>', '<wsmanor allowUnencrypted="true" maxBatchItems="7"/>'),
    });
  });

  it("as told: the server's, the site's, the application's", () => {
    const change = [set("OperationsConfiguration.MaxEnvelopeSizeKB", "64")];
    const atSite = edited(change, { commit: "site" });
    assert.deepEqual(atSite, { "web.config": `<?xml version="1.0" encoding="UTF-8"?>
<configuration>
  <location path="wsman">
    <system.webServer>
      <system.management.wsmanagement.config>
        <OperationsConfiguration MaxEnvelopeSizeKB="64"/>
      </system.management.wsmanagement.config>
    </system.webServer>
  </location>
</configuration>
` });
    assert.match(edited(change, { commit: "apphost" })["applicationHost.config"]!, /<location path="S\/wsman">\n {4}<system\.webServer>\n {6}<system\.management\.wsmanagement\.config>/u);
    assert.match(edited(change, { commit: "app" })["wsman/web.config"]!, /<OperationsConfiguration MaxEnvelopeSizeKB="64"\/>/u);
  });

  it("the server's for what is the server's alone", () => {
    const listener = [set("maxConnections", "9", "system.applicationHost/listener")];
    const expected = { "applicationHost.config": server.replace("    </sites>\n", '    </sites>\n    <listener maxConnections="9"/>\n') };
    assert.deepEqual(edited(listener), expected);
    assert.deepEqual(edited(listener, { commit: "own" }), expected);
    assert.equal(plan(listener, { commit: "app" }).ok, false);
  });

  it("that of a configSource", () => {
    const given = {
      ...table,
      "wsman/web.config": '<configuration><system.webServer><system.management.wsmanagement.config configSource="limits.xml"/></system.webServer></configuration>',
      "wsman/limits.xml": '<system.management.wsmanagement.config>\r\n\t<OperationsConfiguration MaxEnvelopeSizeKB="100"/>\r\n</system.management.wsmanagement.config>',
    };
    assert.deepEqual(edited([set("OperationsConfiguration.MaxEnvelopeSizeKB", "200"), set("OperationsConfiguration.MaxOperationTimeoutSeconds", "9")], { table: given }), {
      "wsman/limits.xml": given["wsman/limits.xml"].replace('"100"', '"200" MaxOperationTimeoutSeconds="9"'),
    });
  });

  it("a lone web.config has no server above it", () => {
    const options = { table: { "web.config": web }, path: "/c/web.config", target: "Default Web Site/wsman" };
    assert.match(edited([set("OperationsConfiguration.MaxEnvelopeSizeKB", "64")], options)["web.config"]!, /MaxEnvelopeSizeKB="64"/u);
    assert.match(edited([{ kind: "set", section: "system.webServer/wsmanor", path: [], attribute: "allowUnencrypted", value: "true" }], options)["web.config"]!, /<wsmanor allowUnencrypted="true"\/>/u);
    const refused = plan([set("maxConnections", "9", "system.applicationHost/listener")], options);
    assert.ok(!refused.ok && /lone web\.config/u.test(refused.error.problem.message));
  });

  it("an inherited entry is taken away by a <remove> where the collection has one", () => {
    const section = "system.webServer/wsmanor";
    const path = [{ element: "pluginDirectories" }, { keys: [["path", "/plugins"]] }] as const;
    assert.match(edited([{ kind: "remove", section, path }], { commit: "apphost" })["applicationHost.config"]!, /<location path="S\/wsman">[\s\S]*<pluginDirectories>\s*<remove path="\/plugins"\/>/u);
    assert.match(edited([{ kind: "remove", section, path }])["applicationHost.config"]!, /<pluginDirectories>\n {6}<\/pluginDirectories>/u);
  });
});

describe("editing a configuration in place: how files are written", () => {
  const files = (bytes: Uint8Array): FileAccess => {
    const below = memoryFiles(table);
    return { ...below, readBytes: (path) => (path.endsWith("wsman/web.config") ? ok(bytes) : below.readBytes(path)) };
  };
  for (const [charset, mark] of [["utf-8", true], ["utf-8", false], ["utf-16le", true], ["utf-16be", true]] as const) {
    it(`${charset}${mark ? " with a byte order mark" : ""} and CR LF are kept`, () => {
      const text = web.replaceAll("\n", "\r\n");
      const planned = plan([set("OperationsConfiguration.MaxEnvelopeSizeKB", "500")], { files: files(encodeXml(text, charset, mark)) });
      assert.ok(planned.ok);
      const decoded = decodeXml(planned.value.files[0]!.after, undefined);
      assert.ok(decoded.ok);
      assert.deepEqual([decoded.value.charset, decoded.value.byteOrderMark], [charset, mark]);
      assert.equal(decoded.value.text, text.replace("      </PluginModules>\r\n", '      </PluginModules>\r\n      <OperationsConfiguration MaxEnvelopeSizeKB="500"/>\r\n'));
    });
  }

  it("where the declaration names an encoding of single octets, references carry the rest", () => {
    const text = `<?xml version="1.0" encoding="iso-8859-1"?>\n${web}`;
    const planned = plan([{ kind: "set", section: wsmanagement, path: plugin("one"), attribute: "Filename", value: "é😀.mjs" }], { files: files(encodeXml(text, "utf-8", false)) });
    assert.ok(planned.ok);
    assert.equal(new TextDecoder().decode(planned.value.files[0]!.after), text.replace("one.mjs", "&#233;&#128512;.mjs"));
  });
});

describe("editing a configuration in place: refusals", () => {
  const refusal = (change: SectionChange, options: Options = {}) => {
    const planned = plan([change], options);
    assert.ok(!planned.ok, "it was not refused");
    return planned.error.problem;
  };
  it("names that are not known, with what was probably meant", () => {
    assert.equal(refusal(set("OperationsConfiguration.MaxEnvelopSizeKB", "1")).didYouMean, "MaxEnvelopeSizeKB");
    assert.equal(refusal(set("OperationConfiguration.MaxEnvelopeSizeKB", "1")).didYouMean, "OperationsConfiguration");
    assert.equal(refusal(set("enabled", "1", "system.webServer/wsmanour")).didYouMean, "system.webServer/wsmanor");
    assert.equal(refusal({ kind: "set", section: wsmanagement, path: plugin("ome"), attribute: "Enabled", value: "1" }).didYouMean, "one");
    assert.equal(refusal(set("Name", "1"), { target: "S/wsmam" }).didYouMean, "S/wsman");
    assert.match(refusal({ kind: "remove", section: wsmanagement, path: [{ keys: [["Name", "one"]] }] }).remedy!, /PluginModules\.OperationsPlugins\.\[Name='…'\]/u);
  });

  it("what is not there, what XML cannot carry, and files that are not well-formed or no configuration", () => {
    assert.match(refusal({ kind: "unset", section: wsmanagement, path: [{ element: "OperationsConfiguration" }], attribute: "MaxEnvelopeSizeKB" }).message, /not written anywhere/u);
    assert.match(refusal(set("OperationsConfiguration.MaxEnvelopeSizeKB", "\0")).message, /no way to carry/u);
    assert.match(refusal(set("OperationsConfiguration.MaxEnvelopeSizeKB", "1"), { table: { ...table, "wsman/web.config": web.replace("</PluginModules>", "") } }).message, /not well-formed/u);
    assert.match(refusal(set("OperationsConfiguration.MaxEnvelopeSizeKB", "1"), { table: { ...table, "wsman/web.config": "<settings/>" } }).message, /<settings>, not <configuration>/u);
  });

  it("an entry of another file than the one that is told", () => {
    const problem = refusal({ kind: "set", section: wsmanagement, path: plugin("one"), attribute: "Enabled", value: "false" }, { commit: "apphost" });
    assert.match(problem.message, /not written in \/c\/applicationHost\.config/u);
    assert.equal(problem.related?.[0]?.place.line, 8);
  });

  it("what a lock forbids is refused by the load that follows, with the place of the lock", () => {
    const planned = plan([set("OperationsConfiguration.MaxEnvelopeSizeKB", "64")], {
      table: { ...table, "applicationHost.config": server.replace("    <wsmanor allow", '    <system.management.wsmanagement.config><OperationsConfiguration lockAttributes="MaxEnvelopeSizeKB"/></system.management.wsmanagement.config>\n    <wsmanor allow') },
    });
    assert.ok(planned.ok);
    const lock = load("/c", planned.value.access).diagnostics.find(({ rule }) => rule === "lock-violation");
    assert.match(lock!.place!.file, /wsman\/web\.config$/u);
    assert.match(lock!.related![0]!.place.file, /applicationHost\.config$/u);
  });
});
