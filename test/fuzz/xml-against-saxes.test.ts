import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SaxesParser } from "saxes";
import { XmlScanner, XmlToken } from "../../src/protocol/xml/scanner.js";
import { XmlSyntaxError } from "../../src/protocol/xml/xml-problem.js";
import { TagMemo } from "../../src/protocol/xml/tag-memo.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { mutate, seedDocuments } from "./mutate-xml.js";
import { createRandom } from "./random.js";

const documents = 40_000;

/** Both give one line an event; text is joined, attributes are sorted. */
type Outcome = { readonly events: readonly string[]; readonly within?: readonly string[] } | { readonly refused: string; readonly offset?: number };

function scanWithOurs(text: string, memo?: TagMemo): Outcome {
  const events: string[] = [];
  const within: string[] = [];
  let pending = "";
  const flush = (): void => void (pending === "" || events.push(`text ${JSON.stringify(pending)}`), (pending = ""));
  try {
    const scanner = new XmlScanner(text, wireLimits, undefined, undefined, memo);
    for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) {
      if (token === XmlToken.text) {
        pending += scanner.text;
        continue;
      }
      flush();
      const name = `{${scanner.namespace}}${scanner.localName}`;
      const attributes = Array.from({ length: token === XmlToken.start ? scanner.attributeCount : 0 }, (_, i) => `{${scanner.attributeNamespace(i)}}${scanner.attributeName(i)}=${JSON.stringify(scanner.attributeValue(i))}`);
      if (token === XmlToken.start) within.push([...scanner.inheritedNamespaces(), scanner.inheritedLanguage, scanner.isEmptyElement, scanner.tokenStart, scanner.tokenEnd, scanner.prefix].join(" "));
      events.push(`${token === XmlToken.start ? "start" : "end"} ${name} ${attributes.sort().join(" ")}`);
    }
    flush();
    return { events, within };
  } catch (error) {
    if (error instanceof XmlSyntaxError) return { refused: error.code, offset: error.offset };
    throw error;
  }
}

function scanWithSaxes(text: string): Outcome {
  const events: string[] = [];
  let pending = "";
  let depth = 0;
  const flush = (): void => void (pending === "" || events.push(`text ${JSON.stringify(pending)}`), (pending = ""));
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("doctype", () => {
    throw new Error("doctype");
  });
  parser.on("opentag", (tag) => {
    flush();
    depth++;
    const attributes = Object.values(tag.attributes).filter((a) => a.prefix !== "xmlns" && a.name !== "xmlns").map((a) => `{${a.uri}}${a.local}=${JSON.stringify(a.value)}`);
    events.push(`start {${tag.uri}}${tag.local} ${attributes.sort().join(" ")}`);
  });
  parser.on("closetag", (tag) => {
    flush();
    depth--;
    events.push(`end {${tag.uri}}${tag.local} `);
  });
  const add = (piece: string): void => void (depth > 0 && (pending += piece));
  parser.on("text", add);
  parser.on("cdata", add);
  try {
    parser.write(text).close();
    return { events };
  } catch (error) {
    return { refused: (error as Error).message };
  }
}

/** Where saxes is laxer than the specifications, or trims what it should not. Each entry says which documents it excuses. */
const knownDifferences: readonly { readonly why: string; readonly excuses: (text: string) => boolean }[] = [
  { why: "saxes takes lone surrogates", excuses: (text) => !text.isWellFormed() },
  { why: "saxes takes local names that start with a digit, a hyphen or a dot", excuses: (text) => /:[\d.\-\u00b7]/.test(text) },
  { why: "saxes takes <?x?xml …, and colons in targets of processing instructions", excuses: (text) => /<\?[^>]*[:?]/.test(text) },
  { why: "saxes trims white space (and U+FEFF) around namespace URIs", excuses: (text) => /xmlns[^=]*=\s*(["'])(?:\s|(?:(?!\1)[\s\S])*(?:\s\1|&#))/.test(text) },
];

describe("scanner against saxes", () => {
  it("gives the same events, or both refuse", () => {
    const random = createRandom(20261124);
    let accepted = 0;
    let excused = 0;
    for (let i = 0; i < documents; i++) {
      const text = i < seedDocuments.length ? seedDocuments[i]! : mutate(random.pick(seedDocuments), random);
      const ours = scanWithOurs(text);
      const theirs = scanWithSaxes(text);
      if ("events" in ours) accepted++;
      const same = "refused" in ours ? "refused" in theirs : "events" in theirs && ours.events.join("\n") === theirs.events.join("\n");
      if (same) continue;
      const difference = knownDifferences.find(({ excuses }) => excuses(text));
      assert.ok(difference, `document ${String(i)} ${JSON.stringify(text)}\nours: ${JSON.stringify(ours)}\nsaxes: ${JSON.stringify(theirs)}`);
      excused++;
    }
    assert.ok(accepted > documents / 20, `only ${String(accepted)} mutants are well-formed: the comparison says little`);
    assert.ok(excused < documents / 20, `${String(excused)} differences excused`);
  });

  it("says the same with start tags remembered from all documents before", () => {
    const random = createRandom(20261126);
    const memo = new TagMemo();
    let recalled = 0;
    for (let i = 0; i < documents; i++) {
      const text = mutate(random.pick(seedDocuments), random);
      recalled += memo.outside.tags.has(/<[A-Za-z][^>]*>/.exec(text)?.[0] ?? "") ? 1 : 0;
      assert.deepEqual(scanWithOurs(text, memo), scanWithOurs(text), `document ${String(i)} ${JSON.stringify(text)}`);
    }
    assert.ok(recalled > documents / 4, `only ${String(recalled)} roots were known: the comparison says little`);
  });
});
