import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readRequest, RequestMemory } from "../../../src/protocol/wsman/read-request.js";
import type { WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { settledHeap } from "../../support/settled-heap.js";

const SOAP = "http://www.w3.org/2003/05/soap-envelope";
const ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
const WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";

interface Said {
  readonly id?: string;
  readonly uri?: string;
  readonly more?: string;
  readonly attributes?: string;
  readonly w?: string;
}

function envelope({ id = "uuid:1", uri = "urn:x", more = "", attributes = "", w = WSMAN }: Said = {}): string {
  return (
    `<s:Envelope xmlns:s="${SOAP}" xmlns:a="${ADDRESSING}" xmlns:w="${w}"${attributes}><s:Header>` +
    `<a:To>http://h/wsman</a:To><w:ResourceURI s:mustUnderstand="true">${uri}</w:ResourceURI><a:Action>urn:x/Do</a:Action>${more}\n  <!-- id -->` +
    `<a:MessageID>${id}</a:MessageID><a:ReplyTo><a:Address>${ADDRESSING}/role/anonymous</a:Address></a:ReplyTo></s:Header><s:Body/></s:Envelope>`
  );
}

/** Reads a message so often that all of it that can be is remembered, then another one. */
function after(first: string, then: string): ReturnType<typeof readRequest> {
  const memory = new RequestMemory();
  for (let time = 0; time < 4; time++) readRequest(first, memory);
  return readRequest(then, memory);
}

function read(first: string, then: string): WsmanRequest {
  const request = after(first, then);
  assert.ok(request.ok, "was refused");
  return request.value;
}

describe("a request read by what is remembered of others", () => {
  it("has its own message id and resource", () => {
    const request = read(envelope(), envelope({ id: "uuid:2", uri: "urn:y" }));
    assert.deepEqual([request.messageId, request.resourceUri, request.action, request.to], ["uuid:2", "urn:y", "urn:x/Do", "http://h/wsman"]);
  });

  it("does not take a header over whose prefix means something else", () => {
    const request = after(envelope(), envelope({ w: "urn:other" }));
    assert.ok(!request.ok && request.error.name === "mustUnderstand", "w:ResourceURI is nobody's header there and must be understood");
  });

  it("does not take a header over that was in a scope of its own", () => {
    const inner = '<q:Locale xmlns:q="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd" xml:lang="de"/>';
    assert.equal(read(envelope({ more: inner }), envelope({ more: inner })).locale, "de");
    assert.equal(read(envelope({ more: inner }), envelope()).locale, undefined);
  });

  it("is refused when a remembered header stands in it twice", () => {
    const selectors = '<w:SelectorSet><w:Selector Name="k">v</w:Selector></w:SelectorSet>';
    assert.deepEqual(read(envelope({ more: selectors }), envelope({ more: selectors })).selectors, [{ name: "k", value: "v" }]);
    const twice = after(envelope({ more: selectors }), envelope({ more: selectors + selectors }));
    assert.ok(!twice.ok && twice.error.message!.includes("w:SelectorSet"), "twice");
  });

  it("is refused as the first one was for a header that is wrong", () => {
    for (const wrong of ['<w:MaxEnvelopeSize>many</w:MaxEnvelopeSize>', '<a:From s:mustUnderstand="maybe"/>', '<x:New xmlns:x="urn:new" s:mustUnderstand="1"/>']) {
      const fresh = readRequest(envelope({ more: wrong }), new RequestMemory());
      const again = after(envelope({ more: wrong }), envelope({ more: wrong }));
      assert.ok(!fresh.ok && !again.ok, wrong);
      assert.deepEqual(again.error, fresh.error);
    }
  });

  it("is refused for what is wrong behind its headers, at its own place", () => {
    const broken = envelope({ id: "uuid:22" }).replace("<s:Body/>", "<s:Body><x></s:Body>");
    const fresh = readRequest(broken, new RequestMemory());
    const again = after(envelope(), broken);
    assert.ok(!fresh.ok && !again.ok);
    assert.deepEqual(again.error, fresh.error);
  });

  it("is read again and again whatever stands between its headers", () => {
    for (const between of ["<![CDATA[]]>", "<!--c-->stray", "<!--c-->&#32;", "<?a b?>x", "<!--c-->", "<?a b?>", "text", "<![CDATA[<a:To>]]>", "\n"]) {
      const memory = new RequestMemory();
      for (let at = 0; at < 5; at++) {
        const request = readRequest(envelope({ id: `uuid:${at}`, more: `${between}<w:Locale xml:lang="de"/>${between}<w:MaxEnvelopeSize>20000</w:MaxEnvelopeSize>` }), memory);
        assert.ok(request.ok && request.value.locale === "de" && request.value.maxEnvelopeSize === 20_000 && request.value.messageId === `uuid:${at}`, between);
      }
    }
  });

  it("keeps several resources apart that come in turn", () => {
    const memory = new RequestMemory();
    const uris = ["urn:a", "urn:b", "urn:c", "urn:d", "urn:e", "urn:f"];
    for (const uri of uris) for (let time = 0; time < 3; time++) readRequest(envelope({ uri }), memory);
    for (const uri of [...uris, ...uris]) {
      const request = readRequest(envelope({ uri }), memory);
      assert.ok(request.ok && request.value.resourceUri === uri, uri);
    }
  });

  it("is read when more has been remembered than there is room for", () => {
    const memory = new RequestMemory();
    for (let at = 0; at < 2000; at++) {
      const uri = `urn:${at}:${"x".repeat(400)}`;
      for (let time = 0; time < 3; time++) {
        const request = readRequest(envelope({ uri, more: `<w:Locale xml:lang="l${at % 7}"/>`, attributes: ` xmlns:n${at % 700}="urn:n"` }), memory);
        assert.ok(request.ok && request.value.resourceUri === uri && request.value.locale === `l${at % 7}`);
      }
    }
  });
});

describe("what is remembered of requests", () => {
  /** Octets that reading leaves behind, when everything else has been collected. */
  function left(read: () => unknown): number {
    const before = settledHeap();
    const kept = read();
    const more = settledHeap() - before;
    assert.ok(kept !== undefined);
    return more;
  }

  it("keeps no message: a hundred resources of a hundred large messages leave a trace of a few characters each", () => {
    const long = "x".repeat(1_000_000);
    const trace = left(() => {
      const memory = new RequestMemory();
      for (let at = 0; at < 100; at++) {
        const more = `<w:SelectorSet><w:Selector Name="key-of-the-thing">${at}-value-of-the-thing</w:Selector></w:SelectorSet>`;
        const text = envelope({ uri: `urn:thing-number-${at}`, more, attributes: ` xmlns:n${at}="urn:namespace-number-${at}"` }).replace("<s:Body/>", `<s:Body><q:x xmlns:q="urn:other-namespace-${at}">${long}</q:x></s:Body>`);
        for (let time = 0; time < 3; time++) assert.ok(readRequest(Buffer.from(text).toString("latin1"), memory).ok);
      }
      return memory;
    });
    assert.ok(trace < 3_000_000, `${trace} octets are left, of 100 MB that were read`);
  });

  it("keeps none either when a tag is known and what is around it is new", () => {
    const trace = left(() => {
      const memory = new RequestMemory();
      for (let at = 0; at < 100; at++) {
        const tag = `<x:q xmlns:y="urn:y">`;
        const text = envelope({ attributes: ` xmlns:x="urn:some-name-of-a-client-${at}"`, more: `${tag}</x:q>` }).replace("<s:Body/>", `<s:Body>${tag}${"x".repeat(500_000)}</x:q></s:Body>`);
        assert.ok(readRequest(Buffer.from(text).toString("latin1"), memory).ok);
      }
      return memory;
    });
    assert.ok(trace < 3_000_000, `${trace} octets are left, of 50 MB that were read`);
  });
});
