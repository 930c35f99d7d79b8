import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { childElements, childText, OperationFailure, type EnumerateRequest, type GetRequest, type XmlElement } from "wsmanor/sdk";
import { PluginTester, startTestHost, StartRefused, type TestResource } from "wsmanor/testing";
import { DirectEnumeration, valueIn } from "./ask-directly.js";
import { fakeMachines } from "./fake-machines.js";
import { systemOperations } from "./operations.js";
import { readParameters } from "./parameters.js";
import { classUri } from "./resource.js";
import { systemPlugin } from "./system-plugin.js";

const resources: readonly TestResource[] = [{ resourceUri: classUri("wmi", "") }, { resourceUri: classUri("dmtf", "") }];
const of = (name: string): string => classUri("wmi", name);
const dmtf = (name: string): string => classUri("dmtf", name);
const shows = (name: string, properties: Readonly<Record<string, string>>, namespace = of(name)) => (answer: XmlElement): void => {
  assert.deepEqual([answer.name, answer.namespace, answer.prefix], [name, namespace, "p"]);
  for (const [property, value] of Object.entries(properties)) assert.equal(childText(answer, property), value, property);
};
const returned = (namespace: string, method: string, ...values: readonly (readonly [string, string | null])[]): string =>
  `<p:${method}_OUTPUT xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="${namespace}" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common">${values.map(([name, value]) => (value === null ? `<p:${name} xsi:nil="true"/>` : `<p:${name}>${value}</p:${name}>`)).join("")}</p:${method}_OUTPUT>`;

