import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { readRequest, type RequestFault } from "../../../src/protocol/wsman/read-request.js";
import { writeFault } from "../../../src/protocol/wsman/write-fault.js";
import { cpuTime } from "../../support/cpu-time.js";

const SOAP = "http://www.w3.org/2003/05/soap-envelope";
const ADDRESSING = "http://schemas.xmlsoap.org/ws/2004/08/addressing";
const id = "uuid:1";

/** A request that is right except for what is put into it. */
function envelope(given: { readonly header?: string; readonly body?: string; readonly attributes?: string } = {}): string {
  const { header = "", body = "", attributes = "" } = given;
  return (
    `<s:Envelope xmlns:s="${SOAP}" xmlns:a="${ADDRESSING}" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"${attributes}><s:Header>` +
    `<a:MessageID>${id}</a:MessageID><a:Action>urn:x/Do</a:Action><a:ReplyTo><a:Address>${ADDRESSING}/role/anonymous</a:Address></a:ReplyTo><w:ResourceURI>urn:x</w:ResourceURI>` +
    `${header}</s:Header><s:Body>${body}</s:Body></s:Envelope>`
  );
}

function refused(text: string): RequestFault {
  let read!: ReturnType<typeof readRequest>;
  const taken = cpuTime(() => (read = readRequest(text)));
  assert.ok(taken < 1000, `takes ${taken} ms of processor time`);
  assert.ok(!read.ok, "was not refused");
  const answer = writeFault(read.error, { messageId: "uuid:2", relatesTo: read.error.relatesTo, machine: "h" });
  assert.ok(answer.length < 8192, `the answer has ${answer.length} characters`);
  return read.error;
}

const malformed: Readonly<Record<string, string>> = {
  "a DTD": `<!DOCTYPE x SYSTEM "file:///etc/passwd">${envelope()}`,
  "an entity bomb": `<!DOCTYPE l [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>${envelope({ body: "<x>&b;</x>" })}`,
  "nesting 100,000 deep": envelope({ body: "<x>".repeat(100_000) }),
  "50,000 attributes": envelope({ body: `<x${Array.from({ length: 50_000 }, (_, i) => ` a${i}=""`).join("")}/>` }),
  "50,000 namespaces": envelope({ body: `<x${Array.from({ length: 50_000 }, (_, i) => ` xmlns:a${i}="urn:${i}"`).join("")}/>` }),
  "an attribute twice": envelope({ body: '<x a="1" a="2"/>' }),
  "an attribute twice under two prefixes": envelope({ body: '<x xmlns:p="urn:1" xmlns:q="urn:1" p:a="1" q:a="2"/>' }),
  "two roots": `${envelope()}<x/>`,
  "an undeclared prefix": envelope({ body: "<q:x/>" }),
  "a NUL": envelope({ body: "<x>\u0000</x>" }),
  "a NUL by reference": envelope({ body: "<x>&#0;</x>" }),
  "an entity nobody declared": envelope({ body: "<x>&nbsp;</x>" }),
  "nothing but spaces": " ".repeat(1000),
  "half of it": envelope().slice(0, 400),
};

describe("hostile requests", () => {
  it("are the only ones refused", () => assert.ok(readRequest(envelope()).ok));

  for (const [title, text] of Object.entries(malformed)) {
    it(`${title} is refused with its place`, () => {
      const fault = refused(text);
      assert.equal(fault.name, "schemaValidationError");
      assert.match(fault.message!, /^Line \d+, column \d+: /);
    });
  }

  it("relates the fault to the request when its MessageID came before the mistake", () => {
    assert.equal(refused(envelope({ body: "<x>" })).relatesTo, id);
    assert.equal(refused(envelope({ attributes: " <" })).relatesTo, undefined);
  });

  it("does not give long words back", () => {
    const long = "x".repeat(900);
    refused(`<${long}/>`);
    refused(envelope({ header: `<q:${long} xmlns:q="urn:${"y".repeat(50_000)}" s:mustUnderstand="true"/>` }));
    refused(envelope({ header: `<w:OperationTimeout>${"1".repeat(100_000)}</w:OperationTimeout>` }));
    refused(envelope({ header: `<w:SelectorSet><w:Selector Name="${"n".repeat(100_000)}"><${long}/></w:Selector></w:SelectorSet>` }));
    refused(envelope({ header: `<a:FaultTo><a:Address>${"z".repeat(100_000)}</a:Address></a:FaultTo>` }));
  });

  it("names of JavaScript's own are names like all others", () => {
    const names = ["__proto__", "constructor", "toString", "hasOwnProperty"];
    const header =
      names.map((name) => `<w:${name}/><${name}/>`).join("") +
      `<w:SelectorSet>${names.map((name) => `<w:Selector Name="${name}">1</w:Selector>`).join("")}</w:SelectorSet>` +
      `<w:OptionSet>${names.map((name) => `<w:Option Name="${name}">1</w:Option>`).join("")}</w:OptionSet>`;
    const read = readRequest(envelope({ header, body: "<__proto__/>" }));
    assert.ok(read.ok);
    assert.deepEqual(read.value.selectors.map(({ name }) => name), names);
    assert.deepEqual(read.value.options.map(({ name }) => name), names);
    assert.equal(Object.hasOwn(Object.prototype, "1"), false);
  });
});
