import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ItemQuery } from "../../../../src/base/class-definition.js";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { record } from "../../../../src/sdk/element.js";
import type { EnumerateRequest } from "../../../../src/sdk/operation-request.js";
import type { EnumerationItem } from "../../../../src/sdk/operation-result.js";
import { dialects } from "../../../../src/protocol/wsman/namespaces.js";
import { alice, AppHarness, enumerate, pluginSettings, pull, release, settled, URI, type HarnessOptions } from "./app-harness.js";

const CIMV2 = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const ALL = `${CIMV2}/*`;
const DMTF = "http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2";
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const wql = (query: string, more = ""): string => `<w:Filter Dialect="${dialects.wql}">${escape(query)}</w:Filter>${more}`;
const xpath = (path: string, attributes = ""): string => `<w:Filter ${attributes}>${escape(path)}</w:Filter>`;
const selectors = (values: readonly (readonly [string, string])[]): string =>
  `<w:Filter Dialect="${dialects.selector}"><w:SelectorSet>${values.map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`).join("")}</w:SelectorSet></w:Filter>`;
const all = "<w:OptimizeEnumeration/><w:MaxElements>1000</w:MaxElements>";

const services = [["sshd", "Running", 10, true], ["cron", "Stopped", 0, false], ["ntpd", "Running", 7, false]] as const;
const write = ([name, state, pid, accept]: (typeof services)[number], className = "Win32_Service") =>
  record(`${CIMV2}/${className}`, className, { AcceptStop: accept, Description: null, i: name, Name: name, ProcessId: pid, State: state, Tags: ["a", "b"] });

let asked: { readonly filter: unknown; readonly query: ItemQuery | undefined; readonly uri: string } | undefined;
function manager(items: (request: EnumerateRequest) => Iterable<EnumerationItem> | AsyncIterable<EnumerationItem>) {
  return definePlugin({
    declaration: {
      name: "manager", sdkVersion: 1, capabilities: ["Enumerate"], filters: "host",
      classes: [
        { name: "Win32_Service", keys: ["Name"], properties: { AcceptStop: "boolean", Description: "string", i: "string", InstallDate: "datetime", Name: "string", ProcessId: "uint32", State: "string", Tags: "string[]" } },
        { name: "Win32_TerminalService", superClass: "Win32_Service", keys: ["Name"], properties: { AcceptStop: "boolean", Description: "string", i: "string", Name: "string", ProcessId: "uint32", State: "string", Tags: "string[]", TotalSessions: "uint32" } },
        { name: "Win32_Process", keys: ["Handle"], properties: { Handle: "string" } },
      ],
    },
    operations: {
      enumerate: (request) => {
        asked = { filter: request.filter, query: request.query, uri: request.resourceUri };
        return items(request);
      },
    },
  });
}
const listed = manager(function* () {
  for (const each of services) yield { object: write(each), epr: { selectors: { Name: each[0] } } };
  yield { object: write(["term", "Running", 3, false] as never, "Win32_TerminalService"), epr: { selectors: { Name: "term" } } };
});

const resources = (uri: string, more: Partial<{ filtering: boolean }> = {}) => [{ ...pluginSettings({ capabilities: ["Enumerate"], filtering: more.filtering ?? true }).resources[0]!, resourceUri: uri }];
const start = (plugin: unknown, uri = CIMV2, more: Partial<HarnessOptions> = {}): Promise<AppHarness> =>
  AppHarness.start({ plugins: [[pluginSettings({ resources: resources(uri) }), plugin]], ...more });
const namesIn = (text: string): string[] => [...text.matchAll(/<p:Name>([^<]*)</gu)].map(([, name]) => name!);

describe("WQL that the host evaluates", () => {
  it("selects instances, whole, and tells the plug-in what is needed", async () => {
    const app = await start(listed);
    const answer = (await app.send(enumerate(all + wql("select * from win32_service where state='running' and ProcessId > 5"), { uri: ALL }))).ok();
    assert.deepEqual(namesIn(answer.text), ["sshd", "ntpd"]);
    assert.ok(answer.ended);
    assert.deepEqual([asked!.filter, asked!.query!.className, asked!.query!.properties, [...asked!.query!.equals]], [undefined, "Win32_Service", undefined, [["State", "running"]]]);
    const subclasses = (await app.send(enumerate(all + wql("select * from Win32_Service where State='Running'"), { uri: ALL }))).ok();
    assert.match(subclasses.text, /<p:Win32_TerminalService /u);
  });

  it("gives the columns asked for as XmlFragment: alphabetically, as the class spells them, without namespace, nil kept, w and xsi declared", async () => {
    const app = await start(listed);
    const answer = (await app.send(enumerate(all + wql("select state, NAME, description, installdate, tags from Win32_Service where Name like 'S%'"), { uri: ALL }))).ok();
    const fragment = '<w:XmlFragment xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd">';
    assert.ok(answer.text.includes(`<w:Items>${fragment}<Description xsi:nil="true"/><InstallDate xsi:nil="true"/><Name>sshd</Name><State>Running</State><Tags>a</Tags><Tags>b</Tags></w:XmlFragment></w:Items>`), answer.text);
    assert.deepEqual(asked!.query!.properties, ["State", "Name", "Description", "InstallDate", "Tags"]);
  });

  it("is taken from an element that a script wraps it in, as w:Filter and as n:Filter, with blanks around", async () => {
    const app = await start(listed);
    for (const inside of [`<w:Filter Dialect="${dialects.wql}"> <q>select * from Win32_Service where Name='cron'</q>\n</w:Filter>`, `<n:Filter Dialect="${dialects.wql}">\n select * from Win32_Service where Name='cron' </n:Filter>`]) {
      assert.deepEqual(namesIn((await app.send(enumerate(all + inside, { uri: ALL }))).ok().text), ["cron"]);
    }
  });

  it("is answered in batches, pulled with new contexts, and ends; an empty result is an end too", async () => {
    const app = await start(manager(function* () {
      for (let n = 0; n < 100; n++) yield write([`s${n}`, n % 3 === 0 ? "Running" : "Stopped", n, false] as never);
    }));
    let answer = (await app.send(enumerate(wql("select i from Win32_Service where State='Running'"), { uri: ALL }))).ok();
    const got: string[] = [];
    for (let turn = 0; !answer.ended; turn++) {
      answer = (await app.send(pull(answer.context, 10, "", { uri: ALL }))).ok();
      got.push(...answer.items);
      assert.ok(turn < 6);
    }
    assert.deepEqual(got, Array.from({ length: 34 }, (_, n) => `s${n * 3}`));
    const none = (await app.send(enumerate(all + wql("select * from Win32_Service where Name='nobody'"), { uri: ALL }))).ok();
    assert.match(none.text, /<n:EnumerationContext\/><w:EndOfSequence\/>/u);
    assert.equal(app.app.status().openEnumerations, 0);
  });

  it("gives references of whole instances, but not of columns", async () => {
    const app = await start(listed);
    const mode = (name: string): string => `${all}<w:EnumerationMode>${name}</w:EnumerationMode>`;
    const epr = (await app.send(enumerate(mode("EnumerateEPR") + wql("select * from Win32_Service where ProcessId=0"), { uri: ALL }))).ok();
    assert.match(epr.text, /<w:Items><a:EndpointReference>.*<w:Selector Name="Name">cron<\/w:Selector>/u);
    const both = (await app.send(enumerate(mode("EnumerateObjectAndEPR") + wql("select * from Win32_Service where ProcessId=0"), { uri: ALL }))).ok();
    assert.match(both.text, /<w:Items><w:Item><p:Win32_Service .*<a:EndpointReference>/u);
    for (const name of ["EnumerateEPR", "EnumerateObjectAndEPR"]) {
      (await app.send(enumerate(mode(name) + wql("select Name from Win32_Service"), { uri: ALL }))).fault("w:UnsupportedFeature", { code: 2150858886, detail: "EnumerationMode" });
    }
  });

  it("needs the URI of all classes and no keys, a namespace excepted", async () => {
    const app = await start(listed);
    const query = all + wql("select * from Win32_Service");
    for (const uri of [`${CIMV2}/Win32_Service`, `${CIMV2}/`]) assert.equal((await app.send(enumerate(query, { uri }))).fault("w:InternalError", { code: 2150859003 }).code, 0x803380fb);
    const keys = (name: string): string => `<w:SelectorSet><w:Selector Name="${name}">x</w:Selector></w:SelectorSet>`;
    (await app.send(enumerate(query, { uri: ALL, headers: keys("Name") }))).fault("w:InternalError", { code: 2150859003 });
    (await app.send(enumerate(query, { uri: ALL, headers: keys("__CIMNamespace") }))).ok();
  });

  it("is taken at the URI of its class elsewhere, and at one that names no class", async () => {
    const dmtf = await start(listed, DMTF);
    for (const uri of [`${DMTF}/*`, `${DMTF}/Win32_Service`]) assert.equal(namesIn((await dmtf.send(enumerate(all + wql("select * from win32_service where State='Stopped'"), { uri }))).ok().text).length, 1);
    (await dmtf.send(enumerate(all + wql("select * from Win32_Process"), { uri: `${DMTF}/Win32_Service` }))).fault("w:InternalError", { code: 2150859003 });
    const own = await start(listed, "urn:services");
    assert.equal(namesIn((await own.send(enumerate(all + wql("select * from Win32_Service"), { uri: "urn:services" }))).ok().text).length, 4);
  });

  it("that cannot be processed is told with its place, by the provider, with WMI's extended status", async () => {
    const app = await start(listed);
    const refused = async (query: string) => (await app.send(enumerate(all + wql(query), { uri: ALL }))).fault("n:CannotProcessFilter", { code: 2150858778 });
    const unknown = await refused('Select * from Win32_Processa where name="sshd.exe"');
    assert.match(unknown.text, /<f:ProviderFault provider="Thing" path="[^"]*"><f:WSManFault [^>]*Code="2150858778"[^>]*><f:Message>The query cannot be processed: the class Win32_Processa does not exist in this namespace \(at character 15, near /u);
    assert.match(unknown.text, new RegExp(`<f:ExtendedError><p:__ExtendedStatus xmlns:p="${CIMV2}/__ExtendedStatus" [^>]*><p:Description xsi:nil="true"/><p:Operation>ExecQuery</p:Operation><p:ParameterInfo>Select \\* from Win32_Processa where name="sshd.exe"</p:ParameterInfo><p:ProviderName>[^<]*</p:ProviderName><p:StatusCode xsi:nil="true"/></p:__ExtendedStatus></f:ExtendedError>`, "u"));
    assert.match(unknown.text, /<a:Action>http:\/\/schemas\.xmlsoap\.org\/ws\/2004\/09\/enumeration\/fault</u);
    assert.match((await refused("")).text, /the query is empty/u);
    assert.match((await refused("q")).text, /SELECT, ASSOCIATORS OF or REFERENCES OF is expected here/u);
    assert.match((await refused("select * from Win32_Service where Nme='x'")).text, /has no property Nme \(at character 35, near /u);
    assert.match((await refused("select * from __InstanceCreationEvent within 2 where TargetInstance isa 'X'")).text, /query for events/u);
    assert.match((await refused("associators of {Win32_Service='x'}")).text, /ASSOCIATORS OF is not served/u);
    assert.match((await refused("references of {Win32_Service='x'}")).text, /REFERENCES OF is not served/u);
    assert.match((await refused("x".repeat(70_000))).text, /at most 65536 characters/u);
    assert.ok((await refused(`select * from Win32_Service where Name='${"y".repeat(50_000)}`)).text.length < 8000, "no answer grows with the mistake");
  });

  it("with any polymorphism mode but the default is refused", async () => {
    const app = await start(listed);
    for (const mode of ["None", "ExcludeSubClassProperties"]) {
      (await app.send(enumerate(`${all}<b:PolymorphismMode>${mode}</b:PolymorphismMode>`, { uri: `${CIMV2}/Win32_Service` }))).fault("b:PolymorphismModeNotSupported", { code: 2150859063 });
      (await app.send(enumerate(`${all}${wql("select * from Win32_Service")}<b:PolymorphismMode>${mode}</b:PolymorphismMode>`, { uri: ALL }))).fault("b:PolymorphismModeNotSupported", { code: 2150859063 });
    }
  });

  it("may look through the long values of many items with a dozen patterns", async () => {
    const app = await start(manager(() => Array.from({ length: 200 }, (_, n) => write([`${"java -Dx=y ".repeat(450)}${n}`, "x", 1, false] as never))), CIMV2);
    const query = `select State from Win32_Service where ${Array.from({ length: 12 }, (_, n) => `Name like '%kafka${n}%'`).join(" or ")} or Name like '%=y 199'`;
    const { text } = (await app.send(enumerate(all + wql(query), { uri: ALL }))).ok();
    assert.equal(text.match(/<State>x</gu)?.length, 1, text);
  });

  it("whose condition takes too much work for an item ends with a fault", async () => {
    const app = await start(manager(() => [write(["a".repeat(100_000), "x", 1, false] as never)]), CIMV2, { settings: { maxEnvelopeSizeKB: 1000 } });
    const hostile = `select * from Win32_Service where ${Array.from({ length: 900 }, (_, n) => `Name like '%${"a".repeat(20)}${n}'`).join(" or ")}`;
    assert.match((await app.send(enumerate(all + wql(hostile), { uri: ALL }))).fault("n:CannotProcessFilter").text, /too much work/u);
    assert.equal(app.app.status().openEnumerations, 0);
  });
});

describe("without a filter", () => {
  it("all classes are not enumerated, and a class takes no keys; a class alone is, and its plug-in knows which", async () => {
    const app = await start(listed);
    (await app.send(enumerate(all, { uri: ALL }))).fault("w:UnsupportedFeature", { code: 2150858864, detail: "FilteringRequired" });
    const keys = '<w:SelectorSet><w:Selector Name="Name">x</w:Selector></w:SelectorSet>';
    (await app.send(enumerate(all, { uri: `${CIMV2}/Win32_Service`, headers: keys }))).fault("w:InternalError", { code: 2150859016 });
    (await app.send(enumerate(all, { uri: `${CIMV2}/win32_service`, headers: keys.replace("Name=\"Name\"", 'Name="__cimnamespace"') }))).ok();
    assert.deepEqual([asked!.query!.className, asked!.query!.properties, asked!.query!.equals.size], ["Win32_Service", undefined, 0]);
    const own = await start(listed, URI);
    (await own.send(enumerate(all, { headers: keys }))).ok();
    assert.equal(asked!.query!.className, "thing");
  });

  it("a plug-in that filters itself may be asked for all classes", async () => {
    const own = definePlugin({ declaration: { name: "own", sdkVersion: 1, capabilities: ["Enumerate"] }, operations: { enumerate: () => [] } });
    (await (await start(own)).send(enumerate(all, { uri: ALL }))).ok();
  });
});

describe("other dialects", () => {
  it("that the host does not evaluate are refused, and told which it does", async () => {
    const app = await start(listed);
    for (const dialect of [dialects.association, dialects.eventQuery, "urn:odd"]) {
      const answer = (await app.send(enumerate(`<w:Filter Dialect="${dialect}">x</w:Filter>`, { uri: ALL }))).fault("n:FilterDialectRequestedUnavailable", { code: 2150858777 });
      assert.match(answer.text, new RegExp(`<n:SupportedDialect>${dialects.wql}</n:SupportedDialect><n:SupportedDialect>${dialects.cql}</n:SupportedDialect><n:SupportedDialect>${dialects.selector}</n:SupportedDialect><n:SupportedDialect>${dialects.xpath}</n:SupportedDialect>`, "u"));
    }
  });

  it("CQL is served as far as it is one language with WQL", async () => {
    const app = await start(listed);
    const cql = (query: string): string => `${all}<w:Filter Dialect="${dialects.cql}">${escape(query)}</w:Filter>`;
    assert.deepEqual(namesIn((await app.send(enumerate(cql("SELECT * FROM Win32_Service WHERE State = 'Running' AND NOT ProcessId < 8"), { uri: ALL }))).ok().text), ["sshd"]);
    assert.match((await app.send(enumerate(cql("SELECT Name, State FROM Win32_Service WHERE Name = 'cron'"), { uri: ALL }))).ok().text, /<Name>cron<\/Name><State>Stopped<\/State><\/w:XmlFragment>/u);
    for (const [query, problem] of [["SELECT * FROM Win32_Service WHERE State = 'a' OR NOT (Name LIKE 's.*' AND ProcessId = 1)", /LIKE of CQL is not served; send WQL, whose LIKE has % and _ \(at character 60/u], ["SELECT * FROM Win32_Service ORDER BY Name", /at character 29/u], ["SELECT * FROM Nobody", /Nobody does not exist/u]] as const) {
      assert.match((await app.send(enumerate(cql(query), { uri: ALL }))).fault("n:CannotProcessFilter", { code: 2150858778 }).text, problem);
    }
    (await app.send(enumerate(cql("SELECT * FROM Win32_Service"), { uri: `${CIMV2}/Win32_Service` }))).fault("w:InternalError", { code: 2150859003 });
  });

  const CLASS = `${CIMV2}/Win32_Service`;
  it("XPath selects whole items, with the dialect and without, with declared prefixes and undeclared ones", async () => {
    const app = await start(listed);
    const found = async (filter: string): Promise<string[]> => namesIn((await app.send(enumerate(all + filter, { uri: CLASS }))).ok().text);
    assert.deepEqual(await found(xpath("../Win32_Service[State='Running']")), ["sshd", "ntpd"]);
    assert.deepEqual(await found(xpath("Tags[2]", `Dialect="${dialects.xpath}"`)), ["sshd", "cron", "ntpd", "term"]);
    assert.deepEqual(await found(xpath("Tags[3]")), []);
    assert.deepEqual(await found(xpath("Description/text()")), []);
    assert.deepEqual(await found(xpath("any:Name")), ["sshd", "cron", "ntpd", "term"]);
    assert.deepEqual(await found(xpath("d:Name", 'xmlns:d="urn:other"')), []);
    assert.deepEqual(await found(xpath(`d:Name`, `xmlns:d="${CLASS}"`)), ["sshd", "cron", "ntpd"]);
    assert.equal(asked!.query!.className, "Win32_Service");
    const refused = async (path: string, uri = CLASS) => (await app.send(enumerate(all + xpath(path), { uri }))).fault("n:CannotProcessFilter", { code: 2150858778 });
    assert.match((await refused("/Win32_Service/Name")).text, /leave the \/ in front out \(at character 1/u);
    assert.match((await refused("")).text, /the path is empty/u);
    assert.match((await refused("Name[text()='x']")).text, /XPath Level 1 has no other test/u);
    assert.match((await refused("Name", ALL)).text, /one class/u);
  });

  it("selectors compare every property's text without case, and refuse what cannot be compared", async () => {
    const app = await start(listed);
    const found = async (...values: readonly (readonly [string, string])[]): Promise<string[]> => namesIn((await app.send(enumerate(all + selectors(values), { uri: CLASS }))).ok().text);
    assert.deepEqual(await found(["state", "running"], ["ACCEPTSTOP", "TRUE"]), ["sshd"]);
    assert.deepEqual([asked!.query!.className, ...asked!.query!.equals], ["Win32_Service", ["State", "running"], ["AcceptStop", "TRUE"]]);
    assert.deepEqual(await found(["ProcessId", "7"]), ["ntpd"]);
    assert.deepEqual(await found(["ProcessId", "07"]), []);
    assert.deepEqual(await found(["Description", ""]), []);
    assert.deepEqual((await found()).length, 4);
    const reference = `<w:Filter Dialect="${dialects.selector}"><w:SelectorSet><w:Selector Name="Name"><a:EndpointReference><a:Address>x</a:Address></a:EndpointReference></w:Selector></w:SelectorSet></w:Filter>`;
    assert.deepEqual(namesIn((await app.send(enumerate(all + reference, { uri: CLASS }))).ok().text), []);
    const refused = async (why: RegExp, values: readonly (readonly [string, string])[], uri = CLASS) =>
      assert.match((await app.send(enumerate(all + selectors(values), { uri }))).fault("n:CannotProcessFilter", { code: 2150858778 }).text, why);
    await refused(/twice/u, [["Name", "a"], ["NAME", "b"]]);
    await refused(/is an array/u, [["Tags", "a"]]);
    await refused(/of the type datetime/u, [["InstallDate", "x"]]);
    await refused(/has a quote in it/u, [["Name", "o'neil"]]);
    await refused(/has a quote in it/u, [["Name", 'a"b']]);
    await refused(/has no property/u, [["Nme", "a"]]);
    await refused(/one class/u, [["Name", "a"]], ALL);
  });
});

describe("a filtered enumeration", () => {
  it("streams: it asks for no item before it is pulled, and holds none back", async () => {
    let taken = 0;
    const app = await start(manager(function* () {
      for (;;) {
        taken++;
        yield write([`s${taken}`, taken % 10 === 0 ? "Running" : "Stopped", taken, false] as never);
      }
    }));
    const opened = (await app.send(enumerate(wql("select i from Win32_Service where State='Running'"), { uri: ALL }))).ok();
    assert.equal(taken, 0);
    const first = (await app.send(pull(opened.context, 3, "", { uri: ALL }))).ok();
    assert.deepEqual(first.items, ["s10", "s20", "s30"]);
    // One more match is looked for, to know whether this was the end.
    assert.equal(taken, 40);
    const second = (await app.send(pull(first.context, 1, "", { uri: ALL }))).ok();
    assert.deepEqual(second.items, ["s40"]);
    assert.equal(taken, 50);
  });

  it("of nothing but what does not match lets others in, ends with the request's time, and rests while nobody pulls", async () => {
    let taken = 0;
    let isClosed = false;
    const app = await start(manager(function* () {
      try {
        for (;;) {
          taken++;
          yield write([`s${taken}`, "Stopped", taken, false] as never);
        }
      } finally {
        isClosed = true;
      }
    }));
    const { context } = (await app.send(enumerate(wql("select * from Win32_Service where State='Running'"), { uri: ALL }))).ok();
    const pulled = app.send(pull(context, 5, "", { uri: ALL, timeout: "PT10S" }));
    await settled();
    assert.ok(taken > 1000, `${taken} were looked at`);
    const before = taken;
    const other = (await app.send(enumerate("", { uri: `${CIMV2}/Win32_Service` }), { user: { ...alice, name: "other" } })).ok();
    (await app.send({ ...release(other.context), uri: `${CIMV2}/Win32_Service` }, { user: { ...alice, name: "other" } })).ok();
    await settled();
    assert.ok(taken > before, "it went on meanwhile");
    await app.advance(60_000);
    assert.doesNotMatch((await pulled).fault("w:TimedOut").text, /plug-in/u);
    assert.ok(!app.logger.has("has not answered"), "the plug-in has, again and again");
    await settled();
    const resting = taken;
    await settled();
    assert.equal(taken, resting, "nobody waits, so nothing is looked at");
    const again = app.send(pull(context, 5, "<n:MaxTime>PT5S</n:MaxTime>", { uri: ALL }));
    await settled();
    assert.ok(taken > resting, "it goes on with the next Pull");
    await app.advance(5000);
    (await again).fault("n:TimedOut");
    (await app.send({ ...release(context), uri: ALL })).ok();
    await settled();
    assert.ok(isClosed);
    assert.equal(app.app.status().openEnumerations, 0);
  });

  it("of asynchronous items, of items as text, and of items that are no XML goes as without a filter", async () => {
    const text = (name: string): string => `<p:Win32_Service xmlns:p="u"><p:Name>${name}</p:Name></p:Win32_Service>`;
    const app = await start(manager(async function* () {
      yield text("a");
      await settled();
      yield text("b");
    }));
    assert.deepEqual(namesIn((await app.send(enumerate(all + wql("select * from Win32_Service where Name > 'A'"), { uri: ALL, timeout: "PT20S" }))).ok().text), ["b"]);
    const broken = await start(manager(() => [text("a"), "<no"]));
    (await broken.send(enumerate(all + wql("select * from Win32_Service where Name = 'b'"), { uri: ALL }))).fault("w:InternalError");
  });

  it("tells a plug-in's failure as it is", async () => {
    const app = await start(manager(function* () {
      yield write(services[0]);
      throw new Error("oops");
    }));
    (await app.send(enumerate(all + wql("select * from Win32_Service where Name = 'b'"), { uri: ALL }))).fault("w:InternalError");
  });
});

describe("a plug-in whose Filename depends on the user", () => {
  it("is asked what it leaves to the host when its instance has started", async () => {
    const settings = pluginSettings({ filename: "%HOME%/p.js", resources: resources(CIMV2) });
    const harness = await AppHarness.start({ plugins: [[settings, undefined], [pluginSettings({ name: "mapped", filename: "/plugins/ada/p.js", resources: resources("urn:unused") }), listed]], hostSettings: { allowedDirectories: ["/plugins"] } });
    const user = { ...alice, environment: new Map([["HOME", "/plugins/ada"]]) };
    assert.deepEqual(namesIn((await harness.send(enumerate(all + wql("select * from Win32_Service where Name='cron'"), { uri: ALL }), { user })).ok().text), ["cron"]);
    (await harness.send(enumerate(all, { uri: ALL }), { user })).fault("w:UnsupportedFeature", { detail: "FilteringRequired" });
    (await harness.send(enumerate(all + wql("select * from Win32_Service"), { uri: ALL }))).fault("w:InternalError");
  });
});
