import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { childElements, childText, element, record, textOf, type XmlElement } from "wsmanor/sdk";
import { MemoryDocuments, PluginTester, startTestHost, StartRefused, WsmanFault, type AskWithBody } from "wsmanor/testing";
import registry from "./index.js";

const ns = "urn:wsmanor:registry";
const value = (type: string, ...data: string[]): XmlElement => record(ns, "Value", { Type: type, Data: data });
const create = (key: string, name?: string, type = "String", ...data: string[]): { readonly create: AskWithBody } =>
  ({ create: { selectors: name === undefined ? { Key: key } : { Key: key, Value: name }, body: name === undefined ? `<Key xmlns="${ns}"/>` : value(type, ...data) } });
const writtenValue = (key: string, name: string, type: string, ...data: string[]): XmlElement => record(ns, "Value", { Key: key, Name: name, Type: type, Data: data });
const writtenKey = (path: string, subKeys: number, ...values: XmlElement[]): XmlElement =>
  element(ns, "Key", element(ns, "Path", path), element(ns, "Name", path.split("\\").at(-1)), element(ns, "SubKeys", subKeys), ...values);
const entry = (name: string, type: string, ...data: string[]): XmlElement => element(ns, "Value", { Name: name, Type: type }, ...data.map((text) => element(ns, "Data", text)));
const input = (method: string, parameters: Record<string, string>): XmlElement => record(ns, `${method}_INPUT`, parameters);
const done = (method: string): string => `<${method}_OUTPUT xmlns="${ns}"><ReturnValue>0</ReturnValue></${method}_OUTPUT>`;

const types: readonly (readonly [type: string, sent: readonly string[], kept: readonly string[]])[] = [
  ["String", ["  two  blanks "], ["  two  blanks "]],
  ["String", [""], [""]],
  ["ExpandString", ["%TEMP%\\x"], ["%TEMP%\\x"]],
  ["MultiString", ["one", "", "three"], ["one", "", "three"]],
  ["MultiString", [], []],
  ["DWord", ["0xFFFFFFFF"], ["4294967295"]],
  ["QWord", [" 18446744073709551615 "], ["18446744073709551615"]],
  ["Binary", ["AAECAw=="], ["AAECAw=="]],
];
const oddNames = ["__proto__", "constructor", "hasOwnProperty", "toString", "a b", "é\u{1F600}", "<&\"'>", ".", "..", "%PATH%", "x".repeat(255)];

