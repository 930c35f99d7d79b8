import assert from "node:assert/strict";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { lineIndex } from "../../../src/protocol/xml/line-index.js";
import { readPositionedTree, type PositionedElement } from "../../../src/protocol/xml/positioned-tree.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { configurationLimits } from "../../../src/protocol/xml/xml-limits.js";
import { pureTarget } from "../fuzz-target.js";
import { growDocument } from "../grow-xml.js";
import { mutate, seedDocuments } from "../mutate-xml.js";

const qualified = (named: { readonly name: string; readonly prefix?: string }): string => (named.prefix === undefined ? named.name : `${named.prefix}:${named.name}`);
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

export const xmlTree = pureTarget<string>({
  name: "xml-tree",
  promise: "The reader of configuration files never throws, keeps its places in order, tells mistakes inside the text, and agrees with the strict reader.",
  cases: 12_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => mutate(random.oneIn(3) ? growDocument(random) : random.pick(seedDocuments), random),
  check: (text) => {
    const { root, problems } = readPositionedTree(text);
    const strict = readElement(text, configurationLimits);
    assert.equal(problems.length === 0, strict.ok, `${JSON.stringify(problems)} ${JSON.stringify(strict)}`);
    const lines = lineIndex(text);
    for (const { offset, length, related } of problems) {
      assert.ok(offset >= 0 && offset + (length ?? 0) <= text.length, JSON.stringify(problems));
      assert.ok(related === undefined || (related.offset >= 0 && related.offset + related.length <= text.length), JSON.stringify(problems));
      assert.ok(lines.place(offset).line <= lines.lineCount);
    }
    if (root !== undefined) checkPlaces(root, 0, text.length);
    if (!strict.ok) return false;
    assert.ok(root !== undefined);
    assert.deepEqual(ofPositioned(root), ofStrict(strict.value));
    return true;
  },
});
