import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { decodeElement, decodeMessage, encodingOf } from "../../src/protocol/syncml/decode-message.js";
import { encodeMessage } from "../../src/protocol/syncml/encode-message.js";
import type { BodyElement, SyncmlMessage } from "../../src/protocol/syncml/message.js";
import { isElement, type MessageElement } from "../../src/protocol/syncml/message-element.js";
import { createRandom } from "../fuzz/random.js";
import { debianPackage } from "../support/debian.js";
import { growMessage } from "../support/grow-syncml.js";
import { httpCapture } from "../support/http-capture.js";
import { recordedMessages } from "../support/recorded-messages.js";
import { runProgram } from "../support/run-program.js";

const folder = mkdtempSync(join(tmpdir(), "wsmanor-wbxml-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** As many as take a few seconds: each is a process. */
const generated = ((): readonly SyncmlMessage[] => {
  const random = createRandom(20_261_127);
  return Array.from({ length: 500 }, () => growMessage(random));
})();

const recorded = recordedMessages().flatMap(({ name, octets }) => {
  const read = decodeMessage(octets, encodingOf(octets));
  return read.ok ? [{ name, message: read.value }] : [];
});

/** Runs one for each, a few at a time. */
async function forEach<T>(all: readonly T[], run: (each: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < all.length) await run(all[next++]!);
  };
  await Promise.all([worker(), worker(), worker(), worker()]);
}

describe("libwbxml", { skip: debianPackage("libwbxml2-utils", "command -v xml2wbxml") }, () => {
  const convert = async (tool: "wbxml2xml" | "xml2wbxml", input: Uint8Array, ...switches: readonly string[]): Promise<Buffer> => {
    const { status, stdout, stderr } = await runProgram(tool, [...switches, "-o", "-", "-"], Buffer.from(input));
    assert.equal(status, 0, stderr);
    return stdout;
  };

  const read = (octets: Uint8Array, encoding: "wbxml" | "xml"): SyncmlMessage => {
    const decoded = decodeMessage(octets, encoding);
    assert.ok(decoded.ok, JSON.stringify(decoded));
    return decoded.value;
  };

  it("reads the WBXML of 500 generated messages as what they say", async () => {
    await forEach(generated, async (message) => assert.deepEqual(read(await convert("wbxml2xml", encodeMessage(message, "wbxml"), "-k", "-m", "0"), "xml"), message));
  });

  it("makes WBXML of their XML, with string table and without, that is read as what they say", async () => {
    // Every other one without: each is a process.
    await forEach(generated, async (message) => {
      const switches = generated.indexOf(message) % 2 === 0 ? ["-k"] : ["-k", "-n", "-v", "1.3"];
      assert.deepEqual(read(await convert("xml2wbxml", encodeMessage(message, "xml"), ...switches), "wbxml"), message);
    });
  });

  it("makes the same octets of them, but for data below Add and Replace, which it takes for opaque", async () => {
    const plain = generated.filter(({ body }) => !body.some(hasOpaque));
    assert.ok(plain.length > 100, String(plain.length));
    await forEach(plain, async (message) => {
      const theirs = await convert("xml2wbxml", encodeMessage(message, "xml"), "-k", "-n", "-v", "1.2");
      assert.equal(theirs.toString("hex"), Buffer.from(encodeMessage(message, "wbxml")).toString("hex"));
    });
  });

  it("agrees about recorded messages in both directions", { skip: recorded.length === 0 ? "no recorded fixtures beside the project" : false }, async () => {
    await forEach(recorded.filter(({ name }) => !beyondLibwbxml.test(name)), async ({ name, message }) => {
      const ours = read(encodeMessage(message, "wbxml"), "wbxml");
      assert.deepEqual(simple(read(await convert("wbxml2xml", encodeMessage(message, "wbxml"), "-k", "-m", "0"), "xml")), simple(ours), name);
      assert.deepEqual(simple(read(await convert("xml2wbxml", encodeMessage(message, "xml"), "-k"), "wbxml")), simple(ours), name);
    });
  });
});

/** It drops attributes, and knows no elements in data but a serialised tree. */
const beyondLibwbxml = /markup-in-data|libwbxml-ddf|unknown-element/u;

/** It does not keep what has no meaning: attributes of a status, and whether an empty Data stands there. */
const simple = (message: SyncmlMessage): unknown =>
  JSON.parse(JSON.stringify(message, (key, value: unknown) => (key === "originalError" || (key === "data" && JSON.stringify(value) === '{"kind":"text","text":""}') ? undefined : value)));

const hasOpaque = (element: BodyElement): boolean => {
  if (element.kind === "Atomic" || element.kind === "Sequence") return element.members.some(hasOpaque);
  return (element.kind === "Add" || element.kind === "Replace") && element.items.some(({ data }) => data !== undefined);
};

describe("tshark", { skip: debianPackage("tshark") }, () => {
  /** Names of elements and texts, as they stand one behind the other. */
  function partsOf(element: MessageElement): { readonly tags: string[]; readonly texts: string[] } {
    const tags: string[] = [];
    const texts: string[] = [];
    const walk = (each: MessageElement): void => {
      tags.push(each.name);
      for (const child of each.children) {
        if (isElement(child)) walk(child);
        else if (typeof child === "string") texts.push(child);
      }
    };
    walk(element);
    return { tags, texts };
  }

  async function dissect(messages: readonly Uint8Array[]): Promise<readonly { readonly tags: string; readonly texts: string }[]> {
    const capture = join(folder, "capture.pcap");
    writeFileSync(capture, httpCapture(messages, "application/vnd.syncml.dm+wbxml"));
    const { status, stdout, stderr } = await runProgram("tshark", ["-r", capture, "-T", "fields", "-E", "separator=/t", "-E", "aggregator=|", "-e", "wbxml.known_tag", "-e", "wbxml.str_i"]);
    assert.equal(status, 0, stderr);
    return stdout.toString().trimEnd().split("\n").map((line) => ({ tags: line.split("\t")[0]!, texts: line.split("\t")[1] ?? "" }));
  }

  async function compare(octets: readonly Uint8Array[]): Promise<void> {
    const theirs = await dissect(octets);
    assert.equal(theirs.length, octets.length);
    octets.forEach((each, index) => {
      const read = decodeElement(each, "wbxml");
      assert.ok(read.ok);
      const { tags, texts } = partsOf(read.value);
      assert.equal(theirs[index]!.tags, tags.join("|"));
      // It shows texts of other languages escaped, and long ones cut: the others are compared as a whole.
      if (texts.every((text) => /^[\x20-\x7e]{1,80}$/u.test(text) && !/["\\]/u.test(text))) assert.equal(theirs[index]!.texts, texts.join("|"));
    });
  }

  it("names the same elements and texts in 500 generated messages", async () => compare(generated.map((message) => encodeMessage(message, "wbxml"))));

  it("names the same in recorded ones", { skip: recorded.length === 0 ? "no recorded fixtures beside the project" : false }, async () =>
    compare(recorded.filter(({ name }) => !beyondLibwbxml.test(name)).map(({ message }) => encodeMessage(message, "wbxml"))));
});
