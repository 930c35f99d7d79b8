import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { childText } from "wsmanor/sdk";
import { startTestHost, WsmanFault, type TestHost } from "wsmanor/testing";
import { DirectEnumeration } from "./ask-directly.js";
import { classes, definitions, familyNamed } from "./classes.js";
import { fakeMachines } from "./fake-machines.js";
import { classUri } from "./resource.js";
import { systemPlugin } from "./system-plugin.js";
import { superClassDefinitions } from "./superclasses.js";

const dmtfAll = "http://schemas.dmtf.org/wbem/wscim/1/*";
const cql = "http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf";

async function hosted(run: (host: TestHost) => Promise<void>): Promise<void> {
  const resources = [{ resourceUri: classUri("wmi", "") }, { resourceUri: classUri("dmtf", "") }, { resourceUri: dmtfAll, exactMatch: true, capabilities: ["Enumerate"] as const }];
  const host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => fakeMachines.server()), resources }] });
  try {
    await run(host);
  } finally {
    await host.stop();
  }
}

const refused = (doing: Promise<unknown>, message: RegExp, code: number): Promise<void> =>
  assert.rejects(doing, (error) => {
    assert.ok(error instanceof WsmanFault, String(error));
    assert.match(error.message, message);
    assert.equal(error.code, code);
    return true;
  });

describe("superclasses", () => {
  it("have what every class below them has, of the same type, and a class below", () => {
    for (const { name, superClass, properties } of definitions) {
      if (superClass === undefined) continue;
      const above = definitions.find((each) => each.name === superClass)!;
      for (const [property, type] of Object.entries(above.properties)) assert.equal(properties[property], type, `${name}.${property}`);
    }
    for (const { name } of superClassDefinitions) assert.ok(familyNamed(name.toUpperCase())!.members.length > 0, name);
    assert.equal(familyNamed("CIM_ManagedSystemElement")!.members.length, classes.filter(({ definition }) => !/Perf|Configuration|Profile/u.test(definition.name)).length);
  });

  it("give the instances of all classes below them, each as what it is, one class after the other", () =>
    hosted(async (host) => {
      const { items } = await host.enumerate({ resourceUri: classUri("dmtf", "cim_storageextent"), mode: "objectAndEpr" });
      assert.deepEqual(items.map(({ object, reference: epr }) => [object!.name, object!.namespace, epr!.resourceUri, epr!.selectors["DeviceID"]]), [
        ...["/", "/boot", "/srv/share", "/media/My Stick"].map((id) => ["Win32_LogicalDisk", classUri("dmtf", "Win32_LogicalDisk"), classUri("dmtf", "Win32_LogicalDisk"), id]),
        ...["/", "/boot", "/media/My Stick"].map((id) => ["Win32_Volume", classUri("dmtf", "Win32_Volume"), classUri("dmtf", "Win32_Volume"), id]),
      ]);
      const system = await host.get({ resourceUri: classUri("dmtf", "CIM_OperatingSystem") });
      assert.deepEqual([system.name, childText(system, "OSType")], ["Win32_OperatingSystem", "36"]);
      assert.equal(childText(await host.get({ resourceUri: classUri("wmi", "CIM_Process"), selectors: { Handle: "812" } }), "Name"), "sshd");
      await refused(host.get({ resourceUri: classUri("wmi", "CIM_StorageExtent"), selectors: { DeviceID: "/" } }), /stands for Win32_LogicalDisk, Win32_Volume; name one/u, 2150858752);
      await refused(host.invoke({ resourceUri: classUri("wmi", "CIM_Service"), method: "StopService", selectors: { Name: "ssh" } }), /has no methods here; call those of Win32_Service/u, 2150858771);
    }));

  it("are asked with WQL and CQL, of all classes too, in both schemes' URIs", () =>
    hosted(async (host) => {
      const names = async (resourceUri: string, text: string, dialect?: string): Promise<readonly (string | null | undefined)[]> => {
        const { items } = await host.enumerate({ resourceUri, filter: dialect === undefined ? { wql: text } : { dialect, text } });
        return items.map(({ object }) => childText(object!, "Name"));
      };
      for (const uri of [dmtfAll, classUri("dmtf", "*"), classUri("wmi", "*")]) {
        assert.deepEqual(await names(uri, "SELECT Name FROM CIM_Process WHERE Name LIKE 's%'"), ["systemd", "sshd"], uri);
        assert.deepEqual(await names(uri, "select * from Win32_Service where State = 'Running'", cql), ["ssh"], uri);
      }
      assert.deepEqual(await names(dmtfAll, "SELECT * FROM CIM_ManagedSystemElement WHERE __CLASS = 'Win32_Share'"), ["Films", "print$", "laser", "music"]);
      assert.deepEqual(await names(classUri("dmtf", "CIM_Process"), "SELECT * FROM CIM_Process WHERE Handle = '812'", cql), ["sshd"]);
      for (const path of ['Win32_Process.Handle="812"', '//./root/cimv2:Win32_Process.Handle=812', 'Win32_Process="812"']) {
        assert.deepEqual(await names(dmtfAll, `SELECT Name FROM CIM_Process WHERE __PATH = '${path}'`), ["sshd"], path);
      }
      assert.deepEqual(await names(classUri("wmi", "*"), "SELECT Name FROM Win32_ComputerSystem WHERE __RELPATH = 'Win32_ComputerSystem=@' AND __NAMESPACE = 'root\\\\cimv2' AND __SUPERCLASS = 'CIM_UnitaryComputerSystem' AND __DYNASTY = 'CIM_ManagedSystemElement'"), ["node7"]);
      await refused(names(dmtfAll, "SELECT * FROM CIM_Process WHERE Name LIKE 's.*'", cql), /LIKE of CQL is not served; send WQL/u, 2150858778);
      await refused(names(dmtfAll, "SELECT * FROM CIM_Process WHERE CommandLine = 'x'"), /CIM_Process has no property CommandLine/u, 2150858778);
      await refused(host.enumerate({ resourceUri: dmtfAll }), /all classes/u, 2150858864);
      await refused(host.get({ resourceUri: dmtfAll }), /./u, 2150858771);
    }));
});

