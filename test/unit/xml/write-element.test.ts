import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { escapeAttribute, escapeText } from "../../../src/protocol/xml/escape.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { tryWriteElement, writeElement } from "../../../src/protocol/xml/write-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";

const element = (name: string, more: Partial<XmlElement> = {}): XmlElement => ({ name, namespace: "", attributes: [], children: [], ...more });

/** Prefixes are decoration, and writing may have to change them. */
function withoutPrefixes({ name, namespace, attributes, children }: XmlElement): XmlElement {
  return {
    name, namespace,
    attributes: attributes.map((a) => ({ name: a.name, namespace: a.namespace, value: a.value })),
    children: children.map((child) => (typeof child === "string" ? child : withoutPrefixes(child))),
  };
}

const name = fc.constantFrom("a", "b", "é", "__proto__", "constructor", "x-1", "_");
const namespace = fc.constantFrom("", "urn:1", "urn:2", "urn:\"<&>'", "http://www.w3.org/XML/1998/namespace");
const prefix = fc.option(fc.constantFrom("", "p", "q", "ns0", "xml", "xmlns", "xmlfoo"), { nil: undefined });
const character = fc.constantFrom("a", " ", "<", ">", "&", '"', "'", "\t", "\n", "\r", "]]>", "\u{1f600}", "é");
const text = fc.array(character, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join(""));
const named = fc.record({ name, namespace, prefix }).map(({ prefix: preferred, ...rest }) => (preferred === undefined ? rest : { ...rest, prefix: preferred }));
const attribute = fc.tuple(named, text).map(([head, value]) => ({ ...head, value }));
const attributes = fc.uniqueArray(attribute, { maxLength: 5, selector: (a) => `${a.name} ${a.namespace}` });
const nil = { name: "nil", namespace: "http://www.w3.org/2001/XMLSchema-instance", prefix: "xsi", value: "true" };
/** As answers have them: a few names again and again, texts, nulls, parts. */
const usualTree = (depth: number): fc.Arbitrary<XmlElement> =>
  fc
    .tuple(
      fc.record({ name: fc.constantFrom("a", "b", "c"), namespace: fc.constantFrom("", "urn:1", "urn:2"), prefix: fc.constantFrom("p", "q", "xsi", "") }),
      fc.oneof({ arbitrary: fc.constant([]), weight: 4 }, { arbitrary: fc.constant([nil]), weight: 2 }, { arbitrary: fc.constant([{ ...nil, prefix: "p" }]), weight: 1 }, { arbitrary: attributes, weight: 1 }),
      depth === 0 ? fc.array(text, { maxLength: 1 }) : fc.array(usualTree(depth - 1), { maxLength: 5 }),
    )
    .map(([head, attrs, children]) => ({ ...head, attributes: attrs, children }));

const treeOf = (depth: number): fc.Arbitrary<XmlElement> =>
  fc
    .tuple(named, attributes, fc.option(text), depth === 0 ? fc.constant([]) : fc.array(treeOf(depth - 1), { maxLength: 3 }))
    .map(([head, attrs, first, children]) => ({ ...head, attributes: attrs, children: first === null ? children : [first, ...children] }));

