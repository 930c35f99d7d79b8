import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { describeExpressionProblem } from "../../../src/base/expression-problem.js";
import { StepBudget } from "../../../src/base/step-budget.js";
import type { XPath } from "../../../src/protocol/xpath/path.js";
import { parsePath } from "../../../src/protocol/xpath/parse-path.js";
import { replaceNodes } from "../../../src/protocol/xpath/replace-nodes.js";
import { selectNodes } from "../../../src/protocol/xpath/select-nodes.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";
import { cpuTime } from "../../support/cpu-time.js";
import { createRandom } from "../../fuzz/random.js";

const document = elementOf(
  '<q:Disk xmlns:q="urn:q" xmlns:r="urn:r" Kind="hard"><q:Id>sda</q:Id><q:Name xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/><q:Part n="1"><q:Id>1</q:Id>' +
    '<q:Size>10</q:Size></q:Part><q:Part n="2"><q:Id>2</q:Id><q:Size>20</q:Size></q:Part><r:Id>other</r:Id><q:Tag>a</q:Tag><q:Tag>b</q:Tag><q:Text>x<![CDATA[y]]>z</q:Text></q:Disk>',
);

function elementOf(text: string): XmlElement {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok);
  return read.value;
}

function pathOf(text: string, prefixes: Readonly<Record<string, string>> = {}): XPath {
  const parsed = parsePath(text, new Map(Object.entries(prefixes)));
  assert.ok(parsed.ok, parsed.ok ? "" : describeExpressionProblem(text, parsed.error));
  return parsed.value;
}

const budget = (): StepBudget => new StepBudget(100_000);
const shown = (element: XmlElement): string => `${element.name}:${element.children.map((child) => (typeof child === "string" ? child : shown(child))).join("")}`;

/** A path and what it finds: elements as `name:text`, texts in a list. */
const table: readonly (readonly [path: string, found: readonly string[], prefixes?: Readonly<Record<string, string>>])[] = [
  ["Id", ["Id:sda", "Id:other"]],
  ["q:Id", ["Id:sda", "Id:other"]],
  ["q:Id", ["Id:sda"], { q: "urn:q" }],
  ["x:Id", ["Id:other"], { x: "urn:r" }],
  ["x:Id", [], { x: "urn:nothing" }],
  ["Tag", ["Tag:a", "Tag:b"]],
  ["Tag[2]", ["Tag:b"]],
  ["Tag[3]", []],
  ["Part/Size", ["Size:10", "Size:20"]],
  ["Part[2]/Size/text()", ["20"]],
  ["Part[Id='2']/Size", ["Size:20"]],
  ['Part[@n="1"]/Size', ["Size:10"]],
  ["Part[2][Id='2']/@n", ["2"]],
  ["Part[2][Id='1']", []],
  [" Part [ Id = '1' ] / Size / text() ", ["10"]],
  ["Part/@n", ["1", "2"]],
  ["@Kind", ["hard"]],
  ["Text/text()", ["xyz"]],
  ["Name/text()", []],
  ["text()", []],
  ["Part/", ["Part:Id:1Size:10", "Part:Id:2Size:20"]],
  ["./Id", ["Id:sda", "Id:other"]],
  ["../Disk/Tag", ["Tag:a", "Tag:b"]],
  ["../Disk[Id='sda']/Tag[1]", ["Tag:a"]],
  ["../Disk[@Kind='soft']", []],
  ["../Other", []],
  ["id", []],
];

describe("a path finds", () => {
  for (const [path, found, prefixes] of table) {
    it(`${path}${prefixes === undefined ? "" : " with a prefix"}: ${found.join(", ") || "nothing"}`, () => {
      const { elements, texts } = selectNodes(document, pathOf(path, prefixes), budget());
      assert.deepEqual(texts ?? elements.map(shown), found);
    });
  }

  it("the name that nothing has is told from the position that nothing has", () => {
    const unknown = (path: string): string | undefined => selectNodes(document, pathOf(path), budget()).unknown?.local;
    assert.deepEqual(["tag", "Tag[9]", "Part/Nothing", "Part[@n='9']/Size", "@none", "../Other", "Part[9]/@n"].map(unknown), ["tag", undefined, "Nothing", undefined, "none", "Other", undefined]);
  });
});

