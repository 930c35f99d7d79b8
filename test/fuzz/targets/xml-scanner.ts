import assert from "node:assert/strict";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { longestKnownTag, TagMemo } from "../../../src/protocol/xml/tag-memo.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { createXmlReader } from "../../../src/protocol/xml/xml-reader.js";
import type { FuzzTarget } from "../fuzz-target.js";
import { growDocument } from "../grow-xml.js";
import { mutate, seedDocuments } from "../mutate-xml.js";
import { scanText } from "../scan-text.js";

/** The same tree by the forward-only reader. */
function readForward(text: string): XmlElement | undefined {
  const reader = createXmlReader(text);
  const open: (Omit<XmlElement, "children"> & { children: (XmlElement | string)[] })[] = [];
  let root: XmlElement | undefined;
  for (let node = reader.read(); node !== undefined; node = reader.read()) {
    if (node.type === "text") open.at(-1)!.children.push(node.text);
    else if (node.type === "element") {
      assert.equal(node.depth, open.length + 1);
      const element = { ...node.element, children: [] };
      open.at(-1)?.children.push(element);
      root ??= element;
      open.push(element);
    } else assert.equal(open.pop()?.name, node.name);
  }
  return root;
}

export const xmlScanner: FuzzTarget<string> = {
  name: "xml-scanner",
  promise: "A text is scanned or refused at a place inside it, the same with start tags remembered, and the tree and the forward reader agree.",
  cases: 12_000,
  least: { read: 0.1, refused: 0.2 },
  open: () => {
    // One for all cases: what a document leaves behind must not change what the next one says.
    const memo = new TagMemo();
    return {
      make: (random) => (random.oneIn(3) ? growDocument(random) : mutate(random.oneIn(2) ? growDocument(random) : random.pick(seedDocuments), random)),
      check: (text) => {
        const scan = scanText(text);
        assert.deepEqual(scanText(text, memo), scan, "with start tags remembered");
        assert.deepEqual(scanText(text, memo), scan, "with its own start tags remembered");
        const tree = readElement(text, wireLimits);
        if ("refused" in scan) {
          assert.ok(scan.offset >= 0 && scan.offset <= text.length, `at ${scan.offset}`);
          assert.ok(!tree.ok && tree.error.code === scan.refused && tree.error.offset === scan.offset, "the tree is refused likewise");
          assert.match(tree.error.message, /\.$/u);
          return false;
        }
        assert.ok(tree.ok);
        assert.deepEqual(readForward(text), tree.value, "by the forward reader");
        return true;
      },
      close: () => assert.ok([...memo.outside.tags.keys()].every((tag) => tag.length <= longestKnownTag)),
    };
  },
};
