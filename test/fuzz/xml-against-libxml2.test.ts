import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { decodeXml } from "../../src/protocol/xml/decode-xml.js";
import { readElement } from "../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { debianPackage } from "../support/debian.js";
import { runProgram } from "../support/run-program.js";
import { makeEnvelope } from "./envelope-seeds.js";
import { growDocument } from "./grow-xml.js";
import { mutateOctets } from "./mutate-octets.js";
import { mutate, seedDocuments } from "./mutate-xml.js";
import { createRandom, type Random } from "./random.js";

const skip = debianPackage("libxml2-utils", "command -v xmllint");
const documents = 10_000;
/** Files of one call. */
const batch = 1000;

const labels = ["ISO-8859-1", "latin1", "US-ASCII", "UTF-16", "utf-16le", "UTF-8", "windows-1252", "no-such-encoding"];

/** What neither the grammar nor the mutants have: document types, other encodings, and more of everything than a message may have. */
function makeUnusual(random: Random): string {
  const many = random.pick([60, 70, 140]);
  return random.pick([
    () => `<!DOCTYPE ${random.pick(["a", "a SYSTEM 'urn:none'", "a [<!ENTITY e 'x'>]", "a [<!ELEMENT a ANY>]"])}>\n<a>${random.pick(["", "&e;", "text"])}</a>`,
    () => `<?xml version="1.0" encoding="${random.pick(labels)}"?><a>${random.pick(["", "text", "é"])}</a>`,
    () => `<?xml version="${random.pick(["1.0", "1.1", "1.5", "2.0", "1"])}"?><a/>`,
    () => "<a>".repeat(many) + "</a>".repeat(many),
    () => `<a${Array.from({ length: many }, (_, at) => ` a${at}="1"`).join("")}/>`,
    () => `<a${Array.from({ length: many }, (_, at) => ` xmlns:a${at}="urn:${at}"`).join("")}/>`,
    () => `<a b="${"x".repeat(many * 1000)}">${"y".repeat(many * 1000)}</a>`,
    () => `<${"n".repeat(many * 15)}/>`,
    () => `<a>&#${"0".repeat(many % 41)}65;</a>`,
    () => `<?xml version="1."?><a/>${random.pick(["", "\u0000"])}`,
    () => `<?xml version="1.0" encoding="UTF-8"${random.pick(["", " "])}standalone="yes"?><a/>${random.pick(["", "\u0000"])}`,
    () => `<a/>${random.pick(["\u0000", "\n\u0000"])}`,
  ])();
}

function makeDocument(random: Random): Buffer {
  if (random.oneIn(50)) return Buffer.from(makeUnusual(random));
  const source = random.oneIn(5) ? makeEnvelope(random) : random.oneIn(3) ? random.pick(seedDocuments) : growDocument(random);
  const text = random.oneIn(3) ? source : mutate(source, random);
  const isWide = random.oneIn(12);
  const octets = isWide ? Buffer.from(`\ufeff${text.replace(/encoding=(["'])utf-8\1/iu, 'encoding="UTF-16"')}`, "utf16le") : Buffer.from(text);
  return random.oneIn(5) ? Buffer.from(mutateOctets(octets, random)) : octets;
}

/** @returns the code of the problem, `undefined` for what is accepted */
function refusalOfOurs(octets: Uint8Array): string | undefined {
  const decoded = decodeXml(octets, undefined);
  if (!decoded.ok) return decoded.error.code;
  const read = readElement(decoded.value.text, wireLimits);
  return read.ok ? undefined : read.error.code;
}

/**
 * Asks xmllint about many files at once. libxml2 goes on behind an error of namespaces, but the specification does not call such a
 * document namespace-well-formed either, so whatever it calls an error counts.
 */
