import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../../src/base/xml-element.js";
import { forwardedHeaders } from "../../../../src/mock/record/forwarded-headers.js";
import { itemOfElement, itemOfEnumeration } from "../../../../src/mock/record/item-of-element.js";
import { readRecordedAnswer } from "../../../../src/mock/record/read-recorded-answer.js";
import { isReadableScheme, isSealed } from "../../../../src/mock/record/readable-schemes.js";
import { streamData } from "../../../../src/mock/record/stream-data.js";
import { TranscriptFile } from "../../../../src/mock/record/transcript-file.js";
import { writeScript } from "../../../../src/mock/record/write-script.js";
import { elementOfItem } from "../../../../src/mock/scripted/element-of-item.js";
import { readScript } from "../../../../src/mock/script/read-script.js";
import { readElement } from "../../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../../src/protocol/xml/xml-limits.js";

const cim = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const parse = (text: string): XmlElement => {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok);
  return read.value;
};
const service = (inside: string, attributes = ""): XmlElement => parse(`<p:Win32_Service xmlns:p="${cim}/Win32_Service" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"${attributes}>${inside}</p:Win32_Service>`);

describe("an instance as a script says it", () => {
  it("by class and properties, where these give the same again", () => {
    const element = service('<p:Name>a</p:Name><p:Null xsi:nil="true"/><p:List>1</p:List><p:List xsi:nil="true"/><p:Empty/>', ' xsi:type="p:Win32_Service_Type"');
    const item = itemOfElement(element, `${cim}/*`);
    assert.deepEqual(item, { class: "Win32_Service", properties: { Name: "a", Null: null, List: ["1", null], Empty: "" } });
    const again = elementOfItem(item, `${cim}/Win32_Service`, "Win32_Service") as XmlElement;
    assert.deepEqual(again.children.map((child) => typeof child !== "string" && [child.name, ...child.children]), [["Name", "a"], ["Null"], ["List", "1"], ["List"], ["Empty", ""]]);
    assert.deepEqual(itemOfElement(service("<p:Name>a</p:Name>"), `${cim}/Win32_Service`), { properties: { Name: "a" } });
    assert.deepEqual(itemOfElement(service("<p:Name>a</p:Name>"), `${cim.toUpperCase()}/Win32_Service`).properties, { Name: "a" });
  });

  const asXml = {
    "of a date in an element of its own": "<p:Date><d xmlns='urn:d'>1</d></p:Date>", "of a list in two places": "<p:A>1</p:A><p:B/><p:A>2</p:A>", "of attributes": "<p:A k='v'>1</p:A>", "of properties of another namespace": "<A xmlns='urn:o'>1</A>", "of a name that means something": "<p:__proto__>1</p:__proto__>",
  };
  for (const [title, inside] of Object.entries(asXml)) it(`as XML because ${title}`, () => assert.match(itemOfElement(service(inside), `${cim}/*`).xml!, /^<p:Win32_Service/u));

  it("with its reference, and a reference alone", () => {
    const epr = '<a:EndpointReference xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><a:Address>x</a:Address><a:ReferenceParameters><w:ResourceURI>u</w:ResourceURI><w:SelectorSet><w:Selector Name="Name">a</w:Selector></w:SelectorSet></a:ReferenceParameters></a:EndpointReference>';
    assert.deepEqual(itemOfEnumeration(parse(epr), `${cim}/*`), { properties: {}, selectors: { Name: "a" } });
    const both = parse(`<w:Item xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><p:X xmlns:p="${cim}/X"><p:N>1</p:N></p:X>${epr}</w:Item>`);
    assert.deepEqual(itemOfEnumeration(both, `${cim}/*`), { class: "X", properties: { N: "1" }, selectors: { Name: "a" } });
  });
});

