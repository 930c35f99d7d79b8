import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createXmlReader, type XmlNode } from "../../../src/protocol/xml/xml-reader.js";
import type { XmlReader } from "../../../src/sdk/index.js";

/** Shows that ours is the SDK's reader. */
const open = (text: string): XmlReader => createXmlReader(text);

const element = (name: string, depth: number, isEmpty = false): XmlNode => ({ type: "element", depth, element: { name, namespace: "", attributes: [] }, isEmpty });
const end = (name: string, depth: number): XmlNode => ({ type: "endElement", depth, name, namespace: "" });

describe("XmlReader", () => {
  it("gives nodes in order, adjacent text and CDATA as one", () => {
    const reader = open("<a>x&amp;<!-- c -->y<![CDATA[<z>]]><b/><c> </c><![CDATA[]]></a>");
    const nodes = [];
    for (let node = reader.read(); node !== undefined; node = reader.read()) nodes.push(node);
    assert.deepEqual(nodes, [element("a", 1), { type: "text", depth: 1, text: "x&y<z>" }, element("b", 2, true), end("b", 2), element("c", 2), { type: "text", depth: 2, text: " " }, end("c", 2), end("a", 1)]);
    assert.equal(reader.read(), undefined);
  });

  it("skips an element and reads a whole one", () => {
    const reader = open("<a><b>1<c/></b><d>2<e/></d>3</a>");
    reader.read();
    reader.read();
    reader.skip();
    reader.read();
    assert.deepEqual(reader.readElement(), { name: "d", namespace: "", attributes: [], children: ["2", { name: "e", namespace: "", attributes: [], children: [] }] });
    assert.deepEqual(reader.read(), { type: "text", depth: 1, text: "3" });
    assert.throws(() => reader.skip(), /only after read returned an "element"/);
    assert.deepEqual(reader.read(), end("a", 1));
    assert.equal(reader.read(), undefined);
  });
});
