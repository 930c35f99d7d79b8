import assert from "node:assert/strict";
import { hostname } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { describeAnswer } from "../support/describe-answer.js";
import { HttpExchange, type HttpAnswer } from "../support/http-exchange.js";
import { projectRoot } from "../support/project-root.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, soapEnvelope, type SoapMessage } from "../support/soap-envelope.js";

const cimv2 = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const dmtf = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2";
const linux = process.platform === "linux" ? false : "processes are read on Linux only";

describe("the machine, asked as monitoring tools ask", () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost({ config: join(projectRoot, "config", "examples", "system") });
  });
  after(() => host.stop());

  const on = (...words: string[]) => runCommand([...words, "--state", host.state]);
  const ask = (message: SoapMessage): Promise<HttpAnswer> => HttpExchange.post(`http://127.0.0.1:${host.port}/wsman`, soapEnvelope(message), { Authorization: host.authorization });
  const enumerate = (resourceUri: string, inside = ""): Promise<HttpAnswer> =>
    ask({ action: actions.enumerate, resourceUri, body: `<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000</w:MaxElements>${inside}</n:Enumerate>` });

  it("with the command: the one system, this process, everything of a class", async () => {
    const system = await on("get", "wmicimv2/Win32_OperatingSystem");
    assert.deepEqual([system.status, system.stderr], [0, ""]);
    assert.match(system.stdout, /^Win32_OperatingSystem\n {4}BootDevice/u);
    assert.match(system.stdout, new RegExp(`\\n {4}CSName = ${hostname().split(".")[0]}\\n`, "u"));
    assert.match(system.stdout, /\n {4}CSDVersion = null\n/u);
    assert.match(system.stdout, /\n {4}Description\n/u);
    assert.match(system.stdout, /\n {4}LocalDateTime\n {8}Datetime = \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)\n/u);
    const disks = await on("enumerate", "wmicimv2/Win32_LogicalDisk", "--json");
    assert.equal(disks.status, 0, disks.stderr);
    const nothing = await on("get", "wmicimv2/Win32_Process?Handle=4194305");
    assert.equal(nothing.status, 1);
    assert.match(nothing.stderr, /0x80338000/u);
  });

  it("with the command: this process, its owner, and a method", { skip: linux }, async () => {
    const own = await on("get", `wmicimv2/Win32_Process?Handle=${process.pid}`);
    assert.match(own.stdout, new RegExp(`\\n {4}ProcessId = ${process.pid}\\n`, "u"));
    const owner = await on("invoke", "GetOwner", `wmicimv2/Win32_Process?Handle=${process.pid}`);
    assert.match(owner.stdout, /^GetOwner_OUTPUT\n {4}Domain = .*\n {4}ReturnValue = 0\n {4}User = /u, owner.stderr);
    const all = await on("enumerate", "cimv2/Win32_Process", "--json");
    assert.equal(all.status, 0, all.stderr);
    assert.ok((JSON.parse(all.stdout) as unknown[]).length > 1);
  });

  it("as an inventory does: without a query, in lower case, and told by code what is not there", async () => {
    const answer = await enumerate(`${cimv2}/win32_computersystem`);
    assert.equal(answer.status, 200, answer.body.toString());
    assert.match(answer.body.toString(), new RegExp(`<p:Win32_ComputerSystem xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:p="${cimv2}/Win32_ComputerSystem" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xsi:type="p:Win32_ComputerSystem_Type">`, "u"));
    assert.match(describeAnswer(await enumerate(`${cimv2}/win32_videocontroller`)), /^500 a:DestinationUnreachable 2150858752/u);
    assert.match(describeAnswer(await enumerate(`${cimv2}/*`)), /UnsupportedFeature 2150858864 FilteringRequired/u);
  });

  it("in pieces, by references, and by references with objects", { skip: linux }, async () => {
    let body = (await ask({ action: actions.enumerate, resourceUri: `${cimv2}/Win32_Process`, body: "<n:Enumerate><w:OptimizeEnumeration/></n:Enumerate>" })).body.toString();
    const handles: string[] = [];
    for (;;) {
      handles.push(...[...body.matchAll(/<p:Handle>(\d+)</gu)].map(([, handle]) => handle!));
      const context = /<n:EnumerationContext>([^<]+)</u.exec(body)?.[1];
      if (context === undefined) break;
      body = (await ask({ action: actions.pull, resourceUri: `${cimv2}/Win32_Process`, body: `<n:Pull><n:EnumerationContext>${context}</n:EnumerationContext><n:MaxElements>20</n:MaxElements></n:Pull>` })).body.toString();
    }
    assert.ok(handles.includes(String(process.pid)));
    assert.equal(new Set(handles).size, handles.length);
    const references = (await enumerate(`${dmtf}/Win32_Process`, "<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>")).body.toString();
    assert.match(references, new RegExp(`<w:ResourceURI>${dmtf}/Win32_Process</w:ResourceURI><w:SelectorSet><w:Selector Name="Handle">${process.pid}</w:Selector><w:Selector Name="__cimnamespace">root/cimv2</w:Selector></w:SelectorSet>`, "u"));
    const both = (await enumerate(`${cimv2}/Win32_Processor`, "<w:EnumerationMode>EnumerateObjectAndEPR</w:EnumerationMode>")).body.toString();
    assert.match(both, /<w:Item><p:Win32_Processor [^]*<\/p:Win32_Processor><a:EndpointReference>[^]*<w:Selector Name="DeviceID">CPU0<\/w:Selector>/u);
  });

  it("by superclasses, as the DMTF's clients do, and by the command's switches for subclasses", { skip: linux }, async () => {
    const all = "http://schemas.dmtf.org/wbem/wscim/1/*";
    const filter = (dialect: string, text: string): string => `<w:Filter Dialect="${dialect}">${text}</w:Filter>`;
    const query = `SELECT * FROM CIM_Process WHERE Handle = '${process.pid}'`;
    for (const dialect of ["http://schemas.dmtf.org/wbem/cql/1/dsp0202.pdf", "http://schemas.microsoft.com/wbem/wsman/1/WQL"]) {
      const body = (await enumerate(all, filter(dialect, query))).body.toString();
      assert.match(body, new RegExp(`<p:Win32_Process [^>]*xmlns:p="${dmtf}/Win32_Process"[^]*<p:ProcessId xsi:type="cim:cimUnsignedInt">${process.pid}</p:ProcessId>`, "u"), body);
    }
    assert.match(describeAnswer(await enumerate(all)), /UnsupportedFeature 2150858864 FilteringRequired/u);
    const base = await on("enumerate", "cimv2/CIM_OperatingSystem", "-basepropertiesonly");
    assert.deepEqual([base.status, base.stderr], [0, ""]);
    assert.match(base.stdout, /^CIM_OperatingSystem\n {4}Caption = /u);
    assert.doesNotMatch(base.stdout, /BuildNumber/u);
    assert.deepEqual([(await on("enumerate", "cimv2/CIM_OperatingSystem", "-shallow")).stdout.trim(), (await on("get", "cimv2/CIM_OperatingSystem")).stdout.split("\n", 1)[0]], ["", "Win32_OperatingSystem"]);
  });

  it("for counters of disks, the network and processes, users and shares, whatever this machine has of them", async () => {
    for (const name of [
      "PerfRawData_PerfDisk_PhysicalDisk", "PerfFormattedData_PerfDisk_LogicalDisk", "PerfRawData_Tcpip_NetworkInterface", "PerfFormattedData_PerfProc_Process", "UserAccount", "UserProfile", "Share",
    ]) assert.equal((await enumerate(`${cimv2}/Win32_${name}`)).status, 200, name);
    const memory = (await ask({ action: actions.get, resourceUri: `${cimv2}/Win32_PerfFormattedData_PerfOS_Memory` })).body.toString();
    assert.ok(Number(/<p:AvailableBytes>(\d+)</u.exec(memory)![1]) > 2 ** 20, memory);
  });

  it("two times, to make shares of raw counters", { skip: linux }, async () => {
    const look = async (): Promise<readonly bigint[]> => {
      const text = (await ask({ action: actions.get, resourceUri: `${cimv2}/Win32_PerfRawData_PerfOS_Processor`, selectors: { Name: "_Total" } })).body.toString();
      return ["PercentProcessorTime", "Timestamp_Sys100NS"].map((name) => BigInt(new RegExp(`<p:${name}>(\\d+)<`, "u").exec(text)![1]!));
    };
    const [idle, at] = await look();
    const until = at! + 5_000_000n;
    let later = await look();
    while (later[1]! < until) later = await look();
    const busy = 1 - Number(later[0]! - idle!) / Number(later[1]! - at!);
    assert.ok(busy > -0.1 && busy < 1.1, String(busy));
  });
});
