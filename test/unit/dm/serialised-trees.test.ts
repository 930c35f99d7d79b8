import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { readSelection } from "../../../src/protocol/dm/tnds/read-selection.js";
import { readTree } from "../../../src/protocol/dm/tnds/read-tree.js";
import { serialisedProperties, type SerialisedPart } from "../../../src/protocol/dm/tnds/serialised-node.js";
import { writeTree } from "../../../src/protocol/dm/tnds/write-tree.js";
import { decodeElement } from "../../../src/protocol/syncml/decode-message.js";
import { toXmlElement } from "../../../src/protocol/syncml/element-parts.js";
import { readEmbedded, writeEmbedded } from "../../../src/protocol/syncml/embedded-tree.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";

function elementOf(text: string): XmlElement {
  const read = decodeElement(Buffer.from(text), "xml");
  assert.ok(read.ok, JSON.stringify(read));
  return toXmlElement(read.value);
}

const parts: readonly SerialisedPart[] = [{
  path: "Accounts",
  node: {
    name: "A", format: "node", type: "urn:oma:mo:oma-dm-dmacc:1.0", acl: "Get=*&Replace=srv", children: [
      { name: "Name", format: "chr", type: "text/plain", title: "Name", tStamp: "20261127T120000Z", verNo: "7", value: " a <b> ", children: [] },
      { name: "Key", format: "bin", type: "application/octet-stream", value: "AP8=", children: [] },
      { name: "Empty", format: "chr", type: "text/plain", value: "", children: [] },
      { name: "Inner", format: "node", type: "", children: [] },
    ],
  },
}];
const all = new Set(serialisedProperties);

describe("a serialised tree", () => {
  it("is the same when it was written and read again, as XML and as a document of WBXML", () => {
    const written = writeTree(parts, all);
    assert.deepEqual(readTree(elementOf(writeElement(written))), { ok: true, value: parts });
    const embedded = readEmbedded(writeEmbedded(written));
    assert.ok(embedded !== undefined);
    assert.deepEqual(readTree(embedded), { ok: true, value: parts });
  });

  it("has what was asked for: some properties, or all but some", () => {
    const asked = (value: string): string => {
      const selection = readSelection(value);
      assert.ok(selection?.kind === "TNDS");
      return writeElement(writeTree([{ path: "", node: parts[0]!.node.children[0]! }], selection.properties));
    };
    const around = (inner: string): string => `<MgmtTree xmlns="syncml:dmddf1.2"><VerDTD>1.2</VerDTD><Node><NodeName>Name</NodeName>${inner}</Node></MgmtTree>`;
    assert.equal(asked("TNDS+Value"), around("<Value> a &lt;b&gt; </Value>"));
    assert.equal(asked("TNDS+Value+VerNo"), around("<RTProperties><VerNo>7</VerNo></RTProperties><Value> a &lt;b&gt; </Value>"));
    assert.equal(asked("TNDS-Value-Title-TStamp-VerNo-ACL"), around("<RTProperties><Format><chr/></Format><Type><MIME>text/plain</MIME></Type></RTProperties>"));
    assert.deepEqual(["Struct", "StructData", "TNDS"].map((value) => readSelection(value)?.kind), ["Struct", "StructData", "TNDS"]);
    for (const value of ["", "struct", "TNDS+", "TNDS+Value-ACL", "TNDS+Colour", "TNDS Value", "TNDS+Value+", "XTNDS"]) assert.equal(readSelection(value), undefined, value);
  });

  it("a node of which nothing is said is text where it has a value, and holds nodes where not", () => {
    const read = readTree(elementOf("<MgmtTree><VerDTD>1.2</VerDTD><Node><NodeName>A</NodeName><Node><NodeName>B</NodeName><Value>x</Value></Node></Node></MgmtTree>"));
    assert.deepEqual(read, { ok: true, value: [{ path: "", node: { name: "A", format: "node", type: "", children: [{ name: "B", format: "chr", type: "", value: "x", children: [] }] } }] });
  });

  const format = (word: string): string => `<RTProperties><Format><${word}/></Format></RTProperties>`;
  for (const [inner, why] of [
    ["", "The serialised tree has no Node."],
    ["<Node/>", "A node of the serialised tree has no NodeName."],
    ["<Node><NodeName>A</NodeName><Node><NodeName> </NodeName></Node></Node>", "A node below A of the serialised tree has no NodeName."],
    [`<Node><NodeName>A</NodeName>${format("text")}</Node>`, "The node A of the serialised tree has the Format text, which is none of b64, bin, bool, chr, date, float, int, node, null, time, xml."],
    [`<Node><NodeName>A</NodeName>${format("node")}<Value/></Node>`, "The node A of the serialised tree has a Value, and its Format is node."],
    [`<Node><NodeName>A</NodeName>${format("chr")}<Node><NodeName>B</NodeName></Node></Node>`, "The node A of the serialised tree has nodes below it, and its Format is chr."],
    ["<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName></Node><Value/></Node>", "The node A of the serialised tree has a Value and nodes below it."],
    ["<Node><NodeName>A</NodeName><Node><NodeName>B</NodeName></Node><Node><NodeName>B</NodeName></Node></Node>", "The node A/B stands twice in the serialised tree."],
  ] as const) {
    it(`is refused: ${why}`, () => assert.deepEqual(readTree(elementOf(`<MgmtTree><VerDTD>1.2</VerDTD>${inner}</MgmtTree>`)), { ok: false, error: why }));
  }

  it("other versions and other documents are refused by name", () => {
    assert.deepEqual(readTree(elementOf("<MgmtTree><Node/></MgmtTree>")), { ok: false, error: "VerDTD of the serialised tree is missing, and 1.2 is read." });
    assert.deepEqual(readTree(elementOf("<a/>")), { ok: false, error: "The data is a a and no serialised tree, which is a MgmtTree." });
  });
});
