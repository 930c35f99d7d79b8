import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { dialects } from "../../../src/protocol/wsman/namespaces.js";
import { readEnumerateBody } from "../../../src/protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../../src/protocol/wsman/read-pull-body.js";
import { readRequest } from "../../../src/protocol/wsman/read-request.js";
import type { WsmanRequest } from "../../../src/protocol/wsman/request.js";
import { writeEnumerateBody, writePullBody, writeReleaseBody } from "../../../src/protocol/wsman/write-enumerate-request.js";
import { requestActions, writeIdentifyRequest, writeRequest, type RequestHead } from "../../../src/protocol/wsman/write-request.js";

const head: RequestHead = {
  to: "http://server:5985/wsman?a=1&b=2",
  resourceUri: "urn:example:thing",
  action: requestActions.Get,
  messageId: "uuid:1",
  maxEnvelopeSize: 512_000,
  operationTimeout: 60_000,
  locale: "en-US",
};

const read = (text: string): WsmanRequest => {
  const request = readRequest(text);
  assert.ok(request.ok, request.ok ? "" : JSON.stringify(request.error));
  return request.value;
};

describe("what is written is what is read", () => {
  it("Identify", () => assert.equal(read(writeIdentifyRequest()).operation, "Identify"));

  it("every header", () => {
    const request = read(
      writeRequest(
        {
          ...head,
          selectors: [{ name: "Na<me", value: ' a"&\r' }, { name: "b", value: "" }],
          options: [{ name: "o", value: "v" }, { name: "nil", value: undefined }],
          fragment: { path: "a/b[1]", dialect: dialects.xpath },
          operationTimeout: 1500,
        },
        "<q:a xmlns:q='urn:q'/>",
      ),
    );
    assert.equal(request.operation, "Get");
    assert.equal(request.to, head.to);
    assert.equal(request.messageId, "uuid:1");
    assert.equal(request.resourceUri, "urn:example:thing");
    assert.equal(request.operationTimeout, 1500);
    assert.equal(request.maxEnvelopeSize, 512_000);
    assert.equal(request.locale, "en-US");
    assert.equal(request.dataLocale, "en-US");
    assert.deepEqual(request.selectors, [{ name: "Na<me", value: ' a"&\r' }, { name: "b", value: "" }]);
    assert.deepEqual(request.options.map(({ name, value }) => [name, value]), [["o", "v"], ["nil", undefined]]);
    assert.deepEqual(request.fragment, { path: "a/b[1]", dialect: dialects.xpath, mustUnderstand: true });
    assert.deepEqual(request.body.root, { namespace: "urn:q", name: "a" });
  });

  for (const operation of ["Get", "Put", "Create", "Delete", "Enumerate", "Pull", "Release"] as const) {
    it(`the action of ${operation}`, () => assert.equal(read(writeRequest({ ...head, action: requestActions[operation] }, "<a/>")).operation, operation));
  }

  it("an enumeration with selectors, references and polymorphism", () => {
    const body = writeEnumerateBody({ filter: { kind: "selectors", selectors: [{ name: "a", value: "1<" }] }, mode: "objectAndEpr", polymorphism: "None", maxElements: 7 });
    const enumerate = readEnumerateBody(read(writeRequest({ ...head, action: requestActions.Enumerate }, body)));
    assert.ok(enumerate.ok);
    assert.equal(enumerate.value.mode, "objectAndEpr");
    assert.equal(enumerate.value.maxElements, 7);
    assert.equal(enumerate.value.optimize, true);
    assert.equal(enumerate.value.polymorphism, "None");
    assert.deepEqual(enumerate.value.filter?.selectors, [{ name: "a", value: "1<" }]);
  });

  it("a filter in text", () => {
    const body = writeEnumerateBody({ filter: { kind: "text", dialect: dialects.wql, text: "select * from A where b < 1 & 2" }, mode: "epr", maxElements: 1 });
    const enumerate = readEnumerateBody(read(writeRequest({ ...head, action: requestActions.Enumerate }, body)));
    assert.ok(enumerate.ok);
    assert.equal(enumerate.value.filter?.dialect, dialects.wql);
    assert.equal(enumerate.value.filter?.text, "select * from A where b < 1 & 2");
    assert.equal(enumerate.value.mode, "epr");
  });

  it("Pull and Release", () => {
    const pull = readPullBody(read(writeRequest({ ...head, action: requestActions.Pull }, writePullBody("uuid:&", 5))));
    assert.ok(pull.ok);
    assert.deepEqual([pull.value.context, pull.value.maxElements], ["uuid:&", 5]);
    assert.equal(read(writeRequest({ ...head, action: requestActions.Release }, writeReleaseBody("c"))).body.root?.name, "Release");
  });
});
