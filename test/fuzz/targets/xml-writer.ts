import assert from "node:assert/strict";
import type { XmlAttribute, XmlElement } from "../../../src/base/xml-element.js";
import { XML } from "../../../src/protocol/soap/namespaces.js";
import { markElement, sliceElement } from "../../../src/protocol/xml/element-source.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { XmlScanner, XmlToken } from "../../../src/protocol/xml/scanner.js";
import { tryWriteElement } from "../../../src/protocol/xml/write-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { pureTarget } from "../fuzz-target.js";
import { growDocument } from "../grow-xml.js";
import { mutate, seedDocuments } from "../mutate-xml.js";

/** Prefixes are the writer's own choice where they must be. */
const meaning = ({ name, namespace, attributes, children }: XmlElement): unknown => [
  name, namespace, attributes.map((each) => `{${each.namespace}}${each.name}=${each.value}`).sort(), children.map((child) => (typeof child === "string" ? child : meaning(child))),
];

/** Splicing adds namespaces to those of the element. */
const roomy = { ...wireLimits, namespaces: 256, attributes: 65 };

/** The first element inside the root, alone. */
function checkCut(text: string, root: XmlElement, child: XmlElement): void {
  const scanner = new XmlScanner(text, wireLimits);
  scanner.next();
  while (scanner.next() !== XmlToken.start);
  const piece = sliceElement(text, markElement(scanner));
  const cut = readElement(piece, roomy);
  assert.ok(cut.ok, piece);
  const isLanguage = ({ name, namespace }: XmlAttribute): boolean => name === "lang" && namespace === XML;
  const language = child.attributes.some(isLanguage) ? [] : root.attributes.filter(isLanguage);
  assert.deepEqual(meaning(cut.value), meaning({ ...child, attributes: [...child.attributes, ...language] }), piece);
}

export const xmlWriter = pureTarget<string>({
  name: "xml-writer",
  promise: "What was read and written again reads the same, whole, and each element cut out of its document with its namespaces.",
  cases: 8000,
  least: { read: 0.3, refused: 0.1 },
  make: (random) => (random.oneIn(2) ? growDocument(random) : mutate(random.oneIn(2) ? growDocument(random) : random.pick(seedDocuments), random)),
  check: (text) => {
    const tree = readElement(text, wireLimits);
    if (!tree.ok) return false;
    const written = tryWriteElement(tree.value);
    assert.ok(written.ok, written.ok ? "" : written.error);
    const again = readElement(written.value, roomy);
    assert.ok(again.ok, written.value);
    assert.deepEqual(meaning(again.value), meaning(tree.value), written.value);
    const child = tree.value.children.find((each) => typeof each !== "string");
    if (child !== undefined) checkCut(text, tree.value, child);
    return true;
  },
});
