import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { XmlElement } from "../../src/base/xml-element.js";
import { definePlugin } from "../../src/sdk/define-plugin.js";
import { element, record } from "../../src/sdk/element.js";
import { childElements, textOf } from "../../src/sdk/read-element.js";
import { startTestHost, type TestHost } from "../../src/testing/start-test-host.js";
import { findElement, parseXml, shapeOf, textIn } from "../support/envelope-shape.js";
import { fixtures, withoutFixtures } from "../support/project-root.js";
import { recordedRequests } from "../support/recorded-traffic.js";

const CIMV2 = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
const PLUGFEST = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/Plugfest";
const read = (...path: string[]): string => readFileSync(join(fixtures, "winrm", ...path), "utf8");

/** A scenario of the 2006 workshop as Windows answered it; some lines are broken inside namespace names. */
function scenario(description: string): XmlElement {
  const text = read("wsmancli-interop", "Scenarios.InteropWorkshop.Dec2006.MSFT.xml");
  const from = text.indexOf(`<Scenario Description="${description}`);
  return parseXml(text.slice(from, text.indexOf("</Scenario>", from) + "</Scenario>".length).replaceAll(/\n(?=[/m])/gu, ""));
}

const given = (of: XmlElement, name: string): string => textIn(findElement(of, "Input")!, name)!;

/** The parts of Windows that the recordings ask about, with what they answered as instances. */
const windows = definePlugin({
  declaration: {
    name: "windows", sdkVersion: 1, capabilities: ["Get", "Put", "Enumerate"], filters: "host", fragments: "host",
    classes: [
      { name: "Win32_Thing", keys: ["Name"], properties: { Name: "string", Size: "uint64" } },
      { name: "Win32_OperatingSystem", keys: [], properties: { Caption: "string", Version: "string" } },
      { name: "EmployeeRecord", keys: ["Id"], properties: { Alias: "string", Id: "uint32", Name: "string" } },
    ],
  },
  startup: () => {
    let alias = "spider";
    const employee = (): XmlElement => record(`${PLUGFEST}/EmployeeRecord`, "EmployeeRecord", { Alias: alias, Id: 2, Name: "Peter" });
    return {
      get: ({ resourceUri }) => resourceUri.endsWith("EmployeeRecord") ? employee() : record(resourceUri, "Win32_OperatingSystem", { Caption: textOf(findElement(scenario("6.7 Fragment Get"), "XmlFragment")!), Version: "6.0.6000" }),
      put: ({ body }) => {
        alias = textOf(childElements(body.element(), "Alias")[0]!);
        return employee();
      },
      enumerate: ({ query }) => (query?.className === "Win32_Thing" ? [1, 2].map((n) => record(`${CIMV2}/Win32_Thing`, "Win32_Thing", { Name: `thing ${n}`, Size: n })) : []),
    };
  },
});

describe("recorded filters and fragments", { skip: withoutFixtures }, () => {
  let host: TestHost;
  before(async () => {
    host = await startTestHost({ plugins: [{ plugin: windows, resources: [{ resourceUri: "http://schemas.microsoft.com/wbem/wsman/1/wmi" }, { resourceUri: "http://schemas.example.com/r" }] }] });
  });
  after(() => host.stop());

  const wql = 'Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL"';
  const recorded = (client: string) => recordedRequests().filter(({ file, body }) => file.startsWith(client) && body.includes(wql));

  it("WinRb's query for a class is answered with its instances, all at once", async () => {
    const requests = recorded("winrb");
    assert.ok(requests.length > 0);
    for (const { body } of requests) {
      const { status, text } = await host.send(body);
      assert.equal(status, 200, text);
      const response = findElement(parseXml(text), "EnumerateResponse")!;
      assert.deepEqual(childElements(findElement(response, "Items")!).map(({ name, namespace }) => [name, namespace]), [["Win32_Thing", `${CIMV2}/Win32_Thing`], ["Win32_Thing", `${CIMV2}/Win32_Thing`]]);
      assert.ok(findElement(response, "EndOfSequence"));
    }
  });

  it("the same request with columns is answered with fragments", async () => {
    for (const { body } of recorded("winrb")) {
      const { text } = await host.send(body.replace("select * from", "select size, NAME from"));
      const items = childElements(findElement(parseXml(text), "Items")!);
      assert.deepEqual(items.map((item) => [item.name, ...childElements(item).map(({ name, namespace }) => namespace + name)]), [["XmlFragment", "Name", "Size"], ["XmlFragment", "Name", "Size"]]);
    }
  });

  it("wsmancli's text that is no query is refused as such", async () => {
    const requests = recorded("wsmancli");
    assert.ok(requests.length > 0);
    for (const { body } of requests) {
      const { status, text } = await host.send(body);
      assert.equal(status, 500);
      assert.equal(textIn(findElement(parseXml(text), "Subcode")!, "Value"), "n:CannotProcessFilter");
      assert.match(text, /SELECT, ASSOCIATORS OF or REFERENCES OF is expected here \(at character 1, near "q"\)/u);
    }
  });

  it("a query for a class that is not there is refused with the structure that Windows' refusal has", async () => {
    const theirs = parseXml(read("winrb", "soap_fault_v2.xml"));
    const query = textIn(theirs, "ParameterInfo")!;
    const [request] = recorded("winrb");
    const { text } = await host.send(request!.body.replace("select * from Win32_Thing", query));
    const ours = parseXml(text);
    const shape = (of: XmlElement) => shapeOf(findElement(of, "Fault")!, {});
    assert.deepEqual(shape(ours), shape(theirs));
    assert.equal(textIn(ours, "Action"), textIn(theirs, "Action"));
    assert.equal(textIn(ours, "ParameterInfo"), query);
    for (const name of ["Subcode", "Operation"]) assert.equal(textIn(ours, name)?.trim(), textIn(theirs, name)?.trim());
  });

  it("Get of a fragment gives what Windows gave", async () => {
    const asked = scenario("6.7 Fragment Get");
    const answer = await host.get({ resourceUri: given(asked, "ResourceURI"), fragment: { path: given(asked, "Expression"), dialect: given(asked, "Dialect") } });
    assert.deepEqual([answer.name, textOf(answer)], ["XmlFragment", textOf(findElement(asked, "XmlFragment")!)]);
  });

  it("Put of a fragment gives what Windows gave, wrapped as the specification wants and bare as clients do", async () => {
    const asked = scenario("9.2 Fragment Put");
    const theirs = findElement(asked, "XmlFragment")!;
    const path = given(asked, "Expression");
    for (const body of [element("", path, given(asked, "InputMsg")), element("http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd", "XmlFragment", element("", path, given(asked, "InputMsg")))]) {
      const answer = await host.put({ resourceUri: given(asked, "ResourceURI"), selectors: { Id: "2" }, fragment: { path, dialect: given(asked, "Dialect") }, body });
      assert.ok(answer !== undefined && !("selectors" in answer));
      assert.deepEqual(shapeOf(answer, {}), shapeOf(theirs, {}));
      assert.equal(textOf(answer).trim(), textOf(theirs).trim());
    }
  });
});