new PluginTester(systemPlugin(() => fakeMachines.server()), { resources }).run({
  accepts: [
    { title: "the system without a key: there is only one", get: { resourceUri: of("Win32_OperatingSystem") }, answers: shows("Win32_OperatingSystem", { Caption: "Debian GNU/Linux 12 (bookworm)", OSType: "36" }) },
    { title: "the system by its name, spelt otherwise", get: { resourceUri: of("win32_operatingsystem").toUpperCase(), selectors: { name: "debian gnu/linux 12 (bookworm)|/|/dev/sda1" } }, answers: shows("Win32_OperatingSystem", {}) },
    { title: "the machine without a key", get: { resourceUri: of("Win32_ComputerSystem") }, answers: shows("Win32_ComputerSystem", { Model: "PowerEdge R710" }) },
    { title: "a process by its handle", get: { resourceUri: of("Win32_Process"), selectors: { Handle: "812" } }, answers: shows("Win32_Process", { ProcessId: "812", Name: "sshd" }) },
    { title: "a service without regard to case", get: { resourceUri: of("win32_service"), selectors: { NAME: "SSH" } }, answers: shows("Win32_Service", { Name: "ssh", State: "Running" }) },
    { title: "a processor, among several", get: { resourceUri: of("Win32_Processor"), selectors: { DeviceID: "cpu1" } }, answers: shows("Win32_Processor", { SocketDesignation: "CPU 2" }) },
    { title: "a disk under the DMTF's URI, in its namespace", get: { resourceUri: dmtf("Win32_LogicalDisk"), selectors: { DeviceID: "/media/my stick", __CIMNamespace: "ROOT\\CIMV2" } }, answers: shows("Win32_LogicalDisk", { DriveType: "2" }, dmtf("Win32_LogicalDisk")) },
    { title: "the namespace in a selector where the URI names it already", get: { resourceUri: of("Win32_ComputerSystem"), selectors: { __cimnamespace: "root/cimv2" } }, answers: shows("Win32_ComputerSystem", {}) },
    { title: "references with keys", enumerate: { resourceUri: of("Win32_PhysicalMemory"), mode: "epr" }, answers: [0, 1].map((at) => ({ epr: { resourceUri: of("Win32_PhysicalMemory"), selectors: { Tag: `Physical Memory ${at}` } } })) },
    { title: "references under the DMTF's URI name the namespace", enumerate: { resourceUri: dmtf("win32_computersystem"), mode: "epr" }, answers: [{ epr: { resourceUri: dmtf("Win32_ComputerSystem"), selectors: { Name: "node7", __cimnamespace: "root/cimv2" } } }] },
    { title: "the owner of a process", invoke: { resourceUri: of("Win32_Process"), method: "GetOwner", selectors: { Handle: "900" } }, answers: returned(of("Win32_Process"), "GetOwner", ["Domain", "node7"], ["ReturnValue", "0"], ["User", "ada"]) },
    { title: "the owner's identifier", invoke: { resourceUri: of("win32_process"), method: "getownersid", selectors: { Handle: "900" } }, answers: returned(of("Win32_Process"), "GetOwnerSid", ["ReturnValue", "0"], ["Sid", "S-1-22-1-1000"]) },
    { title: "a new process is not allowed", invoke: { resourceUri: of("Win32_Process"), method: "Create", body: `<q:Create_INPUT xmlns:q="${of("Win32_Process")}"><q:CommandLine>/bin/true</q:CommandLine></q:Create_INPUT>` }, answers: returned(of("Win32_Process"), "Create", ["ProcessId", null], ["ReturnValue", "2"]) },
    { title: "nor is the end of one", invoke: { resourceUri: of("Win32_Process"), method: "Terminate", selectors: { Handle: "1" } }, answers: returned(of("Win32_Process"), "Terminate", ["ReturnValue", "2"]) },
    { title: "nor the start of a service", invoke: { resourceUri: of("Win32_Service"), method: "StartService", selectors: { Name: "broken" } }, answers: returned(of("Win32_Service"), "StartService", ["ReturnValue", "2"]) },
    { title: "a service can be asked how it is", invoke: { resourceUri: dmtf("Win32_Service"), method: "InterrogateService", selectors: { Name: "broken" } }, answers: returned(dmtf("Win32_Service"), "InterrogateService", ["ReturnValue", "6"]).replace("<p:ReturnValue>", '<p:ReturnValue xsi:type="cim:cimUnsignedInt">') },
    { title: "the machine is not started anew", invoke: { resourceUri: of("Win32_OperatingSystem"), method: "Reboot" }, answers: returned(of("Win32_OperatingSystem"), "Reboot", ["ReturnValue", "1314"]) },
    { title: "the network is left alone", invoke: { resourceUri: of("Win32_NetworkAdapterConfiguration"), method: "EnableDHCP", selectors: { Index: "2" } }, answers: returned(of("Win32_NetworkAdapterConfiguration"), "EnableDHCP", ["ReturnValue", "91"]) },
  ],
  refuses: [
    { title: "a class that is not there", get: { resourceUri: of("Win32_InvalidClass") }, with: "not-found", code: 2150858752, message: "There is no class Win32_InvalidClass." },
    { title: "an enumeration of a class that is not there", enumerate: { resourceUri: of("Win32_InvalidClass") }, with: "not-found", code: 2150858752 },
    { title: "a method of a class that is not there", invoke: { resourceUri: of("Win32_InvalidClass"), method: "Go" }, with: "not-found" },
    { title: "all classes at once", get: { resourceUri: of("*") }, with: "not-found" },
    { title: "a method of all classes", invoke: { resourceUri: of("*"), method: "Create" }, with: "not-found" },
    { title: "a namespace below", get: { resourceUri: of("sub/Win32_Process") }, with: "not-found" },
    { title: "a key that the class does not have", get: { resourceUri: of("Win32_Process"), selectors: { InvalidKey: "0" } }, with: "invalid-selectors", detail: "unexpected", code: 2150858813 },
    { title: "no key where there are several", get: { resourceUri: of("Win32_Process") }, with: "invalid-selectors", detail: "insufficient", code: 2150859002 },
    { title: "a reference as a key", get: { resourceUri: of("Win32_Process"), selectors: { Handle: { resourceUri: "urn:x", selectors: { A: "b" } } } }, with: "invalid-selectors", detail: "type-mismatch" },
    { title: "an instance that is not there", get: { resourceUri: of("Win32_Process"), selectors: { Handle: "4242" } }, with: "not-found", code: 2150858752, message: "There is no Win32_Process with Handle=4242." },
    { title: "the one system under another name", get: { resourceUri: of("Win32_OperatingSystem"), selectors: { Name: "Windows" } }, with: "not-found" },
    { title: "another namespace", get: { resourceUri: of("Win32_OperatingSystem"), selectors: { __cimnamespace: "root/default" } }, with: "not-found" },
    { title: "a method that the class does not have", invoke: { resourceUri: of("Win32_Process"), method: "Explode", selectors: { Handle: "1" } }, with: "not-supported", message: /there are Create, GetOwner, GetOwnerSid, SetPriority, Terminate\./u },
    { title: "a method of a class without any", invoke: { resourceUri: of("Win32_Processor"), method: "Go", selectors: { DeviceID: "CPU0" } }, with: "not-supported", message: /it has none/u },
    { title: "keys for a method of the class", invoke: { resourceUri: of("Win32_Process"), method: "Create", selectors: { Handle: "1" } }, with: "invalid-selectors", detail: "unexpected" },
    { title: "a method of an instance that is not named", invoke: { resourceUri: of("Win32_Process"), method: "Terminate" }, with: "invalid-selectors", detail: "insufficient" },
    { title: "a method of an instance that is not there", invoke: { resourceUri: of("Win32_Service"), method: "StopService", selectors: { Name: "nothing" } }, with: "not-found" },
    { title: "an option that the client insists on and nobody knows", get: { resourceUri: of("Win32_ComputerSystem"), options: { Colour: { value: "red", mustComply: true } } }, with: "invalid-options", detail: "not-supported" },
  ],
});

