import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { element } from "../../../../src/sdk/element.js";
import { failure } from "../../../../src/sdk/failure.js";
import type { GetRequest, InvokeRequest, PutRequest } from "../../../../src/sdk/operation-request.js";
import { AppHarness, bob, envelope, get, TRANSFER, URI } from "./app-harness.js";

const seen: { get?: GetRequest; put?: PutRequest; invoke?: InvokeRequest } = {};

const thing = definePlugin({
  declaration: { name: "thing", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke"] },
  operations: {
    get: (request) => {
      seen.get = request;
      return request.selectors.get("NAME") === "missing" ? failure("not-found", { message: "no such thing" }) : element("urn:x", "Thing", request.selectors.get("name") ?? "none");
    },
    put: async (request) => {
      seen.put = request;
      return request.selectors.has("key") ? { renamed: { selectors: { key: "new" } } } : request.body.element();
    },
    create: () => ({ selectors: { Key: "a&b" } }),
    delete: () => undefined,
    invoke: (request) => {
      seen.invoke = request;
      return request.method === "Nothing" ? undefined : "<q:Stop_OUTPUT xmlns:q='urn:test:thing'><q:ReturnValue>0</q:ReturnValue></q:Stop_OUTPUT>";
    },
  },
});

const selectors = (...pairs: readonly (readonly [string, string])[]): string => `<w:SelectorSet>${pairs.map(([name, value]) => `<w:Selector Name="${name}">${value}</w:Selector>`).join("")}</w:SelectorSet>`;

describe("operations of a plug-in through the application", () => {
  it("tells a plug-in the certificate that its sender has signed in with", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const certificate = { subject: "CN=alice, O=Example", issuerName: "CN=authority", issuerThumbprint: "AB", subjectName: "alice@example.test" };
    (await app.send(get({ headers: selectors(["Name", "Ada"]) }), { user: { name: "alice", authenticationType: "ClientCertificate", isAdministrator: false, environment: new Map(), certificate } })).ok();
    assert.deepEqual([seen.get?.sender.authenticationMechanism, seen.get?.sender.certificateDetails], ["ClientCertificate", certificate]);
  });

  it("answers Get with the element, selectors compared without case", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const answer = (await app.send(get({ headers: selectors(["Name", "Ada"]) }))).ok();
    assert.match(answer.text, /<s:Body><Thing xmlns="urn:x">Ada<\/Thing><\/s:Body>/u);
    assert.match(answer.text, new RegExp(`<a:Action>${TRANSFER}/GetResponse</a:Action>`, "u"));
    assert.match(answer.text, /<a:RelatesTo>uuid:1<\/a:RelatesTo>/u);
    assert.deepEqual(answer.facts, { action: `${TRANSFER}/Get`, resourceUri: URI, messageId: "uuid:1", plugin: "Thing", result: "ok" });
    assert.equal(seen.get?.sender.senderName, "alice");
    assert.equal(seen.get.sender.httpUrl, "http://server.example:5985/wsman");
    assert.equal(seen.get.limits.timeout, 59_050);
    assert.equal(seen.get.limits.maxEnvelopeSize, 153_600);
    assert.ok(seen.get.limits.largestResultSize < 153_600 && seen.get.limits.largestResultSize > 152_000);
  });

  it("turns a refusal into its fault, naming the plug-in", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const answer = (await app.send(get({ headers: selectors(["Name", "missing"]) }))).fault("a:DestinationUnreachable", { code: 2150858752 });
    assert.match(answer.text, /<f:ProviderFault provider="Thing" path="\/plugins\/thing.js">.*no such thing/u);
    assert.equal(answer.facts.result, "destinationUnreachable");
  });

  it("gives Put the exact text of its body, and sends back what it answers", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const body = '<p:T xmlns:p="urn:x"> <p:a>1&amp;2</p:a></p:T>';
    const answer = (await app.send({ action: `${TRANSFER}/Put`, body })).ok();
    const input = seen.put!.body;
    assert.ok(input.renderingType === "text");
    assert.match(input.text, /^<p:T [^>]*xmlns:p="urn:x"> <p:a>1&amp;2<\/p:a><\/p:T>$/u);
    assert.match(answer.text, /<p:a>1&amp;2<\/p:a>/u);
    const renamed = (await app.send({ action: `${TRANSFER}/Put`, body, headers: selectors(["Key", "old"]) })).ok();
    assert.match(renamed.text, /<x:ResourceCreated>.*<w:Selector Name="key">new<\/w:Selector>/u);
  });

  it("gives Put a reader where XmlRenderingType says so", async () => {
    const app = await AppHarness.start({ plugin: thing, xmlRenderingType: "XmlReader" });
    (await app.send({ action: `${TRANSFER}/Put`, body: "<T><a>1</a></T>" })).ok();
    const input = seen.put!.body;
    assert.ok(input.renderingType === "XmlReader");
    assert.equal(input.reader().read()?.type, "element");
    assert.equal(input.reader().readElement === undefined, false);
    (await app.send({ action: `${TRANSFER}/Put` })).fault("w:SchemaValidationError");
    (await app.send({ action: `${TRANSFER}/Create`, body: "<a/><b/>" })).fault("w:SchemaValidationError");
  });

  it("answers Create, Delete and Invoke", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const created = (await app.send({ action: `${TRANSFER}/Create`, body: "<T/>" })).ok();
    assert.match(created.text, new RegExp(`<w:ResourceURI>${URI}</w:ResourceURI><w:SelectorSet><w:Selector Name="Key">a&amp;b</w:Selector>`, "u"));
    assert.match((await app.send({ action: `${TRANSFER}/Delete` })).ok().text, /<s:Body><\/s:Body>/u);
    const invoked = (await app.send({ action: `${URI}/Stop`, body: "<q:Stop_INPUT xmlns:q='urn:test:thing'/>" })).ok();
    assert.match(invoked.text, /q:ReturnValue>0/u);
    assert.match(invoked.text, /urn:test:thing\/StopResponse/u);
    assert.equal(seen.invoke?.method, "Stop");
    assert.match((await app.send({ action: `${URI}/Nothing` })).ok().text, /<s:Body><\/s:Body>/u);
    assert.equal(seen.invoke?.body, undefined);
  });

  it("refuses each kind of unknown in its own way", async () => {
    const app = await AppHarness.start({ plugin: thing });
    (await app.send(get({ uri: "urn:other" }))).fault("a:DestinationUnreachable", { code: 2150858752 });
    (await app.send({ action: "http://schemas.xmlsoap.org/ws/2004/09/enumeration/Enumerate", body: "<n:Enumerate/>" })).fault("a:ActionNotSupported", { code: 2150858771 });
    for (const verb of ["Renew", "GetStatus"]) (await app.send({ action: `http://schemas.xmlsoap.org/ws/2004/09/enumeration/${verb}` })).fault("a:ActionNotSupported");
    for (const verb of ["Subscribe", "Unsubscribe", "Renew", "GetStatus"]) (await app.send({ action: `http://schemas.xmlsoap.org/ws/2004/08/eventing/${verb}` })).fault("a:ActionNotSupported");
    for (const verb of ["Command", "Send", "Receive", "Signal"]) (await app.send({ action: `http://schemas.microsoft.com/wbem/wsman/1/windows/shell/${verb}` })).fault("a:ActionNotSupported");
    (await app.send(get({ headers: selectors(["k", "1"], ["K", "2"]) }))).fault("w:InvalidSelectors", { detail: "DuplicateSelectors" });
    (await app.send(get({ headers: '<w:OptionSet><w:Option Name="o">1</w:Option></w:OptionSet>' }))).fault("w:UnsupportedFeature", { detail: "OptionSet", code: 2150858918 });
    (await app.send(get({ headers: '<w:OptionSet s:mustUnderstand="true"/>' }))).ok();
    (await app.send(get({ headers: '<w:FragmentTransfer s:mustUnderstand="true">a</w:FragmentTransfer>' }))).fault("w:UnsupportedFeature", { detail: "FragmentLevelAccess", code: 0x80338077 });
  });

  it("hands options and fragments over where the configuration allows them", async () => {
    const app = await AppHarness.start({ plugin: thing, options: true, fragment: true });
    const headers = '<w:OptionSet s:mustUnderstand="true"><w:Option Name="Depth" MustComply="true">3</w:Option></w:OptionSet><w:FragmentTransfer s:mustUnderstand="true">a/text()</w:FragmentTransfer>';
    const answer = (await app.send(get({ headers }))).ok();
    assert.deepEqual({ ...seen.get!.options.get("DEPTH") }, { name: "Depth", value: "3", mustComply: true, type: undefined });
    assert.equal(seen.get!.options.mustUnderstand, true);
    assert.deepEqual(seen.get!.fragment, { path: "a/text()", dialect: "http://www.w3.org/TR/1999/REC-xpath-19991116" });
    assert.match(answer.text, /<w:XmlFragment>.*<\/w:XmlFragment>/u);
  });

  it("answers in the charset of the request", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const text = envelope(get({ headers: selectors(["Name", "Ådal"]) }));
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    const answer = (await app.post(bytes, { headers: { "content-type": 'application/soap+xml; action="a;b"; charset="UTF-16"' } })).ok();
    assert.deepEqual(answer.response.headers, [["Content-Type", "application/soap+xml;charset=UTF-16"]]);
    assert.deepEqual([...(answer.response.body as Uint8Array).subarray(0, 2)], [0xff, 0xfe]);
    assert.match(answer.text, /Ådal/u);
    (await app.post(Buffer.from([0xc3, 0x28]))).fault("w:EncodingLimit", { detail: "CharacterSet" });
  });

  it("keeps to HTTP's rules before it reads anything", async () => {
    const app = await AppHarness.start({ plugin: thing, settings: { maxEnvelopeSizeKB: 8 } });
    const notPost = await app.post("", { method: "GET" });
    assert.equal(notPost.status, 405);
    assert.deepEqual(notPost.response.headers, [["Allow", "POST"]]);
    for (const type of ["text/xml", 'multipart/encrypted;protocol="x"', "", "application/soap+xmlx"]) assert.equal((await app.post("<a/>", { headers: { "content-type": type } })).status, 415);
    assert.equal((await app.post("<a/>", { headers: { "content-encoding": "gzip" } })).status, 415);
    const exact = envelope(get());
    const padded = exact + " ".repeat(8192 - exact.length);
    (await app.post(padded)).ok();
    assert.equal((await app.post(`${padded} `)).status, 413);
    const empty = await app.post("");
    assert.equal(empty.status, 500);
    assert.match(empty.text, /<s:Fault>/u);
  });

  it("answers Identify to everybody who asks in the right way, and nothing else", async () => {
    const app = await AppHarness.start({ plugin: thing });
    const body = '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><i:Identify xmlns:i="http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd"/></s:Body></s:Envelope>';
    assert.match((await app.post(body)).ok().text, /OS: 1\.2\.3 .*urn:profile:basic/u);
    const anonymous = { user: undefined, headers: { wsmanidentify: "unauthenticated" } };
    const answer = (await app.post(body, anonymous)).ok();
    assert.match(answer.text, /OS: 0\.0\.0 SP: 0\.0 Stack: 3\.0/u);
    assert.doesNotMatch(answer.text, /SecurityProfile/u);
    assert.equal((await app.post(body, { user: undefined })).status, 401);
    for (const other of [envelope(get()), "garbage", ""]) assert.equal((await app.post(other, anonymous)).status, 401);
  });

  it("does not send what is larger than the envelope may be", async () => {
    const big = definePlugin({ declaration: { name: "big", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => element("", "T", "é".repeat(20_000)) } });
    const app = await AppHarness.start({ plugin: big, settings: { maxEnvelopeSizeKB: 32 } });
    (await app.send(get())).fault("w:EncodingLimit", { detail: "ServiceEnvelopeLimit" });
    (await app.send(get({ maxEnvelopeSize: 9000 }))).fault("w:EncodingLimit", { detail: "MaxEnvelopeSize" });
    const roomy = await AppHarness.start({ plugin: big, settings: { maxEnvelopeSizeKB: 64 } });
    (await roomy.send(get())).ok();
  });

  it("refuses everything with endpointUnavailable while draining", async () => {
    const app = await AppHarness.start({ plugin: thing });
    app.app.drain();
    (await app.send(get(), { user: bob })).fault("a:EndpointUnavailable");
  });
});
