import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { startConfiguredHost, testPlugin } from "../support/configured-host.js";
import type { RunningHost } from "../support/running-host.js";

const NS = "wmi/root/test";

describe("the command's filters and fragments against a running host", () => {
  let host: RunningHost;
  before(async () => {
    host = await startConfiguredHost({
      "/wsman": {
        plugins: `<Plugin Name="disk" Filename="${testPlugin("disk-plugin")}" SDKVersion="1" XmlRenderingType="text"><Resources><Resource ResourceUri="http://schemas.microsoft.com/wbem/wsman/1/${NS}">` +
          '<Capability Type="Get" SupportsFragment="true"/><Capability Type="Put" SupportsFragment="true"/><Capability Type="Enumerate" SupportsFiltering="true"/></Resource></Resources></Plugin>',
      },
    });
  });
  after(() => host.stop());

  const run = (...words: string[]) => runCommand([...words, "--state", host.state]);
  const out = async (...words: string[]): Promise<string> => {
    const { status, stdout, stderr } = await run(...words);
    assert.equal(status, 0, stderr);
    return stdout;
  };
  const sda = "Test_Disk\n    Label = system\n    Name = sda\n    Size = 512\n    Tags = x, y\n";

  it("WQL is the dialect when none is named; columns come as blocks named XmlFragment, with an empty line between", async () => {
    assert.equal(await out("enumerate", `${NS}/*`, "-filter:select * from test_disk where Size<1000"), `${sda}\n`);
    assert.equal(await out("enumerate", `${NS}/*`, "-dialect:wql", "-filter:select size,label,tags from Test_Disk where Name like 'sd[bc]'"),
      "XmlFragment\n    Label = null\n    Size = 4096\n    Tags = x, y\n\nXmlFragment\n    Label\n    Size = 1024\n    Tags = x, y\n\n");
    assert.match(await out("enumerate", `${NS}/*`, "-filter:select Name from Test_Disk where Label is null", "-format:xml"), /<wsman:Results [^>]*>\n<w:XmlFragment [^>]*><Name>sdb<\/Name><\/w:XmlFragment>\n/u);
    assert.deepEqual(JSON.parse(await out("enumerate", `${NS}/*`, "-filter:select Name from Test_Disk where Name='sdc'", "--json")).length, 1);
  });

  it("selectors, XPath and dialects by their URI", async () => {
    assert.equal(await out("enumerate", `${NS}/Test_Disk`, "-dialect:selector", '-filter:{Label="SYSTEM";Size="512"}'), `${sda}\n`);
    assert.equal(await out("enumerate", `${NS}/Test_Disk`, "-dialect:xpath", "-filter:../Test_Disk[Name='sda']"), `${sda}\n`);
    assert.equal(await out("enumerate", `${NS}/Test_Disk`, "-dialect:http://www.w3.org/TR/1999/REC-xpath-19991116", "-filter:../Test_Disk[Name='sda']"), `${sda}\n`);
    assert.match(await out("enumerate", `${NS}/*`, "-returntype:epr", "-filter:select * from Test_Disk where Name='sda'"), /Selector: Name = sda/u);
  });

  it("what cannot be processed is told with its place, and winrm's number", async () => {
    const wrong = await run("enumerate", `${NS}/*`, "-filter:select * from Test_Disk where Sise=1");
    assert.equal(wrong.status, 1);
    assert.match(wrong.stderr, /has no property Sise \(at character 31, near "Sise=1"\)/u);
    assert.match(wrong.stderr, /-2144108518 0x8033801A/u);
    assert.match((await run("enumerate", `${NS}/Test_Disk`, "-filter:select * from Test_Disk")).stderr, /-2144108293 0x803380FB/u);
    assert.match((await run("enumerate", `${NS}/*`, "-dialect:association", "-filter:{Object=Test_Disk?Name=sda}")).stderr, /0x80338019/u);
  });

  it("parts are got and set", async () => {
    assert.equal(await out("get", `${NS}/Test_Disk?Name=sda`, "-fragment:Label"), "XmlFragment\n    Label = system\n");
    assert.equal(await out("get", `${NS}/Test_Disk?Name=sda`, "-fragment:Label/text()", "-dialect:xpath"), "XmlFragment = system\n");
    assert.equal(await out("get", `${NS}/Test_Disk?Name=sda`, "-fragment:Tags[2]"), "XmlFragment\n    Tags = y\n");
    assert.equal(await out("set", `${NS}/Test_Disk?Name=sda`, "-fragment:Label", "Label=data"), "XmlFragment\n    Label = data\n");
    assert.equal(await out("set", `${NS}/Test_Disk?Name=sda`, "-fragment:Tags[1]/text()", "Tags=first"), "XmlFragment = first\n");
    assert.equal(await out("get", `${NS}/Test_Disk?Name=sda`), "Test_Disk\n    Label = data\n    Name = sda\n    Size = 512\n    Tags = first, y\n");
    assert.match((await run("get", `${NS}/Test_Disk?Name=sda`, "-fragment:label")).stderr, /did you mean Label\?[\s\S]*0x80338093/u);
  });
});
