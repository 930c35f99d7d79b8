import { strict as assert } from "node:assert";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import type { Diagnostic } from "../../../src/base/diagnostic.js";
import { fail } from "../../../src/base/result.js";
import { formatDiagnostics } from "../../../src/configuration/format-diagnostics.js";
import { nodeFileAccess } from "../../../src/configuration/node-file-access.js";
import { basicIsDeclared, basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { runCommand } from "../../support/command.js";

const folder = mkdtempSync(join(tmpdir(), "wsmanor-hostile-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const section = (inner: string): string => `<configuration><system.webServer><system.management.wsmanagement.config>${inner}</system.management.wsmanagement.config></system.webServer></configuration>`;
const plugins = '<PluginModules><OperationsPlugins><Plugin Name="p" Filename="p.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:p"><Capability Type="Get"/></Resource></Resources></Plugin></OperationsPlugins></PluginModules>';
let nth = 0;

/** A web.config with this content, in a folder of its own. */
function file(content: string | Uint8Array): string {
  const own = join(folder, String(nth++));
  mkdirSync(own);
  writeFileSync(join(own, "web.config"), content);
  return join(own, "web.config");
}

const said = (path: string): readonly Diagnostic[] => load(path).diagnostics.filter(({ place }) => place?.file.endsWith("_schema.xml") !== true);
const rules = (path: string): string[] => said(path).map(({ rule }) => rule);
const first = (path: string): readonly [string, number | undefined] => [said(path)[0]!.rule, said(path)[0]!.code];

const utf16 = (text: string, order: "le" | "be"): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

describe("files that are not what they should be", () => {
  it("a missing file, a folder without one, a folder in its place, an empty one", () => {
    assert.deepEqual(first(join(folder, "none", "web.config")), ["configuration-not-found", 0x80070002]);
    mkdirSync(join(folder, "empty"));
    assert.deepEqual(first(join(folder, "empty")), ["configuration-not-found", 0x80070002]);
    mkdirSync(join(folder, "folder", "applicationHost.config"), { recursive: true });
    assert.equal(first(join(folder, "folder"))[0], "configuration-not-found");
    assert.deepEqual(first(file("")), ["configuration-not-well-formed", 0x8007000d]);
    assert.deepEqual(first(file(" \r\n\t")), ["configuration-not-well-formed", 0x8007000d]);
  });

  it("a web.config that is a folder or leads in a circle is told, not passed over", () => {
    const site = join(folder, "site");
    mkdirSync(join(site, "a", "web.config"), { recursive: true });
    mkdirSync(join(site, "b"));
    symlinkSync("web.config", join(site, "b", "web.config"));
    const application = (path: string): string => `<application path="/${path}"><virtualDirectory path="/" physicalPath="${path === "" ? "." : path}"/></application>`;
    writeFileSync(join(site, "applicationHost.config"), `<configuration><configSections><sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup><sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/>${basicIsDeclared}</sectionGroup></configSections>
      <system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>${["", "a", "b"].map(application).join("")}</site></sites></system.applicationHost>
      <system.webServer><system.management.wsmanagement.config>${plugins}</system.management.wsmanagement.config>${basicIsOn}</system.webServer></configuration>`);
    const found = said(site);
    assert.deepEqual(found.map(({ rule }) => rule), ["configuration-unreadable", "configuration-unreadable"]);
    assert.match(found[0]!.message, /it is a folder/u);
    assert.match(found[1]!.message, /ELOOP/u);
    assert.deepEqual(load(site).configuration!.sites[0]!.applications.map(({ wsman }) => wsman !== undefined), [true, false, false]);
  });

  it("a lone one that leads in a circle, a device, a pipe nobody writes into, one that is too large", { skip: process.platform === "win32" }, () => {
    const circle = join(folder, "circle.config");
    symlinkSync("circle.config", circle);
    assert.equal(first(circle)[0], "configuration-unreadable");
    assert.equal(first("/dev/zero")[0], "configuration-unreadable");
    const pipe = join(folder, "pipe.config");
    assert.equal(spawnSync("mkfifo", [pipe]).status, 0);
    assert.match(said(pipe)[0]!.message, /not a regular file/u);
    const large = file("");
    truncateSync(large, 5 * 1_048_576);
    assert.match(said(large)[0]!.message, /it has 5 MiB, and 4 MiB is the limit/u);
  });

  it("the three common failures have a code each: access denied, invalid XML, no plug-in", () => {
    const path = file(section(plugins));
    const [denied] = load(path, { ...nodeFileAccess, readBytes: (each) => (each === path ? fail({ kind: "denied", message: "EACCES" }) : nodeFileAccess.readBytes(each)) }).diagnostics;
    assert.deepEqual([denied!.rule, denied!.code], ["configuration-access-denied", 0x80070005]);
    assert.deepEqual(first(file("<configuration>")), ["configuration-not-well-formed", 0x8007000d]);
    assert.deepEqual(first(file(section(""))), ["no-plugin-configured", 0x80070490]);
  });
});

describe("text in every shape", () => {
  const text = `<?xml version="1.0"?>\r\n<configuration>\r\n\t<system.webServer>\r\n\t\t<system.management.wsmanagement.config>\r\n\t\t\t<OperationsConfiguration MaxEnvelopeSizeKB="ж日本x"/>${plugins}</system.management.wsmanagement.config></system.webServer></configuration>`;

  it("UTF-8 and UTF-16, with and without a mark, CRLF and tabs: the same places", () => {
    const shapes = [text, `\ufeff${text}`, utf16(text, "le"), utf16(text, "be"), text.replaceAll("\r\n", "\n"), text.replaceAll("\r\n", "\r")];
    for (const shape of shapes) {
      const found = said(file(shape));
      assert.deepEqual(found.map(({ rule, place, length }) => [rule, place!.line, place!.column, length]), [["invalid-value", 5, 48, 4]]);
    }
  });

  it("the caret stands under the value: behind tabs, under characters that are two cells wide", () => {
    const path = file(text);
    const [, line, caret] = formatDiagnostics(said(path), folder).split("\n");
    assert.equal(line!.trim().slice(0, 49), '<OperationsConfiguration MaxEnvelopeSizeKB="ж日本x"');
    assert.equal(caret, `    ${" ".repeat(44)}${"^".repeat(6)}`);
  });

  it("what is neither is told where it is not", () => {
    for (const bytes of [Buffer.from("<configuration a='\xe9'/>", "latin1"), Buffer.from([0xff, 0xfe, 0x3c]), Buffer.from([0, 1, 2, 0xff])]) {
      const [found] = said(file(bytes));
      assert.equal(found!.rule, "configuration-not-well-formed", String(bytes.toString("hex")));
      assert.equal(found!.rule, "configuration-not-well-formed");
      assert.equal(found!.code, 0x8007000d);
    }
  });

  it("NUL and other control characters are refused and never printed", () => {
    const path = file(section(`<OperationsConfiguration MaxEnvelopeSizeKB="1\0\u001b[31m"/>${plugins}`));
    assert.ok(rules(path).includes("configuration-not-well-formed"));
     
    assert.doesNotMatch(formatDiagnostics(said(path), folder), /[\0\u001b]/u);
  });
});

describe("content that is meant to hurt", () => {
  it("DTDs and entities are refused, nothing is fetched or grows", () => {
    const bomb = `<!DOCTYPE configuration [<!ENTITY a "aaaaaaaaaa">${Array.from("bcdefghij", (name, at) => `<!ENTITY ${name} "${`&${"abcdefghij"[at]!};`.repeat(10)}">`).join("")}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    for (const use of ["&j;", "&x;"]) {
      const found = said(file(`${bomb}${section(`<OperationsConfiguration MaxEnvelopeSizeKB="${use}"/>${plugins}`)}`));
      assert.equal(found[0]!.rule, "configuration-not-well-formed");
      assert.match(found[0]!.message, /DOCTYPE/u);
      assert.doesNotMatch(JSON.stringify(found), /root:/u);
    }
  });

  const giants: Readonly<Record<string, string>> = {
    "100,000 levels": `<configuration>${"<a>".repeat(100_000)}`,
    "200,000 elements nobody knows": `<configuration>${"<a/>".repeat(200_000)}</configuration>`,
    "50,000 attributes": `<configuration ${Array.from({ length: 50_000 }, (_, at) => `a${at}="1"`).join(" ")}/>`,
    "a name of a million letters": `<configuration><${"x".repeat(1_000_000)}/></configuration>`,
    "5,000 names near a known one": section(`<PluginModules>${Array.from({ length: 5000 }, (_, at) => `<Plugn${at}/>`).join("")}</PluginModules>`),
    "5,000 plug-ins of the same name on the same resource": section(plugins.replace(/<Plugin [\s\S]*<\/Plugin>/u, (each) => each.repeat(5000))),
  };
  for (const [what, content] of Object.entries(giants)) {
    it(`${what}: an answer of bounded size`, () => {
      const found = said(file(content));
      assert.ok(found.length > 0 && found.length <= 1001, `${found.length} problems`);
      assert.ok(formatDiagnostics(found, folder).length < 3_000_000);
    });
  }

  it("what is not listed is counted", () => {
    const found = said(file(`<configuration>${"<a/>".repeat(3000)}</configuration>`));
    assert.deepEqual([found.at(-1)!.rule, /^\d+ more are not listed\.$/u.test(found.at(-1)!.message)], ["more-problems", true]);
  });

  it("a configSource leads to one file beside it: never in a circle, never out of the folder", () => {
    const sources: Readonly<Record<string, RegExp>> = {
      "web.config": /its root element is <configuration>/u, "circle.xml": /it has a configSource itself/u, "../../../../../../etc/passwd": /leads out of the folder/u,
      "/etc/passwd": /leads out of the folder/u, "": /there is no such file/u, ".": /there is no such file/u,
    };
    for (const [source, why] of Object.entries(sources)) {
      const path = file(`<configuration><system.webServer><system.management.wsmanagement.config configSource="${source}"/></system.webServer></configuration>`);
      writeFileSync(join(path, "..", "circle.xml"), '<system.management.wsmanagement.config configSource="circle.xml"/>');
      const found = said(path);
      assert.deepEqual(found.map(({ rule }) => rule), ["config-source"], source);
      assert.match(found[0]!.message, why);
      assert.doesNotMatch(JSON.stringify(found), /root:/u);
    }
  });
});

describe("the command", () => {
  it("ends with 2 and a message, never with a stack, for a file or a folder that is not there", async () => {
    for (const path of [join(folder, "none"), join(folder, "empty"), file(Buffer.from([0, 0xff])), file("<configuration")]) {
      // A lone web.config that cannot be read is served as an application that says so; the host itself starts.
      for (const args of [["validate", path], ...(path.endsWith("web.config") ? [] : [["serve", "--config", path, "--port", "0", "--state", join(folder, "state")]])]) {
        const ran = await runCommand(args);
        assert.equal(args[0] === "validate" ? ran.status === 2 : ran.status !== 0, true, String(ran.status));
        assert.match(ran.stdout + ran.stderr, /configuration-not-(?:found|well-formed)/u);
        assert.doesNotMatch(ran.stdout + ran.stderr, /\n\s+at .*\.js:\d+/u);
      }
    }
  });
});