describe("what is no path of Level 1 is told why and where", () => {
  for (const [path, why] of [
    ["", "the path is empty; write the name of an element, text() or @name (at its end)."],
    ["/Disk/Id", 'a path begins below the root element; leave the / in front out (at character 1, near "/Disk/Id").'],
    ["//Id", 'a path begins below the root element; leave the / in front out (at character 1, near "//Id").'],
    ["Part//Id", 'XPath Level 1 has no //; write every step (at character 6, near "/Id").'],
    ["*", 'XPath Level 1 has no wildcards; write the name of an element (at character 1, near "*").'],
    ["Part/..", 'XPath Level 1 does not go back up; .. stands only in front (at character 6, near "..").'],
    ["../", "the name of an element or attribute is expected here (at its end)."],
    ["./", "a name, text() or @name is expected behind ./ (at its end)."],
    [".", 'the name of an element or attribute is expected here (at character 1, near ".").'],
    ["Tag[0]", 'positions count from 1 (at character 5, near "0]").'],
    ["Tag[last()]", '= and a text in quotes are expected here; XPath Level 1 has no other test (at character 9, near "()]").'],
    ['Kind[text()="3"]', '= and a text in quotes are expected here; XPath Level 1 has no other test (at character 10, near "()="3"]").'],
    ["Part[Id>'1']", `= and a text in quotes are expected here; XPath Level 1 has no other test (at character 8, near ">'1']").`],
    ["Part[Id=1]", 'a text in quotes is expected here (at character 9, near "1]").'],
    ["Part[Id='1", `the text that begins here has no closing quote (at character 9, near "'1").`],
    ["Part[Id='1'][2]", 'a / or the end of the path is expected here (at character 13, near "[2]").'],
    ["Part[1", "a ] is expected here (at its end)."],
    ["a | b", 'a / or the end of the path is expected here (at character 3, near "| b").'],
    ["child::Part", 'a / or the end of the path is expected here (at character 6, near "::Part").'],
    ["Part/text()/x", 'the end of the path is expected here (at character 12, near "/x").'],
    ["@a/b", 'the end of the path is expected here (at character 3, near "/b").'],
    ["count(Part)", 'a / or the end of the path is expected here (at character 6, near "(Part)").'],
  ] as const) {
    it(path === "" ? "nothing" : path, () => {
      const parsed = parsePath(path, new Map());
      assert.ok(!parsed.ok, "it is read");
      assert.equal(describeExpressionProblem(path, parsed.error), why);
    });
  }
});

describe("a part is replaced", () => {
  const replace = (path: string, inside: string) => {
    const fragment = elementOf(`<f xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inside}</f>`);
    const parsed = pathOf(path);
    const elements = fragment.children.filter((child): child is XmlElement => typeof child !== "string");
    return replaceNodes(document, parsed, selectNodes(document, parsed, budget()), { elements, text: fragment.children.filter((child) => typeof child === "string").join("") });
  };
  const replaced = (path: string, inside: string, find = path): readonly string[] => {
    const result = replace(path, inside);
    assert.ok(result.ok, result.ok ? "" : result.error);
    const { elements, texts } = selectNodes(result.value, pathOf(find), budget());
    return texts ?? elements.map(shown);
  };
  it("an element, one of an array, a whole array, a text, an attribute", () => {
    assert.deepEqual(replaced("Part[2]/Size", "<Size>21</Size>"), ["Size:21"]);
    assert.deepEqual(replaced("Tag[2]", "<Tag>c</Tag>", "Tag"), ["Tag:a", "Tag:c"]);
    assert.deepEqual(replaced("Tag", "<Tag>1</Tag><Tag>2</Tag><Tag>3</Tag>"), ["Tag:1", "Tag:2", "Tag:3"]);
    assert.deepEqual(replaced("Tag", "\n <Tag>1</Tag>\n"), ["Tag:1"]);
    assert.deepEqual(replaced("Part[Id='1']/Size/text()", " 5 "), [" 5 "]);
    assert.deepEqual(replaced("Name/text()", "n", "Name/@nil"), []);
    assert.deepEqual(replaced("Part[1]/@n", "9", "Part/@n"), ["9", "2"]);
    assert.deepEqual(replaced("Text/text()", ""), []);
  });
  it("and gets the namespaces of what was there, while nil stays nil and the rest is as it was", () => {
    const result = replace("Part[1]", '<Part n="7"><Id>8</Id><New xsi:nil="true"/></Part>');
    assert.ok(result.ok);
    const part = result.value.children[2] as XmlElement;
    assert.deepEqual([part.namespace, part.prefix, ...part.children.map((child) => (child as XmlElement).namespace)], ["urn:q", "q", "urn:q", "urn:q"]);
    assert.match(writeElement(result.value), /<q:Part n="7"><q:Id>8<\/q:Id><q:New [^>]*nil="true"\/><\/q:Part><q:Part n="2">/u);
    assert.equal(result.value.children[0], document.children[0]);
  });
  for (const [path, inside, why] of [
    ["Tag[2]", "<Tag/><Tag/>", /leads to one Tag and the fragment holds 2/u],
    ["Tag", "<Name/>", /holds the element Name where the path asks for Tag/u],
    ["Tag", "", /is empty/u],
    ["Tag", "x", /elements without text around them/u],
    ["Tag/text()", "x", /leads to 2 places/u],
    ["Tag[1]/text()", "<Tag/>", /text without elements/u],
    ["Part[1]/text()", "x", /holds elements/u],
    ["Part/Size", "<Size/>", /several places/u],
    ["text()", "x", /holds elements/u],
  ] as const) {
    it(`but not ${path} by ${inside || "nothing"}`, () => {
      const result = replace(path, inside);
      assert.ok(!result.ok);
      assert.match(result.error, why);
    });
  }
});

