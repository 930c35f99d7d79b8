import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { pluginXml, startConfiguredHost, testPlugin } from "../support/configured-host.js";
import { describeAnswer } from "../support/describe-answer.js";
import { childrenOf, findElement, parseXml, textIn, writtenName } from "../support/envelope-shape.js";
import { field, HttpExchange, type HttpAnswer } from "../support/http-exchange.js";
import { projectRoot, withoutFixtures } from "../support/project-root.js";
import { octetsOf, recordedField, recordedRequests, type RecordedRequest } from "../support/recorded-traffic.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";

/** One expectation; `test/golden/traffic/README.md` says what the columns mean. */
interface Row {
  readonly id: string;
  readonly shipped: string;
  readonly served: string;
}

const table: readonly Row[] = readFileSync(join(projectRoot, "test", "golden", "traffic", "recorded-requests.tsv"), "utf8")
  .split("\n").filter((line) => line !== "" && !line.startsWith("#")).slice(1)
  .map((line) => {
    const [file = "", number = "", , shipped = "", served = ""] = line.split("\t");
    return { id: `${file} ${number}`, shipped, served: served === "same" ? shipped : served };
  });
const expected = new Map(table.map((row) => [row.id, row]));
const idOf = ({ file, number }: RecordedRequest): string => `${file} ${number}`;
const requests = withoutFixtures === false ? recordedRequests() : [];

/** What the recordings are about, served by a plug-in beside the shipped ones. */
const served = pluginXml("thing", testPlugin("thing-plugin"), [
  ["http://schemas.example.com/r", "Get Put Create Delete Enumerate Invoke"],
  ["http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/CIM_ComputerSystem", "Enumerate Invoke"],
  ["http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2", "Enumerate"],
]);

/** What holds for every answer, whatever it says. */
function checkAnswer(request: RecordedRequest, answer: HttpAnswer): void {
  assert.equal(answer.reason, "", "the reason phrase is empty, as Windows' is");
  assert.equal(field(answer, "Transfer-Encoding"), undefined);
  assert.match(field(answer, "Server") ?? "", /^WS-Manor\//u);
  assert.ok(field(answer, "Date"));
  assert.notEqual(field(answer, "Connection"), "close", "the connection stays");
  if (answer.status === 401) {
    assert.equal(answer.body.length, 0);
    assert.equal(field(answer, "WWW-Authenticate"), 'Basic realm="WSMAN"');
    return;
  }
  assert.equal(field(answer, "Content-Type"), "application/soap+xml;charset=UTF-8");
  const text = answer.body.toString();
  assert.match(text, /^<s:Envelope xml:lang="en-US" /u);
  const envelope = parseXml(text);
  const headers = childrenOf(findElement(envelope, "Header")!);
  if (request.body.includes(":Identify")) return assert.deepEqual(headers, []);
  const estimate = answer.status === 200 && request.body.includes("RequestTotalItemsCountEstimate") ? ["w:TotalItemsCountEstimate"] : [];
  assert.deepEqual(headers.map(writtenName), ["a:Action", "a:MessageID", "p:ActivityId", "a:To", "a:RelatesTo", ...estimate]);
  assert.deepEqual(headers.flatMap(({ attributes }) => attributes), [], "answers mark no header");
  assert.match(textIn(envelope, "MessageID")!, /^uuid:[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/u);
  assert.equal(textIn(envelope, "To"), "http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous");
  const sent = /<(?:\w+:)?MessageID[^>]*>([^<]*)</u.exec(request.body)![1];
  assert.ok(text.includes(`<a:RelatesTo>${sent}</a:RelatesTo>`), "RelatesTo is the MessageID byte for byte");
  if (answer.status === 500) assert.equal(findElement(envelope, "WSManFault")?.attributes.find(({ name }) => name === "Machine")?.value, "127.0.0.1");
}

/** Sends the recordings as they were sent: file by file on one connection, which the host keeps open. */
function replay(start: () => Promise<RunningHost>, column: "shipped" | "served"): void {
  let host: RunningHost;
  let connection: HttpExchange | undefined;
  let file = "";
  let context: string | undefined;
  before(async () => {
    host = await start();
  });
  after(() => {
    connection?.close();
    return host.stop();
  });
  for (const request of requests) {
    it(idOf(request), async () => {
      if (request.file !== file) {
        connection?.close();
        connection = await HttpExchange.open(host.port);
        file = request.file;
      }
      const answer = await connection!.send(octetsOf(request, host, column === "served" ? context : undefined));
      context = /<n:EnumerationContext>([^<]+)</u.exec(answer.body.toString())?.[1] ?? context;
      assert.equal(describeAnswer(answer), expected.get(idOf(request))?.[column]);
      checkAnswer(request, answer);
    });
  }
}

describe("recorded requests", { skip: withoutFixtures }, () => {
  it("have one row each, and every row is of one", () => {
    assert.equal(expected.size, table.length, "no row twice");
    assert.deepEqual(requests.map(idOf).filter((id) => !expected.has(id)), []);
    const recorded = new Set(requests.map(idOf));
    assert.deepEqual([...expected.keys()].filter((id) => !recorded.has(id)), []);
  });

  it("are refused with 401 exactly where the client sent no credentials", () => {
    for (const request of requests) assert.equal(expected.get(idOf(request))?.shipped === "401", recordedField(request, "Authorization") === undefined, idOf(request));
  });

  describe("to the host as it is shipped", () => replay(() => startRunningHost(), "shipped"));
  describe("to a host that serves what they are about", () => replay(() => startConfiguredHost({ "/wsman": { plugins: served } }), "served"));
});
