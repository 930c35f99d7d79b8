import assert from "node:assert/strict";
import { describe, it } from "node:test";
import {
  attribute, checkOptions, checkSelectors, childElement, childElements, childText, element, elementsOf, isNil, matchesSelectors, readerOf, record, textOf, type OptionSet, type SelectorSet, type XmlElement, type XmlReaderNode,
} from "wsmanor/sdk";
import { createXmlReader } from "../../../src/protocol/xml/xml-reader.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";

const selectors = (values: Readonly<Record<string, string>>): SelectorSet => {
  const own = new Map(Object.entries(values).map(([name, value]) => [name.toLowerCase(), value]));
  return { size: own.size, get: (name) => own.get(name.toLowerCase()), reference: () => undefined, has: (name) => own.has(name.toLowerCase()), entries: () => Object.entries(values) };
};
const options = (...names: readonly (readonly [name: string, mustComply: boolean])[]): OptionSet => {
  const all = names.map(([name, mustComply]) => ({ name, value: "1", mustComply, type: undefined }));
  return { size: all.length, mustUnderstand: false, get: (name) => all.find((option) => option.name === name), entries: () => all };
};

describe("what the SDK helps with", () => {
  it("selectors: nothing missing, nothing unknown, names without case", () => {
    const said = (given: Readonly<Record<string, string>>, required: readonly string[], optional?: readonly string[]) => {
      const refusal = checkSelectors(selectors(given), required, optional);
      return refusal && [refusal.kind, refusal.detail, refusal.message];
    };
    assert.equal(said({ KEY: "1" }, ["Key"]), undefined);
    assert.equal(said({ Key: "1", value: "2" }, ["Key"], ["Value"]), undefined);
    assert.deepEqual(said({}, ["Key"]), ["invalid-selectors", "insufficient", "The selector Key is missing."]);
    assert.deepEqual(said({ Key: "1", Colour: "" }, ["Key"], ["Value"]), ["invalid-selectors", "unexpected", "The selector Colour is not expected; Key and Value are."]);
    assert.deepEqual(said({ Colour: "" }, ["Key"]), ["invalid-selectors", "unexpected", "The selector Colour is not expected; Key is."]);
    assert.deepEqual(said({ Colour: "" }, []), ["invalid-selectors", "unexpected", "The selector Colour is not expected; there is only one of this resource."]);
  });

  it("options: only those that must be complied with are refused", () => {
    assert.equal(checkOptions(options(["A", false], ["recurse", true]), ["Recurse"]), undefined);
    const refusal = checkOptions(options(["A", true]), ["Recurse"]);
    assert.deepEqual([refusal?.kind, refusal?.detail, refusal?.message], ["invalid-options", "not-supported", "The option A is not known here; Recurse is."]);
  });

  it("selector filters: all equal, without case; what is not there equals nothing", () => {
    const filter = (values: Record<string, string>) => ({ dialect: "urn:selectors", text: "", selectors: selectors(values) });
    const item = { Name: "Ada", Age: 36, Alive: false, Title: undefined };
    assert.equal(matchesSelectors(undefined, item), true);
    assert.equal(matchesSelectors(filter({ name: "ADA", age: "36", alive: "False" }), item), true);
    assert.equal(matchesSelectors(filter({ Name: "Ada", Age: "37" }), item), false);
    for (const name of ["Title", "City", "__proto__", "constructor"]) assert.equal(matchesSelectors(filter({ [name]: "undefined" }), item), false, name);
  });

  it("selector filters: one of another dialect never passes as none", () => {
    const foreign = { dialect: "urn:wql", text: "select * from A where B = 1", selectors: undefined };
    const refused = { name: "OperationFailure", kind: "cannot-process-filter", message: "Filter by selectors only, not by urn:wql." };
    assert.throws(() => matchesSelectors(foreign, { B: 2 }), refused);
    // What authors without types may hand over.
    assert.throws(() => matchesSelectors(selectors({ B: "2" }) as never, { B: 2 }), { kind: "cannot-process-filter" });
  });

  it("elements: built from whatever there is", () => {
    const built = element("urn:a", "A", { x: 1, y: true }, "text", 2, null, undefined, [false, [element("", "B")]]);
    assert.equal(writeElement(built), '<A xmlns="urn:a" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" x="1" y="true" xsi:nil="true">text2false<B xmlns=""/></A>');
    assert.equal(writeElement(record("urn:a", "R", { One: "1", Many: [1, 2], None: [], Nil: null, Left: undefined })), '<p:R xmlns:p="urn:a"><p:One>1</p:One><p:Many>1</p:Many><p:Many>2</p:Many><p:Nil xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></p:R>');
    const d = elementsOf("urn:disk", "d");
    assert.equal(writeElement(d("Disk", { id: "sda" }, d("Size", 512), d("Label", null))), '<d:Disk xmlns:d="urn:disk" id="sda"><d:Size>512</d:Size><d:Label xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></d:Disk>');
    assert.deepEqual([isNil(built), attribute(built, "x"), attribute(built, "nil"), textOf(built), childElements(built).length], [true, "1", undefined, "text2false", 1]);
    const parent = element("", "P", element("", "A", " x "), element("", "N", null), element("urn:other", "A", "y"));
    assert.deepEqual([childText(parent, "A"), childText(parent, "N"), childText(parent, "Z"), childElement(parent, "A")?.namespace, childElements(parent, "A").length], ["x", null, undefined, "", 2]);
  });

  it("readers: over an element they read what the host's reads over its text", () => {
    const tree = element("urn:a", "a", { x: "1" }, "one", element("", "b"), element("urn:a", "c", "two", "three", element("", "d", element("", "e"))), "", "four");
    const nodes = (reader: { read(): XmlReaderNode | undefined }): readonly XmlReaderNode[] => {
      const all: XmlReaderNode[] = [];
      for (let node = reader.read(); node !== undefined; node = reader.read()) all.push(node);
      return all;
    };
    assert.deepEqual(nodes(readerOf(tree)), nodes(createXmlReader(writeElement(tree))));
  });

  it("readers: skip and readElement leave the element behind", () => {
    const tree = element("", "a", element("", "b", "1", element("", "c")), element("", "d", "2"), "3");
    const reader = readerOf(tree);
    reader.read();
    reader.read();
    reader.skip();
    reader.read();
    assert.deepEqual(reader.readElement(), tree.children[1] as XmlElement);
    assert.deepEqual(reader.read(), { type: "text", depth: 1, text: "3" });
    assert.throws(() => reader.skip(), /only after read returned an "element"/u);
    assert.deepEqual(reader.read(), { type: "endElement", depth: 1, name: "a", namespace: "" });
    assert.equal(reader.read(), undefined);
  });
});
