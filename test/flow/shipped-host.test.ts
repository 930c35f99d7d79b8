import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { describeAnswer } from "../support/describe-answer.js";
import { parseXml, textIn } from "../support/envelope-shape.js";
import { field, HttpExchange, type HttpAnswer } from "../support/http-exchange.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { actions, identifyEnvelope, soapEnvelope, type SoapMessage } from "../support/soap-envelope.js";

const REGISTRY = "urn:wsmanor:registry";
const FILTER = "http://schemas.dmtf.org/wbem/wsman/1/wsman/SelectorFilter";

describe("the host as it is shipped", () => {
  let host: RunningHost;
  before(async () => {
    host = await startRunningHost();
    for (const key of ["A\\B\\C", "A\\D"]) assert.equal((await ask({ action: actions.create, resourceUri: REGISTRY, selectors: { Key: key }, body: "<Key/>" })).status, 200);
    const value = await ask({ action: actions.create, resourceUri: REGISTRY, selectors: { Key: "A", Value: "Color" }, body: "<Value><Type>String</Type><Data>red</Data></Value>" });
    assert.equal(value.status, 200, value.body.toString());
  });
  after(() => host.stop());

  const send = (path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<HttpAnswer> =>
    HttpExchange.post(`http://127.0.0.1:${host.port}${path}`, body, { Authorization: host.authorization, ...headers });
  const ask = (message: SoapMessage): Promise<HttpAnswer> => send("/wsman", soapEnvelope(message));
  const all = (inside: string, more: Partial<SoapMessage> = {}): Promise<HttpAnswer> =>
    ask({ action: actions.enumerate, resourceUri: REGISTRY, selectors: { Key: "A" }, body: `<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>100</w:MaxElements>${inside}</n:Enumerate>`, ...more });
  const option = (name: string, value: string, more = ""): string => `<w:OptionSet><w:Option Name="${name}" ${more}>${value}</w:Option></w:OptionSet>`;
  const filter = (name: string, value: string): string => `<w:Filter Dialect="${FILTER}"><w:SelectorSet><w:Selector Name="${name}">${value}</w:Selector></w:SelectorSet></w:Filter>`;
  const names = (answer: HttpAnswer): string[] => [...answer.body.toString().matchAll(/<r:(?:Path|Name)>([^<]*)<\/r:\w+>(?:<r:Name>[^<]*<\/r:Name>)?/gu)].map(([, name]) => name!);

  it("enumerates the registry: one level, all levels, and what a selector filter lets through", async () => {
    assert.deepEqual(names(await all("")), ["A\\B", "A\\D", "Color"]);
    assert.deepEqual(names(await all("", { headers: option("Recurse", "true") })), ["A\\B", "A\\B\\C", "A\\D", "Color"]);
    assert.deepEqual(names(await all(filter("Name", "d"))), ["A\\D"]);
    assert.deepEqual(names(await all(filter("Data", "red"))), ["Color"]);
    assert.deepEqual(names(await all(filter("Name", "none"))), []);
  });

  it("refuses options that the registry does not know exactly when they must be complied with", async () => {
    assert.equal((await all("", { headers: option("Depth", "3") })).status, 200);
    assert.equal(describeAnswer(await all("", { headers: option("Depth", "3", 'MustComply="true"') })), "500 w:InvalidOptions 2150858833 NotSupported");
    assert.equal(describeAnswer(await all("", { headers: option("Recurse", "deep") })), "500 w:InvalidOptions 2150858835 InvalidValue");
    const got = await ask({ action: actions.get, resourceUri: REGISTRY, selectors: { Key: "A" }, headers: option("Recurse", "true", 'MustComply="TRUE"') });
    assert.equal(describeAnswer(got), "500 w:InvalidOptions 2150858833 NotSupported");
    const config = await ask({ action: actions.get, resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/config", headers: option("Any", "1") });
    assert.equal(describeAnswer(config), "500 w:UnsupportedFeature 2150858918 OptionSet");
  });

  it("goes by the path without regard to case, trailing slash and query, and by nothing else", async () => {
    for (const path of ["/wsman", "/WSMAN", "/wsman/", "/wsman?PSVersion=5.1.19041.1", "/WsMan/?a=b&c"]) assert.equal((await send(path, identifyEnvelope)).status, 200, path);
    for (const path of ["/wsmanx", "/nothing/wsman", "/powershell"]) {
      const answer = await send(path, identifyEnvelope);
      assert.equal(answer.status, 404, path);
      assert.doesNotMatch(field(answer, "Content-Type") ?? "", /soap/u);
    }
  });

  it("answers 405, 413 and 415 without SOAP, naming what is allowed, on a connection that stays", async () => {
    const connection = await HttpExchange.open(host.port);
    const say = (method: string, type: string, body: string): Promise<HttpAnswer> =>
      connection.send(`${method} /wsman HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${host.authorization}\r\nContent-Type: ${type}\r\nContent-Length: ${body.length}\r\n\r\n${body}`);
    const notPost = await say("PUT", "application/soap+xml", "abc");
    assert.deepEqual([notPost.status, field(notPost, "Allow"), notPost.body.length], [405, "POST", 0]);
    const notSoap = await say("POST", "text/xml", "<a/>");
    assert.deepEqual([notSoap.status, notSoap.body.length], [415, 0]);
    assert.equal((await say("POST", "application/soap+xml", identifyEnvelope)).status, 200);
    connection.close();
    const limit = 500 * 1024;
    assert.equal((await send("/wsman", identifyEnvelope.padEnd(limit, " "))).status, 200);
    const over = await send("/wsman", identifyEnvelope.padEnd(limit + 1, " "));
    assert.deepEqual([over.status, over.body.length], [413, 0]);
  });

  it("answers a request in UTF-16 in UTF-16, faults too", async () => {
    const encode = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
    for (const [message, status] of [[soapEnvelope({ action: actions.get, resourceUri: REGISTRY, selectors: { Key: "A" } }), 200], [soapEnvelope({ action: actions.get, resourceUri: "urn:nobody" }), 500], ["<broken", 500]] as const) {
      const answer = await HttpExchange.post(host.urls[0]!, encode(message), { Authorization: host.authorization, "Content-Type": "application/soap+xml;charset=UTF-16" });
      assert.deepEqual([answer.status, field(answer, "Content-Type")], [status, "application/soap+xml;charset=UTF-16"], message);
      assert.deepEqual([...answer.body.subarray(0, 2)], [0xff, 0xfe]);
      assert.ok(textIn(parseXml(answer.body.subarray(2).toString("utf16le")), "Action"));
    }
  });
});