new PluginTester(registry, { resourceUri: ns }).run({
  accepts: [
    { title: "creates a key with its missing parents", ...create("Software\\Example"), answers: { selectors: { Key: "Software\\Example" } }, then: [{ get: { selectors: { Key: "Software" } }, answers: writtenKey("Software", 1) }] },
    { title: "creates a key with values", create: { selectors: { Key: "A" }, body: element(ns, "Key", entry("v", "DWord", "1"), entry("w", "String", "x")) }, answers: { selectors: { Key: "A" } }, then: [{ get: { selectors: { Key: "A" } }, answers: writtenKey("A", 0, entry("v", "DWord", "1"), entry("w", "String", "x")) }] },
    { title: "creates a value in a key that is not there", ...create("A\\B", "v", "String", "x"), answers: { selectors: { Key: "A\\B", Value: "v" } } },
    { title: "gets the root", given: [create("A")], get: { selectors: { Key: "" } }, answers: element(ns, "Key", element(ns, "Path"), element(ns, "Name"), element(ns, "SubKeys", 1)) },
    { title: "compares names without case and keeps the first spelling", given: [create("Software\\Example", "Greeting", "String", "hello")], get: { selectors: { key: "SOFTWARE/example", VALUE: "gReeting" } }, answers: writtenValue("Software\\Example", "Greeting", "String", "hello") },
    ...types.map(([type, sent, kept], index) => ({
      title: `keeps a ${type} (${index})`, given: [create("T", "v", type, ...sent)], get: { selectors: { Key: "T", Value: `${index % 2 === 0 ? "v" : "V"}` }, locale: `x-${index}` }, answers: writtenValue("T", "v", type, ...kept),
    })),
    ...oddNames.map((name) => ({
      title: `takes the name ${name.slice(0, 20)} for a key and a value`, given: [create(`Odd\\${name}`, name, "String", name)], get: { selectors: { Key: `Odd\\${name}`, Value: name } }, answers: writtenValue(`Odd\\${name}`, name, "String", name),
    })),
    { title: "puts a value of another type", given: [create("A", "v", "String", "x")], put: { selectors: { Key: "A", Value: "V" }, body: value("DWord", "7") }, answers: writtenValue("A", "v", "DWord", "7") },
    { title: "puts all values of a key at once", given: [create("A", "old", "String", "x"), create("A\\B")], put: { selectors: { Key: "A" }, body: writtenKey("A", 9, entry("new", "String", "y")) }, answers: writtenKey("A", 1, entry("new", "String", "y")) },
    { title: "takes what winrm's command sends", ...{ create: { selectors: { Key: "Software\\Example", Value: "Greeting" }, body: '<q:registry xmlns:q="urn:wsmanor:registry"><q:Type>String</q:Type><q:Data>hello</q:Data></q:registry>' } }, answers: { selectors: { Key: "Software\\Example", Value: "Greeting" } } },
    { title: "deletes a value", given: [create("A", "v", "String", "x")], delete: { selectors: { Key: "A", Value: "v" } }, then: [{ get: { selectors: { Key: "A", Value: "v" } }, with: "not-found" }, { get: { selectors: { Key: "A" } }, answers: writtenKey("A", 0) }] },
    { title: "deletes a key with all below it", given: [create("A\\B\\C")], delete: { selectors: { Key: "A\\B" } }, then: [{ get: { selectors: { Key: "A\\B\\C" } }, with: "not-found" }, { get: { selectors: { Key: "A" } }, answers: writtenKey("A", 0) }] },
    { title: "enumerates child keys, then values", given: [create("A\\B"), create("A", "v", "String", "x")], enumerate: { selectors: { Key: "A" } }, answers: [writtenKey("A\\B", 0), writtenValue("A", "v", "String", "x")], estimate: 2 },
    { title: "enumerates the root by default, one by one, with references", given: [create("A\\B"), create("C")], enumerate: { mode: "objectAndEpr", maxElements: 1 }, answers: [{ object: writtenKey("A", 1), epr: { selectors: { Key: "A" } } }, { object: writtenKey("C", 0), epr: { selectors: { Key: "C" } } }] },
    { title: "enumerates the whole subtree", given: [create("A\\B", "v", "String", "x"), create("A\\C")], enumerate: { options: { recurse: "TRUE" }, mode: "epr" }, answers: [{ epr: { selectors: { Key: "A" } } }, { epr: { selectors: { Key: "A\\B" } } }, { epr: { selectors: { Key: "A\\B", Value: "v" } } }, { epr: { selectors: { Key: "A\\C" } } }] },
    { title: "filters by selectors", given: [create("A\\B", "v", "String", "x"), create("A\\B", "w", "DWord", "1")], enumerate: { selectors: { Key: "A" }, options: { Recurse: "true" }, filter: { selectors: { Type: "dword" } } }, answers: [writtenValue("A\\B", "w", "DWord", "1")] },
    { title: "passes over options it does not know and need not", enumerate: { options: { Colour: "red" } }, answers: [] },
    { title: "renames a key", given: [create("A\\B\\C")], invoke: { method: "Rename", selectors: { Key: "A\\B" }, body: input("Rename", { NewName: "D" }) }, answers: done("Rename"), then: [{ get: { selectors: { Key: "A\\D\\C" } }, answers: writtenKey("A\\D\\C", 0) }, { get: { selectors: { Key: "A\\B" } }, with: "not-found" }] },
    { title: "renames a key to another spelling of itself", given: [create("a")], invoke: { method: "Rename", selectors: { Key: "a" }, body: input("Rename", { NewName: "A" }) }, answers: done("Rename"), then: [{ get: { selectors: { Key: "a" } }, answers: writtenKey("A", 0) }] },
    { title: "copies a subtree", given: [create("A\\B", "v", "String", "x")], invoke: { method: "copy", selectors: { Key: "A" }, body: input("Copy", { Destination: "X\\Y" }) }, answers: done("Copy"), then: [{ get: { selectors: { Key: "X\\Y\\B", Value: "v" } }, answers: writtenValue("X\\Y\\B", "v", "String", "x") }] },
    {
      title: "exports a subtree", given: [create("A\\B", "v", "String", "x"), create("A", "w", "Binary", "AA==")], invoke: { method: "Export", selectors: { Key: "A" } },
      answers: `<Export_OUTPUT xmlns="${ns}"><Key Name="A"><Value Name="w" Type="Binary"><Data>AA==</Data></Value><Key Name="B"><Value Name="v" Type="String"><Data>x</Data></Value></Key></Key><ReturnValue>0</ReturnValue></Export_OUTPUT>`,
    },
  ],
  refuses: [
    { title: "a Get without a key", get: {}, with: "invalid-selectors", detail: "insufficient", message: "The selector Key is missing." },
    { title: "a selector it does not know", get: { selectors: { Key: "A", Colour: "red" } }, with: "invalid-selectors", detail: "unexpected", message: /Colour/u },
    { title: "a key that is not there", get: { selectors: { Key: "A\\B" } }, with: "not-found", message: "There is no key A\\B." },
    { title: "a value that is not there", given: [create("A")], get: { selectors: { Key: "A", Value: "v" } }, with: "not-found", message: "The key A has no value v." },
    { title: "names that are inherited by every object", get: { selectors: { Key: "__proto__\\constructor" } }, with: "not-found" },
    { title: "an empty name in a path", get: { selectors: { Key: "A\\\\B" } }, with: "invalid-selectors", detail: "invalid-value" },
    { title: "a name that is too long", get: { selectors: { Key: "x".repeat(256) } }, with: "invalid-selectors", detail: "invalid-value", message: /255/u },
    { title: "a path that is too deep", get: { selectors: { Key: "x\\".repeat(65) } }, with: "invalid-selectors", detail: "invalid-value", message: /64/u },
    { title: "a value's name with a backslash", get: { selectors: { Key: "A", Value: "b\\c" } }, with: "invalid-selectors", detail: "invalid-value" },
    { title: "a key that is there already", given: [create("A")], ...create("a"), with: "already-exists" },
    { title: "a value that is there already", given: [create("A", "v", "String", "x")], ...create("A", "V", "String", "y"), with: "already-exists", then: [{ get: { selectors: { Key: "A", Value: "v" } }, answers: writtenValue("A", "v", "String", "x") }] },
    { title: "a Put of a value that is not there", given: [create("A")], put: { selectors: { Key: "A", Value: "v" }, body: value("String", "x") }, with: "not-found" },
    { title: "a Put of a key that is not there", put: { selectors: { Key: "A" }, body: `<Key xmlns="${ns}"/>` }, with: "not-found" },
    ...([
      ["without a type", `<Value xmlns="${ns}"><Data>x</Data></Value>`, "invalid-representation", /no Type/u],
      ["of an unknown type", value("Word", "1"), "invalid-representation", /"Word" is not a type/u],
      ["with two texts", value("String", "1", "2"), "invalid-representation", /exactly one Data/u],
      ["with a number too large", value("DWord", "4294967296"), "invalid-representation", /0 to 4294967295/u],
      ["with a negative number", value("QWord", "-1"), "invalid-representation", /whole number/u],
      ["that is no base64", value("Binary", "AAE"), "invalid-representation", /base64/u],
      ["with an element it does not have", `<Value xmlns="${ns}"><Type>String</Type><Size>1</Size></Value>`, "schema-validation", /no Size/u],
    ] as const).map(([what, body, kind, message]) => ({ title: `a value ${what}`, create: { selectors: { Key: "A", Value: "v" }, body }, with: kind, message })),
    { title: "a key with something else in it", create: { selectors: { Key: "A" }, body: `<Key xmlns="${ns}"><Colour/></Key>` }, with: "schema-validation", message: /no Colour/u },
    { title: "a key with one value twice", create: { selectors: { Key: "A" }, body: element(ns, "Key", entry("v", "String", "1"), entry("V", "String", "2")) }, with: "invalid-representation", message: /given twice/u },
    { title: "a key with a value whose name is bad", create: { selectors: { Key: "A" }, body: element(ns, "Key", entry("a/b", "String", "1")) }, with: "invalid-representation" },
    { title: "a Delete of the root", delete: { selectors: { Key: "\\" } }, with: "access-denied" },
    { title: "a Delete of a key that is not there", delete: { selectors: { Key: "A" } }, with: "not-found" },
    { title: "a Delete of a value that is not there", given: [create("A")], delete: { selectors: { Key: "A", Value: "v" } }, with: "not-found" },
    { title: "an Enumerate of a value", enumerate: { selectors: { Key: "A", Value: "v" } }, with: "invalid-selectors", detail: "unexpected" },
    { title: "an Enumerate of a key that is not there", enumerate: { selectors: { Key: "A" } }, with: "not-found" },
    { title: "an option it must know and does not", enumerate: { options: { Colour: { value: "red", mustComply: true } } }, with: "invalid-options", detail: "not-supported" },
    { title: "an option whose value is none", enumerate: { options: { Recurse: "perhaps" } }, with: "invalid-options", detail: "invalid-value" },
    { title: "a method it does not have", given: [create("A")], invoke: { method: "Explode", selectors: { Key: "A" } }, with: "not-supported", message: /Explode/u },
    { title: "a method on a value", invoke: { method: "Export", selectors: { Key: "A", Value: "v" } }, with: "invalid-selectors", detail: "unexpected" },
    { title: "an Export of what is not there", invoke: { method: "Export", selectors: { Key: "A" } }, with: "not-found" },
    { title: "a Rename without a name", given: [create("A")], invoke: { method: "Rename", selectors: { Key: "A" } }, with: "invalid-parameter", detail: "missing-values" },
    { title: "a Rename to a path", given: [create("A")], invoke: { method: "Rename", selectors: { Key: "A" }, body: input("Rename", { NewName: "a\\b" }) }, with: "invalid-parameter", detail: "type-mismatch" },
    { title: "a Rename to the name of a sister", given: [create("A"), create("B")], invoke: { method: "Rename", selectors: { Key: "A" }, body: input("Rename", { NewName: "b" }) }, with: "already-exists" },
    { title: "a Rename of the root", invoke: { method: "Rename", selectors: { Key: "" }, body: input("Rename", { NewName: "b" }) }, with: "access-denied" },
    { title: "a Rename of what is not there", invoke: { method: "Rename", selectors: { Key: "A" }, body: input("Rename", { NewName: "b" }) }, with: "not-found" },
    { title: "a Copy without a destination", given: [create("A")], invoke: { method: "Copy", selectors: { Key: "A" } }, with: "invalid-parameter", detail: "missing-values" },
    { title: "a Copy to the root", given: [create("A")], invoke: { method: "Copy", selectors: { Key: "A" }, body: input("Copy", { Destination: "\\" }) }, with: "invalid-parameter", detail: "type-mismatch" },
    { title: "a Copy onto what is there", given: [create("A"), create("B")], invoke: { method: "Copy", selectors: { Key: "A" }, body: input("Copy", { Destination: "B" }) }, with: "already-exists" },
    { title: "a Copy of what is not there", invoke: { method: "Copy", selectors: { Key: "A" }, body: input("Copy", { Destination: "B" }) }, with: "not-found" },
    { title: "a Copy into its own depths beyond the limit", given: [create("x\\".repeat(40))], invoke: { method: "Copy", selectors: { Key: "x" }, body: input("Copy", { Destination: "y\\".repeat(30) }) }, with: "quota" },
  ],
});

