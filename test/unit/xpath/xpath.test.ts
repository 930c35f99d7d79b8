import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { readPath } from "../../../src/protocol/xpath/read-path.js";
import { replaceNodes } from "../../../src/protocol/xpath/replace-nodes.js";
import { selectNodes } from "../../../src/protocol/xpath/select-nodes.js";
import { createRandom } from "../../fuzz/random.js";

const read = (xml: string): XmlElement => {
  const result = readElement(xml, wireLimits);
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const disk = read(
  '<p:Disk xmlns:p="urn:disk" xmlns:q="urn:other" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" Kind="3"><p:Label>one</p:Label><p:Lang>en-US</p:Lang><p:Lang>de-DE</p:Lang>' +
    '<p:Part Id="a" xsi:type="q:Part_Type"><p:Size>1</p:Size></p:Part><p:Part Id="b"><p:Size>2</p:Size><p:Mark>x<!-- -->y</p:Mark></p:Part><q:Label>two</q:Label><p:Empty/><p:Nothing xsi:nil="true"/></p:Disk>',
);
const prefixes = new Map([["d", "urn:disk"], ["o", "urn:other"]]);

const select = (path: string): string => {
  const parsed = readPath(path, prefixes);
  if (!parsed.ok) return parsed.error.message;
  const found = selectNodes(disk, parsed.value);
  return found.kind === "texts" ? found.texts.join("|") : found.elements.map((element) => `${element.name}:${element.children.map((child) => (typeof child === "string" ? child : child.name)).join(",")}`).join("|");
};

const found: readonly (readonly [string, string])[] = [
  ["Label", "Label:one|Label:two"], ["d:Label", "Label:one"], ["o:Label/text()", "two"], ["Label/text()", "one|two"], ["Lang", "Lang:en-US|Lang:de-DE"], ["Lang[2]", "Lang:de-DE"], ["Lang[2]/text()", "de-DE"], ["Lang[3]", ""],
  ["Part/Size/text()", "1|2"], ["Part[2]/Size/text()", "2"], ["Part[@Id='b']/Size/text()", "2"], ['Part[Size="1"]/@Id', "a"], ["Part/@Id", "a|b"], ["Part[1]/@type", "Part"], ["@Kind", "3"], ["text()", ""],
  ["Part/Mark/text()", "xy"], ["Empty", "Empty:"], ["Empty/text()", ""], ["Nothing", "Nothing:"], ["label", ""], ["Part[2][Size='2']/Size/text()", "2"], ["Part[1][Size='2']", ""],
];
const refused: readonly (readonly [string, RegExp])[] = [
  ["", /is empty/], ["/Label", /does not begin with a slash/], ["//Label", /does not begin/], ["Label/", /name of an element is expected here/], ["*", /no axes, wildcards/], ["..", /no axes/], ["Label|Lang", /Level 1 of XPath has no more/],
  ["Lang[0]", /Indices count from 1/], ["Lang[position()=1]", /compared with =/], ["Lang[last()]", /compared with =/], ["Part[Size>1]", /no other operator/], ["Part[Size=1]", /in quotes/], ["Part[Size='1']extra", /no more/],
  ["Part[Size='1'", /not closed/], ["Part[Size='1", /never ends/], ["x:Label", /prefix x is not declared/], ["child::Label", /no more/], ["Label/text()/x", /Nothing may stand behind/], ["count(Lang)", /no more/], ["Kind[text()='3']", /compared with =/],
  [Array.from({ length: 65 }, () => "a").join("/"), /at most 64 steps/], ["a".repeat(20_000), /at most 16384 characters/],
];

describe("XPath Level 1", () => {
  for (const [path, nodes] of found) it(`${path} finds ${nodes || "nothing"}`, () => assert.equal(select(path), nodes));
  for (const [path, says] of refused) it(`refuses ${path.slice(0, 40)}`, () => assert.match(select(path), says));

  const put = (path: string, content: string): string => {
    const parsed = readPath(path, prefixes);
    assert.ok(parsed.ok);
    const fragment = read(`<f>${content}</f>`);
    const elements = fragment.children.filter((child): child is XmlElement => typeof child !== "string");
    const replaced = replaceNodes(disk, parsed.value, elements.length > 0 || content === "" ? { kind: "elements", elements } : { kind: "text", text: content });
    return replaced.ok ? writeElement(replaced.value).replace(/^<p:Disk[^>]*>|<\/p:Disk>$/gu, "").replaceAll(/ xmlns:\w+="[^"]*"/gu, "") : replaced.error;
  };
  const rest = '<p:Part Id="a" xsi:type="q:Part_Type"><p:Size>1</p:Size></p:Part><p:Part Id="b"><p:Size>2</p:Size><p:Mark>xy</p:Mark></p:Part><q:Label>two</q:Label><p:Empty/><p:Nothing xsi:nil="true"/>';
  const langs = "<p:Lang>en-US</p:Lang><p:Lang>de-DE</p:Lang>";

  const replacements: readonly (readonly [string, string, string])[] = [
    ["d:Label", "<Label>new</Label>", `<p:Label>new</p:Label>${langs}${rest}`],
    ["Lang[2]", "<Lang>fr</Lang>", `<p:Label>one</p:Label><p:Lang>en-US</p:Lang><p:Lang>fr</p:Lang>${rest}`],
    ["Lang", "<Lang>a</Lang><Lang>b</Lang><Lang>c</Lang>", `<p:Label>one</p:Label><p:Lang>a</p:Lang><p:Lang>b</p:Lang><p:Lang>c</p:Lang>${rest}`],
    ["Lang", "", `<p:Label>one</p:Label>${rest}`],
    ["Lang[1]/text()", "it", `<p:Label>one</p:Label><p:Lang>it</p:Lang><p:Lang>de-DE</p:Lang>${rest}`],
    ["Nothing/text()", "now", `<p:Label>one</p:Label>${langs}${rest.replace('<p:Nothing xsi:nil="true"/>', "<p:Nothing>now</p:Nothing>")}`],
    ["Part[@Id='b']/Size/text()", "9", `<p:Label>one</p:Label>${langs}${rest.replace("<p:Size>2</p:Size>", "<p:Size>9</p:Size>")}`],
    ["Part[2]/@Id", "z", `<p:Label>one</p:Label>${langs}${rest.replace('Id="b"', 'Id="z"')}`],
    ["Lost", "<Lost>1</Lost>", `<p:Label>one</p:Label>${langs}${rest.replace("<p:Part ", "<p:Lost>1</p:Lost><p:Part ")}`],
  ];
  for (const [path, content, result] of replacements) it(`puts ${content || "nothing"} in the place of ${path}`, () => assert.equal(put(path, content), result));

  const impossible: readonly (readonly [string, string, RegExp])[] = [
    ["Lang/text()", "x", /There are 2 elements Lang in Disk; say which by an index/], ["Lang[3]", "<Lang>x</Lang>", /no such Lang/], ["Lang[1]", "<Lang>x</Lang><Lang>y</Lang>", /must hold one/], ["Lang[1]", "<Other/>", /holds the element Other where Lang belongs/],
    ["Part/Size", "<Size>1</Size>", /say which/], ["Lost/text()", "x", /There is no Lost/], ["d:Label", "text", /holds elements; for the text alone/], ["d:Label/text()", "<b/>", /holds text and no elements/], ["Part[1]/text()", "x", /Part holds elements/], ["d:Label/@x", "1", /no attribute x/],
  ];
  for (const [path, content, says] of impossible) it(`does not put ${content} in the place of ${path}`, () => assert.match(put(path, content), says));

  it("throws for nothing that a stranger writes", () => {
    const random = createRandom(20261126);
    const pieces = ["a", "Label", "Part", "/", "[", "]", "1", "@", "Id", "=", "'b'", '"', "text()", ":", "d:", "(", ")", "*", " ", "\u0000", "é"];
    let accepted = 0;
    for (let round = 0; round < 50_000; round++) {
      const path = Array.from({ length: random.below(9) }, () => random.pick(pieces)).join("");
      const parsed = readPath(path, prefixes);
      if (!parsed.ok) continue;
      accepted++;
      selectNodes(disk, parsed.value);
    }
    assert.ok(accepted > 500, String(accepted));
  });
});
