import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../src/base/xml-element.js";
import { readElement } from "../../src/protocol/xml/read-element.js";
import { readPositionedTree, type PositionedElement } from "../../src/protocol/xml/positioned-tree.js";
import { configurationLimits } from "../../src/protocol/xml/xml-limits.js";
import { mutate, seedDocuments } from "./mutate-xml.js";
import { createRandom } from "./random.js";
import { cpuTime } from "../support/cpu-time.js";

const qualified = (named: { name: string; prefix?: string }): string => (named.prefix === undefined ? named.name : `${named.prefix}:${named.name}`);
const isDeclaration = (name: string): boolean => name === "xmlns" || name.startsWith("xmlns:");

/** What both readers must say of one element, in one form. */
function ofStrict(element: XmlElement): unknown {
  const text = element.children.filter((child) => typeof child === "string").join("");
  const children = element.children.filter((child) => typeof child !== "string").map(ofStrict);
  return [qualified(element), element.attributes.map((a) => [qualified(a), a.value]), text, children];
}

function ofPositioned(element: PositionedElement): unknown {
  const attributes = element.attributes.filter((a) => !isDeclaration(a.name)).map((a) => [a.name, a.value]);
  return [element.name, attributes, element.text, element.children.map(ofPositioned)];
}

function checkPlaces(element: PositionedElement, from: number, to: number): void {
  assert.ok(from <= element.offset && element.offset < element.nameOffset && element.nameOffset < element.tagEndOffset);
  assert.ok(element.tagEndOffset <= element.endTagOffset && element.endTagOffset <= element.endOffset && element.endOffset <= to);
  let at = element.tagEndOffset;
  for (const child of element.children) {
    checkPlaces(child, at, element.endTagOffset);
    at = child.endOffset;
  }
}

describe("positioned tree on mutants", () => {
  it("never throws, keeps its places in order, and agrees with the strict reader", () => {
    const random = createRandom(42);
    let wellFormed = 0;
    for (let i = 0; i < 30_000; i++) {
      const text = i < seedDocuments.length ? seedDocuments[i]! : mutate(random.pick(seedDocuments), random);
      const { root, problems } = readPositionedTree(text);
      const strict = readElement(text, configurationLimits);
      assert.equal(problems.length === 0, strict.ok, `${JSON.stringify(text)} ${JSON.stringify(problems)} ${JSON.stringify(strict)}`);
      for (const { offset, length } of problems) assert.ok(offset >= 0 && offset + (length ?? 0) <= text.length, JSON.stringify([text, problems]));
      if (root !== undefined) checkPlaces(root, 0, text.length);
      if (!strict.ok) continue;
      wellFormed++;
      assert.ok(root !== undefined);
      assert.deepEqual(ofPositioned(root), ofStrict(strict.value), text);
    }
    assert.ok(wellFormed > 1000);
  });

  const storms: readonly string[] = ["<a>", "<a ", "<", "</a>", "</", "&", '"', '<a b="', "<a b='", "<!--", "<![CDATA[", "<!DOCTYPE", "<?", "<a b=c ", "<a b-", " ", "=", "<a b=", "--", "]]>", "<a b=\"<", "&x;", "<a/>", "<b><a></b>", 'b="1" ', "a= ", "< a", "<a b= "];
  for (const storm of storms) {
    it(`takes time in proportion to the text for ${JSON.stringify(storm)} again and again`, () => {
      const took = cpuTime(() => {
        for (const start of ["", "<r>", "<r ", '<r x="', "<r x=y"]) readPositionedTree(start + storm.repeat(Math.ceil(200_000 / storm.length)));
      });
      assert.ok(took < 20_000, `took ${took} ms of processor`);
    });
  }
});