describe("a hostile path", () => {
  it("of a megabyte is refused unread", () => {
    for (const piece of ["a/", "[", "(", "a[b='", "../", "@", " "]) {
      const parsed = parsePath(piece.repeat(Math.ceil(1_000_000 / piece.length)), new Map());
      assert.ok(!parsed.ok);
      assert.match(parsed.error.message, /at most 4096 characters/u);
    }
    assert.ok(!parsePath(`${"a/".repeat(65)}a`, new Map()).ok);
  });

  it("runs out of steps on a large representation, not of time", () => {
    const wide: XmlElement = { name: "r", namespace: "", attributes: [], children: Array.from({ length: 20_000 }, () => ({ name: "a", namespace: "", attributes: [], children: [{ name: "b", namespace: "", attributes: [], children: ["x"] }] })) };
    const left = new StepBudget(30_000);
    selectNodes(wide, pathOf("a[b='y']/b"), left);
    assert.equal(left.isExhausted, true);
  });

  it("costs a part of many elements what they are, not what their pairs are", () => {
    const wide: XmlElement = { name: "r", namespace: "", attributes: [], children: Array.from({ length: 100_000 }, () => ({ name: "a", namespace: "", attributes: [], children: [] })) };
    const path = pathOf("a");
    const found = selectNodes(wide, path, new StepBudget(300_000));
    const spent = cpuTime(() => {
      const replaced = replaceNodes(wide, path, found, { elements: [wide.children[0] as XmlElement], text: "" });
      assert.ok(replaced.ok && replaced.value.children.length === 1);
    });
    assert.ok(spent < 1200, `${spent} ms`);
  });

  it("of any position is no mistake: where nothing is nothing is found", () => {
    assert.deepEqual(selectNodes(document, pathOf(`Part[${"9".repeat(30)}]`), budget()).elements, []);
  });

  it("never throws, and is told a place inside it", () => {
    const random = createRandom(20_260_302);
    const pieces = ["a", "Part", "Id", "/", "//", "[", "]", "1", "0", "'x'", '"', "=", "@n", "text()", "..", ".", "*", ":", "q:", " ", "|", "(", ")", "é", "\u0000"];
    let read = 0;
    for (let turn = 0; turn < 20_000; turn++) {
      const text = Array.from({ length: random.below(9) }, () => random.pick(pieces)).join("");
      const parsed = parsePath(text, new Map([["q", "urn:q"]]));
      if (!parsed.ok) {
        assert.ok(parsed.error.offset >= 0 && parsed.error.offset <= text.length, text);
        continue;
      }
      read++;
      const found = selectNodes(document, parsed.value, budget());
      replaceNodes(document, parsed.value, found, { elements: [{ name: "Id", namespace: "", attributes: [], children: [] }], text: "" });
    }
    assert.ok(read > 500, `${read} were read`);
  });
});