describe("the PolymorphismMode", () => {
  type Mode = "IncludeSubClassProperties" | "ExcludeSubClassProperties" | "None";
  const ask = (className: string, polymorphism: Mode) => new DirectEnumeration(fakeMachines.server(), className, undefined, { polymorphism }).all();

  it("ExcludeSubClassProperties: instances of the class that is asked for, with nothing but its properties, under their own names", async () => {
    const items = await ask("CIM_LogicalDisk", "ExcludeSubClassProperties");
    const names = Object.keys(familyNamed("CIM_LogicalDisk")!.definition.properties).sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
    const uri = classUri("wmi", "CIM_LogicalDisk");
    const text = items[0]!.object as string;
    assert.ok(text.startsWith(`<p:CIM_LogicalDisk xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="${uri}" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:CIM_LogicalDisk_Type">`), text);
    assert.deepEqual([...text.matchAll(/<p:(\w+)[ >/]/gu)].map(([, name]) => name).slice(1), names.filter((name) => name !== "PowerManagementCapabilities"));
    assert.match(text, /<p:Size>250000000000<\/p:Size>/u);
    assert.deepEqual(items.map(({ epr }) => [epr.resourceUri, epr.selectors]), ["/", "/boot", "/srv/share", "/media/My Stick"].map((id) => [classUri("wmi", "Win32_LogicalDisk"), [["DeviceID", id]]]));
  });

  it("does not find out what is not written", async () => {
    const sized = async (polymorphism: "IncludeSubClassProperties" | "ExcludeSubClassProperties"): Promise<number> => {
      const machine = fakeMachines.server();
      await new DirectEnumeration(machine, "CIM_LogicalDevice", undefined, { polymorphism }).all();
      return machine.done.filter((each) => each.startsWith("size ")).length;
    };
    assert.deepEqual([await sized("IncludeSubClassProperties"), await sized("ExcludeSubClassProperties")], [8, 0]);
  });

  it("None: instances of the very class", async () => {
    assert.equal((await ask("CIM_LogicalDisk", "None")).length, 0);
    assert.equal((await ask("Win32_LogicalDisk", "None")).length, 4);
    assert.equal((await ask("CIM_LogicalDisk", "IncludeSubClassProperties")).length, 4);
  });

  it("through the host: with a selector filter, never with a query", () =>
    hosted(async (host) => {
      const resourceUri = classUri("dmtf", "CIM_LogicalDisk");
      const { items } = await host.enumerate({ resourceUri, polymorphism: "ExcludeSubClassProperties", mode: "objectAndEpr", filter: { selectors: { Caption: "/BOOT" } } });
      assert.deepEqual(items.map(({ object, reference: epr }) => [object!.name, childText(object!, "Size"), childText(object!, "FileSystem"), epr!.resourceUri]), [["CIM_LogicalDisk", "500000000", undefined, classUri("dmtf", "Win32_LogicalDisk")]]);
      assert.equal((await host.enumerate({ resourceUri, polymorphism: "None" })).items.length, 0);
      for (const polymorphism of ["ExcludeSubClassProperties", "None"] as const) {
        await refused(host.enumerate({ resourceUri: dmtfAll, polymorphism, filter: { wql: "SELECT * FROM CIM_LogicalDisk" } }), new RegExp(`${polymorphism} is not supported with a query`, "u"), 2150859063);
      }
      assert.equal((await host.enumerate({ resourceUri: dmtfAll, polymorphism: "IncludeSubClassProperties", filter: { wql: "SELECT * FROM CIM_LogicalDisk" } })).items.length, 4);
    }));
});