describe("the system plug-in", () => {
  it("gives what the query of a filter names, whatever class the URI ends with, in the class's spelling", async () => {
    const items = await new DirectEnumeration(fakeMachines.server(), "win32_logicaldisk", { properties: ["Size", "FreeSpace"] }, { resourceUri: of("*") }).all();
    assert.deepEqual(items.map(({ object, epr }) => [valueIn(object as string, "FreeSpace"), epr.resourceUri, epr.selectors]), [
      ["100000000000", of("Win32_LogicalDisk"), [["DeviceID", "/"]]], ["1", of("Win32_LogicalDisk"), [["DeviceID", "/boot"]]],
      [null, of("Win32_LogicalDisk"), [["DeviceID", "/srv/share"]]], ["0", of("Win32_LogicalDisk"), [["DeviceID", "/media/My Stick"]]],
    ]);
    assert.match(items[0]!.object as string, /_Type"><p:DeviceID>\/<\/p:DeviceID><p:FreeSpace>100000000000<\/p:FreeSpace><p:Size>250000000000<\/p:Size><\/p:Win32_LogicalDisk>$/u);
  });

  it("asks no file system for its size when nobody wants to know", async () => {
    const machine = fakeMachines.server();
    await new DirectEnumeration(machine, "Win32_LogicalDisk", { properties: ["Name", "DriveType"] }).all();
    await new DirectEnumeration(machine, "Win32_Volume", { properties: ["Label"] }).all();
    assert.deepEqual(machine.done, []);
    await new DirectEnumeration(machine, "Win32_Volume", { equals: new Map([["Name", "/boot"]]) }).all();
    assert.deepEqual(machine.done, ["size /boot"]);
  });

  it("marks arrays that are not there when the client asks for precise arrays", async () => {
    const host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => fakeMachines.server()), resources }] });
    const get = (options?: Readonly<Record<string, string>>): Promise<XmlElement> => host.get({ resourceUri: of("Win32_NetworkAdapterConfiguration"), selectors: { Index: "12" }, ...(options === undefined ? {} : { options }) });
    assert.equal(childElements(await get(), "IPAddress").length, 0);
    const [marked] = childElements(await get({ "msftwinrm:UsePreciseArrays": "true" }), "IPAddress");
    assert.deepEqual(marked!.attributes.map(({ name, value }) => [name, value]), [["nil", "true"], ["IsNullArray", "true"]]);
    await host.stop();
  });

  it("has nothing where there is nothing: no systemd, no table of modules, other systems", async () => {
    const count = async (machine: ReturnType<typeof fakeMachines.server>, name: string): Promise<number> => (await new DirectEnumeration(machine, name).all()).length;
    assert.equal(await count(fakeMachines.container(), "Win32_Service"), 0);
    assert.equal(await count(fakeMachines.container(), "Win32_PhysicalMemory"), 0);
    assert.deepEqual((await new DirectEnumeration(fakeMachines.container(), "Win32_LogicalDisk").texts()).map((text) => valueIn(text, "Name")), ["/"]);
    for (const platform of ["darwin", "win32", "freebsd"]) {
      const bare = (): ReturnType<typeof fakeMachines.server> => fakeMachines.server({ platform, files: {}, fileSystems: {}, cpus: [{ model: "Some CPU", speed: 3000, times: { user: 1, nice: 0, sys: 1, idle: 2, irq: 0 } }] });
      assert.deepEqual([await count(bare(), "Win32_Process"), await count(bare(), "Win32_OperatingSystem"), await count(bare(), "Win32_Processor"), await count(bare(), "Win32_NetworkAdapterConfiguration")], [0, 1, 1, 1]);
      const [system] = await new DirectEnumeration(bare(), "Win32_OperatingSystem").texts();
      assert.deepEqual([valueIn(system!, "NumberOfProcesses"), valueIn(system!, "TotalVisibleMemorySize")], [null, "8388608"]);
    }
  });

  it("knows swap of zero, machines of several kinds, and summer time", async () => {
    const [container] = await new DirectEnumeration(fakeMachines.container(), "Win32_OperatingSystem").texts();
    assert.deepEqual(["SizeStoredInPagingFiles", "FreeSpaceInPagingFiles", "TotalSwapSpaceSize", "InstallDate", "Version"].map((name) => valueIn(container!, name)), ["0", "0", null, null, "3.20.3"]);
    const [laptop] = await new DirectEnumeration(fakeMachines.laptop(), "Win32_ComputerSystem").texts();
    assert.deepEqual(["PCSystemType", "UserName", "PartOfDomain", "Domain", "Workgroup", "DomainRole", "HypervisorPresent", "CurrentTimeZone"].map((name) => valueIn(laptop!, name)), ["2", "ada", "true", "EXAMPLE.ORG", null, "3", "true", "-240"]);
    const [system] = await new DirectEnumeration(fakeMachines.laptop(), "Win32_OperatingSystem").texts();
    assert.deepEqual([valueIn(system!, "LastBootUpTime"), valueIn(system!, "LocalDateTime")], ["2026-02-25T01:13:20-05:00", "2026-06-01T08:00:00-04:00"]);
  });

  it("tells how busy the processors were since it was asked before", async () => {
    const machine = fakeMachines.server();
    const host = await startTestHost({ plugins: [{ plugin: systemPlugin(() => machine), resources }] });
    const load = async (): Promise<readonly string[]> => {
      const { items } = await host.enumerate({ resourceUri: of("Win32_Processor") });
      const { items: perf } = await host.enumerate({ resourceUri: of("Win32_PerfFormattedData_PerfOS_Processor") });
      const total = perf.at(-1)!.object!;
      return [...items.map(({ object }) => childText(object!, "LoadPercentage")!), ...["PercentProcessorTime", "PercentUserTime", "PercentPrivilegedTime", "InterruptsPersec"].map((name) => childText(total, name)!)];
    };
    assert.deepEqual(await load(), ["0", "0", "0", "0", "0", "0"], "nothing to compare with");
    // Ten seconds later: processor 0 has worked half of them, 1 a quarter, 2 and 3 slept.
    machine.time += 10_000;
    machine.files.set("/proc/stat", (machine.files.get("/proc/stat") as string).replace("cpu0 100 10 50 1000 20 5 15 0", "cpu0 400 10 200 1480 40 15 55 0")
      .replace("cpu1 300 0 100 2000", "cpu1 550 0 100 2750").replace("cpu2 100 0 0 3000", "cpu2 100 0 0 4000").replace("cpu3 0 0 0 3500", "cpu3 0 0 0 4500").replace("intr 5000000000", "intr 5000001000"));
    assert.deepEqual(await load(), ["38", "0", "19", "14", "5", "100"]);
    machine.time += 500;
    assert.equal((await load())[0], "38", "the figure stands for a second");
    await host.stop();
  });

  it("says which of its parameters is wrong", async () => {
    const start = (AllowServiceControl: string): Promise<unknown> => startTestHost({ plugins: [{ plugin: systemPlugin(() => fakeMachines.server()), resources, initializationParameters: { AllowServiceControl } }] });
    await assert.rejects(start("yes"), (error) => error instanceof StartRefused && /AllowServiceControl is "yes"; give "false", "administrators" or "true"/u.test(error.message));
  });

  it("refuses a filter or a fragment that the host should have kept, rather than pass over it", async () => {
    const { signal } = new AbortController();
    const operations = systemOperations(fakeMachines.server(), readParameters(new Map()));
    const request = { resourceUri: of("Win32_ComputerSystem"), selectors: emptySet, options: emptySet, signal, query: undefined } as unknown as EnumerateRequest & GetRequest;
    const listed = await operations.enumerate({ ...request, filter: { dialect: "urn:x", text: "x", selectors: undefined } });
    assert.equal(listed instanceof OperationFailure && listed.kind, "cannot-process-filter");
    const got = await operations.get({ ...request, fragment: { path: "Name", dialect: "urn:x" } });
    assert.equal(got instanceof OperationFailure && got.kind, "not-supported");
  });
});

const emptySet = { size: 0, get: () => undefined, has: () => false, entries: () => [] };