async function refusalsOfTheirs(files: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const { status, stderr } = await runProgram("xmllint", ["--nonet", "--noout", ...files]);
  assert.ok(status === 0 || status === 1 || status === 4, `xmllint ended with ${status}`);
  const refusals = new Map<string, string[]>();
  for (const [, file = "", what = ""] of stderr.matchAll(/^(\/[^\n:]*\.xml):\d+: (.*)$/gmu)) refusals.set(file, [...(refusals.get(file) ?? []), what]);
  return refusals;
}

/** What it tells of documents that are well-formed nevertheless, their namespaces too. */
const isNoRefusal = (what: string): boolean => / is not a valid URI$| warning : /u.test(what);

interface Difference {
  readonly why: string;
  readonly excuses: (document: { readonly octets: Buffer; readonly ours: string | undefined; readonly theirs: readonly string[] }) => boolean;
}

/** Ours is the stricter, with one of these codes. */
const stricter = (why: string, codes: string, where: RegExp = /^/u): Difference => ({
  why, excuses: ({ octets, ours, theirs }) => ours !== undefined && codes.split(" ").includes(ours) && theirs.length === 0 && where.test(octets.toString("latin1")),
});

/** Where the two may differ. Each entry says which documents it excuses; where we accept and libxml2 refuses, there is none. */
const knownDifferences: readonly Difference[] = [
  stricter("a document type is always refused: it can name files and make a small text a large one", "doctype-forbidden", /<!DOCTYPE/u),
  stricter("limit: elements inside each other", "too-deep"),
  stricter("limit: attributes of an element", "too-many-attributes"),
  stricter("limit: namespace declarations in scope", "too-many-namespaces"),
  stricter("limit: length of a name", "name-too-long"),
  stricter("limit: length of a reference; libxml2 takes any number of zeros", "reference-too-long"),
  stricter("we read UTF-8 and UTF-16 only, so a declaration of another encoding is refused", "encoding-mismatch", /encoding\s*=/u),
  stricter("libxml2 takes version 1. without a digit behind the point (XML 1.0, [26])", "unsupported-version bad-declaration", /version\s*=\s*["']1\.["']/u),
  stricter("libxml2 wants no white space between encoding and standalone (XML 1.0, [32])", "bad-declaration", /["']standalone/u),
  stricter("libxml2 takes a NUL at the end of a document for its end", "forbidden-character text-outside-root", /\0$/u),
];

describe("libxml2 and we", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "wsmanor-libxml2-"));
  after(() => rmSync(folder, { recursive: true, force: true }));

  it(`accept and refuse the same of ${documents} documents`, async () => {
    const random = createRandom(20_261_126);
    const counts = { accepted: 0, refused: 0, excused: new Map<string, number>() };
    const unexcused: string[] = [];
    for (let from = 0; from < documents; from += batch) {
      const made = Array.from({ length: batch }, (_, at) => ({ file: join(folder, `${at}.xml`), octets: makeDocument(random) }));
      for (const { file, octets } of made) writeFileSync(file, octets);
      const refusals = await refusalsOfTheirs(made.map(({ file }) => file));
      for (const { file, octets } of made) {
        const [ours, theirs] = [refusalOfOurs(octets), (refusals.get(file) ?? []).filter((what) => !isNoRefusal(what))];
        if ((ours === undefined) === (theirs.length === 0)) counts[ours === undefined ? "accepted" : "refused"]++;
        else {
          const known = knownDifferences.find(({ excuses }) => excuses({ octets, ours, theirs }));
          if (known === undefined) unexcused.push(`${JSON.stringify(octets.toString("latin1"))}\n  ours: ${ours}\n  libxml2: ${theirs.join("; ")}`);
          else counts.excused.set(known.why, (counts.excused.get(known.why) ?? 0) + 1);
        }
      }
    }
    assert.equal(unexcused.length, 0, `${unexcused.length} differences:\n${unexcused.slice(0, 20).join("\n")}`);
    assert.ok(counts.accepted > documents / 10 && counts.refused > documents / 10, JSON.stringify(counts));
    for (const { why } of knownDifferences) assert.ok(counts.excused.has(why), `no longer a difference: ${why}`);
  });
});