describe("a recorded fault", () => {
  it("has its subcode by namespace, whatever prefix it came with", () => {
    const fault = `<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope" xmlns:q="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><e:Body><e:Fault><e:Code><e:Value>e:Receiver</e:Value><e:Subcode><e:Value> q:TimedOut </e:Value></e:Subcode></e:Code><e:Reason><e:Text xml:lang="en-US">why</e:Text></e:Reason><e:Detail><q:FaultDetail>http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/Some</q:FaultDetail><f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="2150858793" Machine="web01"><f:Message>in detail</f:Message></f:WSManFault></e:Detail></e:Fault></e:Body></e:Envelope>`;
    assert.deepEqual(readRecordedAnswer(fault), { kind: "fault", fault: { subcode: "w:TimedOut", class: "Receiver", code: 2150858793, detail: "Some", message: "in detail" }, machine: "web01" });
  });
  it("is none where there is no envelope", () => {
    for (const text of ["", "<html/>", "<Envelope/>", '<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"/>']) assert.equal(readRecordedAnswer(text), undefined);
  });
});

describe("what goes through a recording", () => {
  it("is no field of one connection", () => {
    const fields = [["Connection", "close, X-Hop"], ["X-Hop", "1"], ["Transfer-Encoding", "chunked"], ["Content-Length", "1"], ["Host", "a"], ["Accept-Encoding", "gzip"], ["Authorization", "Basic x"]] as const;
    assert.deepEqual(forwardedHeaders(fields, "request"), [["Authorization", "Basic x"]]);
    assert.deepEqual(forwardedHeaders([["Content-Type", "a"], ["Keep-Alive", "1"], ["Date", "b"]], "response"), [["Content-Type", "a"], ["Date", "b"]]);
  });
  it("is nothing that is sealed", () => {
    assert.deepEqual([undefined, "Basic eA==", "basic eA==", "Negotiate x", "NTLM x", "Kerberos x", "CredSSP x", "Basically x"].map(isReadableScheme), [true, true, true, false, false, false, false, false]);
    assert.deepEqual([undefined, "application/soap+xml", "multipart/encrypted;protocol=x", "multipart/x-multi-encrypted;a"].map(isSealed), [false, false, true, true]);
  });
});

describe("output in a script", () => {
  it("is text where that gives the same octets", () => {
    assert.equal(streamData(Buffer.from("\ufeffGrüße\r\n\0\u001b")), "\ufeffGrüße\r\n\0\u001b");
    assert.deepEqual(streamData(Buffer.from([0xc3])), { base64: "ww==" });
  });
  it("is read as it was written", () => {
    const odd = ["", " ", "\n", "\r\n", "a\r\nb", " leading", "trailing \n", "\ttab", "- a", "# no comment", "a: b", "'", "\"", "null", "1", "yes", "~", "&a *b", "%x", "\u001b[1m\u0000", "\ufeffx", "\u2028\u0085", "😀", "a\n\n\n", "x".repeat(5000), "---", "|", ">-", "\\", "[redacted]"];
    const script = { commands: odd.map((text) => ({ match: `${text}.`, reply: { stdout: text } })) };
    assert.deepEqual(readScript(writeScript(script, ["head", "second: line"]), "x.yaml"), { script, diagnostics: [] });
  });
});

describe("the file of a recording", () => {
  it("is written once for all that came while it was written, with all of it", async () => {
    const written: string[] = [];
    const ends: (() => void)[] = [];
    let known = "";
    const file = new TranscriptFile(() => {
      written.push(known);
      return new Promise((end) => ends.push(end));
    });
    const saves = ["a", "b", "c"].map((text) => {
      known += text;
      return file.save();
    });
    await new Promise((later) => setImmediate(later));
    known += "d";
    const later = file.save();
    ends.shift()!();
    await Promise.all(saves);
    await new Promise((turn) => setImmediate(turn));
    ends.shift()!();
    await later;
    assert.deepEqual(written, ["abc", "abcd"]);
  });
  it("is written again after it could not be", async () => {
    let fails = true;
    const file = new TranscriptFile(async () => void (fails && assert.fail("full")));
    await assert.rejects(file.save(), /full/u);
    fails = false;
    await file.save();
  });
});
