import assert from "node:assert/strict";
import { describeExpressionProblem } from "../../../src/base/expression-problem.js";
import { StepBudget } from "../../../src/base/step-budget.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { tryWriteElement } from "../../../src/protocol/xml/write-element.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { parsePath } from "../../../src/protocol/xpath/parse-path.js";
import { replaceNodes } from "../../../src/protocol/xpath/replace-nodes.js";
import { selectNodes } from "../../../src/protocol/xpath/select-nodes.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const xml = (text: string): XmlElement => {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok);
  return read.value;
};
const root = xml("<r xmlns='urn:r' xmlns:p='urn:p'><a i='1'>one</a><a i='2'>two<b/></a><p:a>three</p:a><b><c><a>deep</a></c><c k='v'/></b><é>x</é>text</r>");
const prefixes = new Map([["p", "urn:p"], ["r", "urn:r"]]);
const replacements = [{ elements: [], text: "new" }, { elements: [xml("<a xmlns='urn:r'>n</a>")], text: "" }, { elements: [xml("<a/>"), xml("<a/>")], text: " " }, { elements: [], text: "" }];

const seeds = ["a", "a[2]", "a/text()", "a[1]/@i", "b/c/a/text()", "../r/a", "./a", "b/c[@k='v']", "p:a", "b[c='x']", "r:b/r:c[2]/@k", "a[@i=\"2\"]", "é", "a/", "@x", "text()", "../r[1]/b"];
const words = [...oddCharacters, "/", "//", "..", ".", "*", "[", "]", "[1]", "[0]", "[-1]", "[last()]", "@", "'", '"', "=", "text()", "node()", "a", "b", "p:", "q:", "c", "[@k='v']", "[position()=1]", "|", "(", ")", " ", "child::", "ancestor::a", "[99999999999999999999]", "a/".repeat(70)];

export const xpath = pureTarget<string>({
  name: "xpath",
  promise: "A path is read or refused at a place inside it; what it finds is in the document, and what is replaced there can be written.",
  cases: 15_000,
  least: { read: 0.1, refused: 0.2 },
  make: (random) => mutateWords(random.pick(seeds), words, random),
  check: (text) => {
    const path = parsePath(text, prefixes);
    if (!path.ok) {
      assert.ok(path.error.offset >= 0 && path.error.offset <= text.length, `at ${path.error.offset}: ${path.error.message}`);
      assert.match(describeExpressionProblem(text, path.error), /\.$/u);
      return false;
    }
    const budget = new StepBudget(100_000);
    const found = selectNodes(root, path.value, budget);
    assert.ok(!budget.isExhausted && budget.left > 90_000, `${budget.left} steps left`);
    const all = new Set<XmlElement>();
    const walk = (element: XmlElement): void => void (all.add(element), element.children.forEach((child) => typeof child === "string" || walk(child)));
    walk(root);
    assert.ok(found.elements.every((element) => all.has(element)) && new Set(found.elements).size === found.elements.length);
    assert.equal(found.texts === undefined, path.value.leaf === undefined);
    for (const replacement of replacements) {
      const replaced = replaceNodes(root, path.value, found, replacement);
      if (!replaced.ok) assert.ok(replaced.error.length > 0);
      else assert.ok(tryWriteElement(replaced.value).ok);
    }
    return true;
  },
});
