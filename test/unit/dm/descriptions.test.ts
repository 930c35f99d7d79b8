import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { NodeDefinition } from "../../../src/base/node-definition.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { readDescription, type Description } from "../../../src/protocol/dm/ddf/read-description.js";
import { writeDescription } from "../../../src/protocol/dm/ddf/write-description.js";
import { decodeElement } from "../../../src/protocol/syncml/decode-message.js";
import { toXmlElement } from "../../../src/protocol/syncml/element-parts.js";
import { recordedMessages } from "../../support/recorded-messages.js";
import { fixtures, projectRoot, withoutFixtures } from "../../support/project-root.js";

function elementOf(octets: Uint8Array, encoding: "wbxml" | "xml" = "xml"): XmlElement {
  const read = decodeElement(octets, encoding);
  assert.ok(read.ok, JSON.stringify(read));
  return toXmlElement(read.value);
}

const golden = (): XmlElement => elementOf(readFileSync(join(projectRoot, "test", "golden", "dm", "description.xml")));

function descriptionOf(root: XmlElement): Description {
  const read = readDescription(root);
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}

describe("a device description", () => {
  it("is read with what Windows adds", () => {
    assert.deepEqual(descriptionOf(golden()), {
      manufacturer: "Example",
      parts: [{
        path: "./Device/Vendor/Example",
        definition: {
          name: "Lamp", access: ["Get"], formats: ["node"], types: ["urn:example:lamp:1.0"], occurrence: { kind: "One" }, isPermanent: true, description: "A lamp.",
          children: [
            { name: "Mode", access: ["Get", "Replace"], formats: ["int"], types: ["text/plain"], occurrence: { kind: "ZeroOrOne" }, ignoresCase: true, title: "Mode", defaultValue: "0", allowedValues: { kind: "enum", values: ["0", "1"], separator: ";" }, rebootBehavior: "ServerInitiated", isAtomicRequired: true, isDeprecated: true },
            { name: undefined, access: ["Add", "Delete", "Get"], formats: ["node"], occurrence: { kind: "ZeroOrN", max: 5 }, namePattern: "[a-z]+", children: [
              { name: "Level", access: ["Get"], formats: ["int", "chr"], types: ["text/plain"], allowedValues: { kind: "range", ranges: [[0, 100], [200, 200], [-1, -1]] } },
            ] },
          ],
        },
      }],
    });
  });

  it("is the same when it was written and read again, Windows' additions apart", () => {
    const plain = (description: Description): unknown => JSON.parse(JSON.stringify(description, (key, value: unknown) => (["allowedValues", "rebootBehavior", "isAtomicRequired", "isDeprecated", "namePattern"].includes(key) ? undefined : value)));
    const description = descriptionOf(golden());
    assert.deepEqual(plain(descriptionOf(writeDescription(description))), plain(description));
  });

  const node = (inner: string): string => `<Node><NodeName>A</NodeName>${inner}</Node>`;
  const good = "<AccessType><Get/></AccessType><DFFormat><chr/></DFFormat>";
  const wholly = (properties: string, more = ""): string => node(`<DFProperties>${properties}</DFProperties>${more}`);
  const values = (type: string, value: string): string => wholly(`${good}<m:AllowedValues xmlns:m="http://schemas.microsoft.com/MobileDevice/DM" ValueType="${type}"><m:Value>${value}</m:Value></m:AllowedValues>`);
  for (const [inner, why] of [
    ["", ["The description has no Node."]],
    [node(""), ["A: the node has no DFProperties."]],
    [wholly(""), ["A: DFFormat names no format.", "A: AccessType is missing."]],
    [wholly("<AccessType><Read/></AccessType><DFFormat><text/></DFFormat>"), ["A: DFFormat names text, which is none of b64, bin, bool, chr, date, float, int, node, null, time, xml.", "A: DFFormat names no format.", "A: AccessType names Read, which is none of Add, Copy, Delete, Exec, Get, Replace."]],
    [wholly(good, wholly(good)), ["A: the node has nodes below it, and DFFormat is not node."]],
    [wholly("<AccessType/><DFFormat><node/></DFFormat>", wholly(good) + wholly(good)), ["A: the node A stands there twice."]],
    [wholly(`${good}<Occurrence><ZeroOrN>1</ZeroOrN></Occurrence>`), ['A: ZeroOrN is "1", and a number of 2 to 65536 belongs there.']],
    [wholly(`${good}<Occurrence><Some/></Occurrence>`), ["A: Occurrence names Some, which is none of One, OneOrMore, OneOrN, ZeroOrMore, ZeroOrN, ZeroOrOne."]],
    ["<Node><NodeName>A</NodeName><RTProperties/></Node>", ["The document is a serialised tree (RTProperties), and no description (DFProperties)."]],
    [values("Range", "a-b"), ['A: AllowedValues has the range "a-b"; [0-100] is one.']],
    [values("Flag", "x"), ['A: AllowedValues has the flag "x", which is no number.']],
    [values("Colour", "x"), ['A: AllowedValues has the ValueType "Colour", which is none of ADMX, ENUM, Flag, JSON, None, Range, RegEx, SDDL, XSD.']],
  ] as const) {
    it(`is refused with everything that is wrong: ${why.join(" ")}`, () => {
      const read = readDescription(elementOf(Buffer.from(`<MgmtTree><VerDTD>1.2</VerDTD>${inner}</MgmtTree>`)));
      assert.deepEqual(read, { ok: false, error: why });
    });
  }

  it("is what Windows' own files say, and not what their schema does", () => {
    const of = (format: string, additions: string): unknown => {
      const properties = `<AccessType><Get/></AccessType><DFFormat><${format}/></DFFormat>${additions}`;
      return descriptionOf(elementOf(Buffer.from(`<MgmtTree xmlns:m="http://schemas.microsoft.com/MobileDevice/DM"><VerDTD>1.2</VerDTD>${wholly(properties)}</MgmtTree>`))).parts[0]!.definition;
    };
    const allowed = (type: string, value: string, delimiter: string): string => `<m:AllowedValues ValueType="${type}"><m:Value>${value}</m:Value><m:List Delimiter="${delimiter}"/></m:AllowedValues>`;
    const leaf = { name: "A", access: ["Get"], formats: ["chr"] };
    assert.deepEqual(of("chr", allowed("RegEx", "[a-z]+", "|")), { ...leaf, allowedValues: { kind: "regex", pattern: "[a-z]+", separator: "|" } });
    assert.deepEqual(of("chr", allowed("Range", "[0-4294967295]", ",")), { ...leaf, allowedValues: { kind: "range", ranges: [[0, 4294967295]], separator: "," } });
    for (const written of ["\\xF000", "0xF000", "\\uF000", "\uF000"]) assert.deepEqual(of("chr", allowed("ENUM", "0x1", written)), { ...leaf, allowedValues: { kind: "enum", values: ["0x1"], separator: "\uF000" } }, written);
    // Looking ahead is not understood, so nothing is judged.
    assert.deepEqual(of("chr", allowed("RegEx", "(?=a).*", "")), { ...leaf, allowedValues: { kind: "unchecked", type: "RegEx" } });
    const node = { ...leaf, formats: ["node"] };
    assert.deepEqual(of("node", '<m:AllowedValues ValueType="RegEx"><m:Value>^[^/]*$</m:Value></m:AllowedValues>'), { ...node, namePattern: "^[^/]*$" });
    const named = (text: string): unknown => of("node", `<m:DynamicNodeNaming><m:UniqueName>${text}</m:UniqueName></m:DynamicNodeNaming>`);
    assert.deepEqual([named("[A-Za-z]+"), named("The product code of the application."), named("(?=a)")], [{ ...node, namePattern: "[A-Za-z]+" }, node, node]);
  });

  it("other versions and other documents are refused by name", () => {
    assert.deepEqual(readDescription(elementOf(Buffer.from(`<MgmtTree><VerDTD>1.1.2</VerDTD>${wholly(good)}</MgmtTree>`))), { ok: false, error: ['VerDTD is "1.1.2"; descriptions of version 1.2 are read.'] });
    assert.deepEqual(readDescription(elementOf(Buffer.from("<a/>"))), { ok: false, error: ["The document is a a and no description, which is a MgmtTree."] });
  });

  it("recorded ones are read, older dialects and serialised trees refused by name", { skip: withoutFixtures }, () => {
    const all = new Map(recordedMessages().map(({ name, octets }) => [name, octets]));
    const of = (name: string): ReturnType<typeof readDescription> => readDescription(elementOf(all.get(name)!, name.endsWith(".wbxml") ? "wbxml" : "xml"));
    for (const name of ["own-vectors/ddf.xml", "own-vectors/ddf.wbxml"]) {
      assert.deepEqual(of(name), { ok: true, value: { parts: [{ path: "", definition: { name: "N", access: ["Get", "Exec"], formats: ["chr"], types: ["text/plain"], occurrence: { kind: "ZeroOrOne" }, isPermanent: true, title: "t" } }] } });
    }
    const file = (...path: readonly string[]): ReturnType<typeof readDescription> => readDescription(elementOf(readFileSync(join(fixtures, "omadm", ...path))));
    const aosp = file("aosp-oma-dm", "tree", "syncmldm.ddf");
    assert.ok(aosp.ok, JSON.stringify(aosp));
    const count = (definitions: readonly NodeDefinition[]): number => definitions.reduce((sum, each) => sum + 1 + count(each.children ?? []), 0);
    assert.deepEqual([aosp.value.manufacturer, aosp.value.model, count(aosp.value.parts.map(({ definition }) => definition))], ["Motorola", "Nexus", 292]);
    assert.deepEqual(file("libwbxml-ddf", "ddf-001.ddf"), { ok: false, error: ["The document is a serialised tree (RTProperties), and no description (DFProperties)."] });
    for (const name of ["devdetail_ext", "devdetail_uri", "managedobjects", "root"]) {
      const read = of(`aosp-oma-dm/tree/${name}.xml`);
      assert.ok(!read.ok);
      assert.match(read.error.join(" "), /VerDTD is "1\.1\.2"|no DFProperties|serialised tree/u);
    }
  });
});