describe("writeElement", () => {
  it("writes what readElement reads back", () => {
    fc.assert(
      fc.property(treeOf(3), (value) => {
        const written = writeElement(value);
        const read = readElement(written, wireLimits);
        assert.ok(read.ok, `${written}: ${JSON.stringify(read)}`);
        assert.deepEqual(withoutPrefixes(read.value), withoutPrefixes(value), written);
      }),
      { seed: 20261124, numRuns: 1000 },
    );
  });

  it("writes one element after the other as it would write each alone", () => {
    const declared = fc.constantFrom<[string, string][]>([], [["p", "urn:1"]], [["p", "urn:1"], ["q", "urn:2"], ["xsi", nil.namespace]], [["", "urn:1"], ["xsi", "urn:2"]]);
    fc.assert(
      fc.property(declared, fc.array(usualTree(2), { minLength: 2, maxLength: 8 }), (pairs, values) => {
        const inScope = new Map(pairs);
        const together = [...values, ...values].map((value) => writeElement(value, { inScope }));
        // What is remembered is remembered for one table of declarations.
        assert.deepEqual(together, [...values, ...values].map((value) => writeElement(value, { inScope: new Map(pairs) })));
      }),
      { seed: 20261126, numRuns: 1000 },
    );
  });

  it("writes a null with the prefix that it asks for", () => {
    const nullOf = (prefix: string, namespace = "urn:1"): XmlElement => element("b", { namespace, prefix: "p", attributes: [{ ...nil, prefix }] });
    const values = [element("b", { namespace: "urn:1", prefix: "p" }), nullOf("xsi"), nullOf("xsi"), nullOf("x"), nullOf("xsi", "urn:2"), nullOf("xsi")];
    const written = writeElement(element("a", { namespace: "urn:1", prefix: "p", children: values }));
    const i = nil.namespace;
    assert.equal(written, `<p:a xmlns:p="urn:1"><p:b/><p:b xmlns:xsi="${i}" xsi:nil="true"/><p:b xmlns:xsi="${i}" xsi:nil="true"/><p:b xmlns:x="${i}" x:nil="true"/>` +
      `<p:b xmlns:p="urn:2" xmlns:xsi="${i}" xsi:nil="true"/><p:b xmlns:xsi="${i}" xsi:nil="true"/></p:a>`);
  });

  it("keeps the preferred prefix and declares it once", () => {
    const inner = element("b", { namespace: "urn:1", prefix: "p", attributes: [{ name: "c", namespace: "urn:1", prefix: "p", value: "1" }] });
    assert.equal(writeElement(element("a", { namespace: "urn:1", prefix: "p", children: [inner] })), '<p:a xmlns:p="urn:1"><p:b p:c="1"/></p:a>');
  });

  it("declares nothing that is in scope already", () => {
    assert.equal(writeElement(element("a", { namespace: "urn:1" }), { inScope: new Map([["p", "urn:1"]]) }), "<p:a/>");
    assert.equal(writeElement(element("a", { namespace: "urn:1", prefix: "p" }), { inScope: new Map([["p", "urn:1"]]) }), "<p:a/>");
    assert.equal(writeElement(element("a", { namespace: "urn:1", prefix: "p" }), { inScope: new Map([["p", "urn:2"]]) }), '<p:a xmlns:p="urn:1"/>');
    assert.equal(writeElement(element("a"), { inScope: new Map([["", "urn:1"]]) }), '<a xmlns=""/>');
  });

  it("gives two namespaces two prefixes when both want the same", () => {
    const value = element("a", { namespace: "urn:1", prefix: "p", attributes: [{ name: "b", namespace: "urn:2", prefix: "p", value: "" }] });
    assert.equal(writeElement(value), '<p:a xmlns:p="urn:1" xmlns:ns0="urn:2" ns0:b=""/>');
  });

  const unwritable: readonly (readonly [value: unknown, says: RegExp])[] = [
    [element("a b"), /"a b" is not a name/],
    [element(""), /"" is not a name/],
    [element("a:b"), /"a:b" is not a name/],
    [element("a><script"), /is not a name/],
    [element("a", { prefix: "1", namespace: "urn:1" }), /"1" is not a prefix/],
    [element("a", { attributes: [{ name: "b", namespace: "", value: "1" }, { name: "b", namespace: "", value: "2" }] }), /b of a appears twice/],
    [element("a", { attributes: [{ name: "xmlns", namespace: "", value: "u" }] }), /xmlns/],
    [element("a", { attributes: [{ name: "b", namespace: "", value: 1 as unknown as string }] }), /no text as value/],
    [element("a", { children: [null as unknown as string] }), /null where an element/],
    [element("a", { children: undefined as unknown as [] }), /no array of children/],
    [null, /null/],
  ];
  for (const [value, says] of unwritable) {
    it(`does not write ${JSON.stringify(value)}`, () => {
      const written = tryWriteElement(value as XmlElement);
      assert.match(written.ok ? "" : written.error, says);
      assert.throws(() => writeElement(value as XmlElement), { name: "Error", message: says });
    });
  }

  it("reads each part of a value once, and stops at its limit", () => {
    let reads = 0;
    const shifty = element("a", { children: [{ get name() { return reads++ === 0 ? "b" : "<evil>"; }, namespace: "", attributes: [], children: [] }] });
    assert.equal(writeElement(shifty), "<a><b/></a>");
    const endless = element("a", { children: Array<string>(1_000_000).fill("text") });
    assert.deepEqual(tryWriteElement(endless, { limit: 1000 }), { ok: false, error: "The element is far larger than any answer may be." });
    const wide = element("a", { attributes: Array.from({ length: 1000 }, (_, at) => ({ name: `b${at}`, namespace: "", value: "text" })) });
    assert.match(JSON.stringify(tryWriteElement(wide, { limit: 1000 })), /far larger/);
  });

  it("remembers nothing of a value that changes while it is read", () => {
    const head = { namespace: "urn:shared", prefix: "p" };
    const shifty: XmlElement["attributes"][number][] = [];
    shifty.push({ name: "secret", namespace: "", get value() {
      shifty.length = 0;
      return "of another";
    } });
    writeElement(element("Item", { ...head, attributes: shifty }));
    assert.equal(writeElement(element("Item", { ...head, children: ["mine"] })), '<p:Item xmlns:p="urn:shared">mine</p:Item>');
    // A property that writes elements itself, elsewhere, while it is read.
    const busy = new Proxy([nil], {
      get: (target, key) => {
        if (key === "0") writeElement(element("Other", { namespace: "urn:other", prefix: "q" }), { inScope: new Map([["q", "urn:other"]]) });
        return Reflect.get(target, key) as unknown;
      },
    });
    const parts = [element("a", head), element("a", { ...head, attributes: busy }), element("a", { ...head, attributes: busy })];
    assert.equal(writeElement(element("Item", { ...head, children: parts })), `<p:Item xmlns:p="urn:shared"><p:a/>${`<p:a xmlns:xsi="${nil.namespace}" xsi:nil="true"/>`.repeat(2)}</p:Item>`);
  });

  it("notices a value that contains itself", () => {
    const children: XmlElement[] = [];
    const value = element("a", { children });
    children.push(value);
    const written = tryWriteElement(value);
    assert.match(written.ok ? "" : written.error, /deeper than/);
  });
});

describe("escape", () => {
  it("writes hostile text so that it comes back as it was, forbidden characters as question marks", () => {
    const hostile = 'a]]>b "\r&amp;<\x01\ud800\ufffe\u{1f600}';
    assert.equal(escapeText(hostile), 'a]]&gt;b "&#13;&amp;amp;&lt;???\u{1f600}');
    assert.equal(escapeAttribute('"\t\n'), "&quot;&#9;&#10;");
  });
});