describe("registry", () => {
  const plugins = [{ plugin: registry, resources: [{ resourceUri: ns }] }];
  const put = { body: value("String", "x") };

  it("keeps everything over a restart", async () => {
    const first = await startTestHost({ plugins });
    for (const name of oddNames) await first.create({ selectors: { Key: `Odd\\${name}`, Value: name }, body: value("MultiString", name, "") });
    const before = await first.invoke({ method: "Export", selectors: { Key: "" } });
    const second = await first.restart();
    assert.deepEqual(await second.invoke({ method: "Export", selectors: { Key: "" } }), before);
    assert.equal(childElements(childElements(before!)[0]!.children[0] as XmlElement).length, oddNames.length);
    await second.stop();
  });

  it("acknowledges nothing that a stop could lose: writers at once are all there afterwards", async () => {
    const first = await startTestHost({ plugins, operations: { QuotaSystemWindowOperations: 10_000 } });
    const names = Array.from({ length: 100 }, (_, index) => `v${index}`);
    const outcomes = await Promise.all(names.map((name) => first.create({ selectors: { Key: "Busy", Value: name }, ...put })));
    assert.deepEqual(outcomes.map(({ selectors }) => selectors["Value"]), names);
    const second = await first.restart();
    const { items } = await second.enumerate({ selectors: { Key: "Busy" } });
    assert.deepEqual(items.map(({ object }) => childText(object!, "Name")), names);
    await second.stop();
  });

  it("lets exactly one of those win who create the same value", async () => {
    const host = await startTestHost({ plugins });
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => host.create({ selectors: { Key: "A", Value: "v" }, body: value("DWord", String(index)) })));
    assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
    for (const outcome of outcomes) if (outcome.status === "rejected") assert.equal((outcome.reason as WsmanFault).kind, "already-exists");
    const won = outcomes.findIndex(({ status }) => status === "fulfilled");
    assert.equal(childText(await host.get({ selectors: { Key: "A", Value: "v" } }), "Data"), String(won));
    await host.stop();
  });

  it("shows an enumeration one moment of the tree, whatever is written meanwhile", async () => {
    const host = await startTestHost({ plugins });
    for (const name of ["a", "b", "c"]) await host.create({ selectors: { Key: "A", Value: name }, ...put });
    const open = await host.open({ selectors: { Key: "A" }, maxElements: 1 });
    await host.delete({ selectors: { Key: "A" } });
    const rest = await open.pull(10);
    assert.deepEqual([...open.items, ...rest.items].map(({ object }) => childText(object!, "Name")), ["a", "b", "c"]);
    assert.equal(rest.ended, true);
    await host.stop();
  });

  it("refuses a change that the disk does not take, and keeps the old tree", async () => {
    const documents = new MemoryDocuments();
    const host = await startTestHost({ plugins, documents });
    await host.create({ selectors: { Key: "A", Value: "v" }, ...put });
    documents.failWith(new Error("ENOSPC"));
    await assert.rejects(host.put({ selectors: { Key: "A", Value: "v" }, body: value("String", "y") }), (error) => error instanceof WsmanFault && error.kind === "internal" && /nothing was changed/u.test(error.message));
    documents.failWith(undefined);
    assert.equal(textOf(childElements(await host.get({ selectors: { Key: "A", Value: "v" } }), "Data")[0]!), "x");
    const second = await host.restart();
    assert.equal(childText(await second.get({ selectors: { Key: "A", Value: "v" } }), "Data"), "x");
    await second.stop();
  });

  it("does not start on a document it cannot read, so that it never overwrites one", async () => {
    for (const content of ["", "{}", "[2,[]]", "[1,[\"\",[],[["]) {
      const documents = new MemoryDocuments();
      await documents.of("registry").write("registry.json", new TextEncoder().encode(content));
      await assert.rejects(startTestHost({ plugins, documents }), StartRefused);
      assert.equal(documents.text("registry", "registry.json"), content);
    }
  });

  it("serves XmlReader as it serves text", async () => {
    const host = await startTestHost({ plugins: [{ ...plugins[0]!, xmlRenderingType: "XmlReader" }] });
    await host.create({ selectors: { Key: "A", Value: "v" }, ...put });
    assert.equal(childText(await host.get({ selectors: { Key: "A", Value: "v" } }), "Data"), "x");
    await host.stop();
  });
});
