import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cutEnvelope } from "../../../src/mock/faults/cut-envelope.js";
import { replaceRelatesTo } from "../../../src/mock/faults/replace-relates-to.js";

const addressing = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
const envelope = (header: string, body = ""): string => `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="${addressing}"><s:Header>${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`;
const other = "uuid:0000";

describe("an envelope that answers another message", () => {
  const cases: Readonly<Record<string, readonly [before: string, after: string]>> = {
    "where it stands": [envelope("<a:MessageID>m</a:MessageID><a:RelatesTo>uuid:1</a:RelatesTo>"), envelope(`<a:MessageID>m</a:MessageID><a:RelatesTo>${other}</a:RelatesTo>`)],
    "under another prefix, with attributes": [envelope(`<x:RelatesTo xmlns:x="${addressing}" q="&gt;>">uuid:1</x:RelatesTo>`), envelope(`<x:RelatesTo xmlns:x="${addressing}" q="&gt;>">${other}</x:RelatesTo>`)],
    "written in CDATA, beside a comment that looks like it": [envelope("<!--<a:RelatesTo>no</a:RelatesTo>--><a:RelatesTo><![CDATA[uuid:1]]></a:RelatesTo>"), envelope(`<!--<a:RelatesTo>no</a:RelatesTo>--><a:RelatesTo>${other}</a:RelatesTo>`)],
  };
  for (const [title, [before, after]] of Object.entries(cases)) it(title, () => assert.equal(replaceRelatesTo(before, other), after));

  const untouched: Readonly<Record<string, string>> = {
    "has none": envelope("<a:MessageID>m</a:MessageID>"),
    "has one in its body only": envelope("", "<a:RelatesTo>uuid:1</a:RelatesTo>"),
    "has one of another namespace": envelope('<RelatesTo xmlns="urn:x">uuid:1</RelatesTo>'),
    "is no XML": "<s:Envelope",
    "is empty": "",
  };
  for (const [title, text] of Object.entries(untouched)) it(`is left as it is when it ${title}`, () => assert.equal(replaceRelatesTo(text, other), text));

  it("is well-formed whatever the id is", () => assert.match(replaceRelatesTo(envelope("<a:RelatesTo>1</a:RelatesTo>"), "a<b"), /<a:RelatesTo>a&lt;b<\/a:RelatesTo>/u));
});

describe("an envelope that is cut", () => {
  const text = (octets: Uint8Array): string => Buffer.from(octets).toString();
  it("in its midst, unless told where", () => {
    assert.equal(text(cutEnvelope(Buffer.from("<abcdef>"))), "<abc");
    assert.equal(text(cutEnvelope(Buffer.from("<abcdef>"), 2)), "<a");
    assert.deepEqual([cutEnvelope(Buffer.from("<a/>"), 99).length, cutEnvelope(Buffer.from("<a/>"), -1).length, cutEnvelope(Buffer.alloc(0)).length], [4, 0, 0]);
  });
  it("never in the midst of a character", () => {
    for (let after = 0; after <= 12; after++) assert.doesNotMatch(text(cutEnvelope(Buffer.from("é€😀é"), after)), /\ufffd/u);
  });
});
