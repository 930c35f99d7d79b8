import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { element } from "../../../src/sdk/element.js";
import { CIM, date, holds, item } from "./wql-items.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const about = item({
  Name: "Spooler", State: "Running", StartMode: null, ProcessId: 1234, Started: true, Size: "18446744073709551615", Load: 0.25,
  InstallDate: date("2024-03-01T12:00:00.5+02:00"), Uptime: date("P1DT2H0M0S", "Interval"), Tags: ["a", "b"],
  Owner: [[element("urn:o", "City", "Oslo"), element("urn:o", "Age", 7)]],
  Host: [[element("urn:c", "ReferenceParameters", element("urn:w", "ResourceURI", "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2/Win32_ComputerSystem"), element("urn:w", "SelectorSet", { ...element("urn:w", "Selector", "HOST1"), attributes: [{ name: "Name", namespace: "", value: "Name" }] }))]],
});

/** [condition, with the class known, with nothing known] */
const table: readonly (readonly [condition: string, typed: boolean, untyped?: boolean])[] = [
  ["Name = 'spooler'", true], ["Name = 'SPOOLER'", true], ["Name <> 'Spooler'", false], ["Name != 'x'", true], ["name='Spooler'", true],
  ["Name < 'T'", true], ["Name > 'spool'", true], ["Name >= 'Spooler'", true], ["Name <= 'spooler'", true],
  ["'Spooler' = Name", true], ["2000 > ProcessId", true], ["2000 < ProcessId", false],
  ["ProcessId = 1234", true], ["ProcessId = '1234'", true], ["ProcessId <> 1234", false], ["ProcessId > 999", true], ["ProcessId < +1234.5", true], ["ProcessId >= -1", true],
  ["Size = 18446744073709551615", true], ["Size = 18446744073709551614", false], ["Size > 18446744073709551614", true],
  ["Load < 0.5", true], ["Load = .25", true],
  ["Started = TRUE", true], ["Started = true", true], ["Started = 1", true], ["Started = 'True'", true], ["Started <> FALSE", true], ["Started = 'False'", false],
  ["InstallDate = '20240301100000.500000+000'", true], ["InstallDate > '2024-03-01'", true], ["InstallDate < '03/02/2024'", true], ["InstallDate < '2024-03-01 10:00:00'", false],
  ["InstallDate >= '20240301120000.500000+120'", true], ["InstallDate <> '03/01/2024 10:00:01 AM'", true],
  ["Uptime > '00000001000000.000000:000'", true], ["Uptime = '00000001020000.000000:000'", true], ["Uptime > '2024-01-01'", false],
  ["StartMode IS NULL", true], ["StartMode = NULL", true], ["StartMode <> NULL", false], ["Name IS NOT NULL", true], ["NULL = StartMode", true], ["Tags IS NOT NULL", true],
  // Null is in no relation to anything, and the opposite of that is no yes either.
  ["StartMode = 'Auto'", false], ["StartMode <> 'Auto'", false], ["NOT StartMode = 'Auto'", false], ["NOT (StartMode = 'Auto' AND Name = 'Spooler')", false], ["StartMode = 'Auto' OR Name = 'Spooler'", true],
  ["NOT Name = 'x'", true], ["NOT NOT Name = 'Spooler'", true],
  ["Name = 'x' OR State = 'Running' AND ProcessId = 1", false], ["(Name = 'x' OR State = 'Running') AND ProcessId = 1234", true], ["Name = 'x' AND State = 'y' OR ProcessId = 1234", true],
  ["NOT Name = 'x' AND NOT State LIKE 'St%'", true],
  ["Name LIKE 'Spo%'", true], ["Name LIKE '%OOL%'", true], ["Name LIKE 'Spool'", false], ["Name LIKE '_pooler'", true], ["Name LIKE '[rs]%'", true], ["Name LIKE '[^a-r]%'", true],
  ["ProcessId LIKE '1234'", true],
  ["__CLASS = 'Win32_Service'", true], ["__CLASS = 'Win32_BaseService'", false], ["__CLASS <> 'x'", true], ["__class LIKE 'Win32%'", true],
  ["Owner.City = 'oslo'", true], ["Owner.Age > 6", true], ["Owner.Street = 'x'", false], ["Owner.Street IS NULL", true],
  ["Host = 'Win32_ComputerSystem.Name=\"host1\"'", true, false], ["Host = '\\\\\\\\srv\\\\root\\\\cimv2:Win32_ComputerSystem=\"HOST1\"'", true, false], ["Host <> 'Win32_ComputerSystem.Name=\"b\"'", true],
];

/** [condition, what the refusal says] */
const refused: readonly (readonly [string, RegExp])[] = [
  ["Nothing = 1", /no property Nothing\. \(at character 35: …ROM Win32_Service WHERE >>>Nothing = 1\)/],
  ["Started > TRUE", /Booleans have no order/], ["Started = 'maybe'", /compared with TRUE or FALSE, not with 'maybe'/],
  ["ProcessId = 'many'", /A number is expected, not 'many'/], ["InstallDate > 'yesterday'", /no date this host reads/], ["InstallDate > 20240101", /no date this host reads/],
  ["Tags = 'a'", /Tags is an array/], ["Owner = 'x'", /not compared as values/], ["Host > 'x'", /no order/], ["Host = 3", /object path/],
  ["StartMode > NULL", /Nothing is > NULL/], ["StartMode IS 5", /Behind IS comes NULL/], ["StartMode IS NOT 'x'", /Behind IS NOT comes NULL/],
  ["Name = State", /never with another property/], ["Name LIKE 5", /a pattern in quotes/], ["Name LIKE 'a[b'", /\[ in the pattern "a\[b" is never closed/], ["ProcessId LIKE '12%'", /is no text/],
  ["Name = 'a", /never ends/], ["Name == 'a'", /A value is expected/], ["Name = 'a' Name = 'b'", /The query is complete/], ["(Name = 'a'", /closing parenthesis/], ["Name", /An operator is expected/],
  ["Name = 0x10", /A number ends here/], ["Name.First = 'x'", /only embedded objects have properties/], ["__RELPATH = 'x'", /system property __RELPATH/], ["", /name of a property, NOT, a value/],
  ["Name = 'a';", /character ";" has no meaning/], ["Name = 'a' GROUP WITHIN 5", /for subscriptions/],
];

describe("WQL conditions", () => {
  for (const [condition, typed, untyped = typed] of table) {
    it(condition, () => {
      assert.equal(holds(condition, about), typed);
      assert.equal(holds(condition, about, false), untyped, "nothing known of the class");
    });
  }
  for (const [condition, says] of refused) it(`refuses ${condition || "nothing"}`, () => assert.match(String(holds(condition, about)), says));

  it("does not take an embedded object's class for its text", () => {
    const embedded = item({ Name: "x" });
    const owner = { name: "Owner", namespace: "urn:c", attributes: [{ name: "type", namespace: XSI, value: "q:Person_Type" }], children: [element("urn:o", "City", "Oslo")] };
    const with1 = { ...embedded, children: [...embedded.children, owner] };
    assert.equal(holds("Owner ISA 'Person'", with1), true);
    assert.equal(holds("Owner ISA Animal", with1), false);
    assert.equal(holds("Owner ISA 'Person'", embedded), false);
  });

  it("reads the forms of dates in instances", () => {
    assert.equal(holds("InstallDate = '2024-03-01T10:00:00Z'", item({ InstallDate: date("20240301100000.000000+000", "CIM_DateTime") })), true);
    assert.equal(holds("InstallDate > '2024-01-01'", item({ InstallDate: element(CIM, "Datetime", "not a date") })), false);
  });
});
