import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SaxesParser } from "saxes";
import { mutate, seedDocuments } from "./mutate-xml.js";
import { createRandom } from "./random.js";
import { scanText } from "./scan-text.js";

const documents = 20_000;

/** As `scanText` gives it. */
type Outcome = { readonly events: readonly string[] } | { readonly refused: string };

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
      const ours = scanText(text);
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
});
