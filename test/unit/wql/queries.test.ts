import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkQuery } from "../../../src/protocol/wql/check-query.js";
import { ClassTable } from "../../../src/protocol/wql/class-table.js";
import { compileLike } from "../../../src/protocol/wql/like-pattern.js";
import { queryLimits, readQuery } from "../../../src/protocol/wql/read-query.js";
import { TooManySteps } from "../../../src/protocol/wql/steps.js";
import { writeElement } from "../../../src/protocol/xml/write-element.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { createRandom } from "../../fuzz/random.js";
import { ask, classes, date, item } from "./wql-items.js";

const written = (answer: ReturnType<typeof ask>): string => (typeof answer === "string" ? answer : answer === undefined ? "" : writeElement(answer));

/** What tools send (the wording is theirs, the classes' definitions are not needed to read it). */
const realQueries = [
  "select * from Win32_Process", "Select TotalVisibleMemorySize,TotalVirtualMemorySize From Win32_OperatingSystem",
  "Select name,caption,pathName,serviceType,startMode,startName,state From Win32_Service", "SELECT * FROM Win32_Volume where DriveLetter=NULL",
  "select name, state, status, displayname from Win32_Service", "select Name,PercentProcessorTime,Timestamp_Sys100NS from Win32_PerfRawData_PerfOS_Processor where Name != '_Total'",
  "Select Name, State From Win32_Service Where StartMode = 'Auto'", "Select Name, State From Win32_Service Where Name = 'a' Or Name = 'b'",
  "SELECT * FROM Win32_Process WHERE ExecutablePath IS NOT NULL AND ExecutablePath LIKE '%\\\\Explorer.exe'",
  "SELECT * FROM Win32_UserAccount WHERE Disabled='False' AND Lockout='False' AND LocalAccount='True' AND Name='o\\'neil'",
  "SELECT * FROM Win32_UserProfile WHERE LocalPath IS NOT NULL AND Special=FALSE", "SELECT * FROM Win32_Service where ProcessId  = 1234",
  "select DeviceDescription,DetailedState from DCIM_PowerSupplyView where DetailedState != 'Absent' and PrimaryStatus != 0",
  "SELECT * FROM Win32_NetworkAdapterConfiguration WHERE IpEnabled=TRUE", "SELECT * FROM Win32_Share WHERE Name='Admin$'",
  "select * from Win32_Service where State!='Running' and StartMode='Auto'", "select * from Win32_NTLogEvent where TimeGenerated > '20240101000000.000000-000'",
];

describe("WQL queries", () => {
  for (const query of realQueries) it(query, () => assert.ok(readQuery(query).ok, JSON.stringify(readQuery(query))));

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["ASSOCIATORS OF {Win32_DiskDrive.DeviceID='a'} WHERE AssocClass=Win32_DiskDriveToDiskPartition", "notSupported", /^ASSOCIATORS OF queries/],
    ["associators of {Win32_Service='x'} where ClassDefsOnly ResultClass = C", "syntax", /exclude each other/],
    ["REFERENCES OF {Win32_Service.Name='x'} WHERE Role = Antecedent KeysOnly", "notSupported", /^REFERENCES OF queries/],
    ["REFERENCES OF {Win32_Service.Name='x'} WHERE AssocClass = y", "syntax", /No such keyword/], ["REFERENCES OF {}", "syntax", /object path is expected/],
    ["SELECT * FROM __InstanceCreationEvent WITHIN 5 WHERE TargetInstance ISA 'Win32_Process'", "notSupported", /Event queries \(FROM __InstanceCreationEvent\)/],
    ["SELECT * FROM Win32_ProcessStartTrace WITHIN 5", "notSupported", /Event queries \(WITHIN\)/], ["SELECT * FROM meta_class", "notSupported", /Schema queries/],
    ["SELECT * FROM A, B", "syntax", /The query is complete/], ["SELECT * FROM A ORDER BY x", "syntax", /The query is complete/], ["SELECT COUNT(*) FROM A", "syntax", /FROM and the name of a class/],
    ["UPDATE A SET b = 1", "syntax", /begins with SELECT/], ["", "syntax", /begins with SELECT/], ["SELECT FROM A", "syntax", /FROM is a word of the language/], ["SELECT A.* FROM A", "syntax", /property of the embedded object/],
    ["SELECT * FROM A WHERE x = 1 OR", "syntax", /is expected here/], [`SELECT * FROM A WHERE ${"(".repeat(65)}x = 1${")".repeat(65)}`, "limit", /nested deeper than 64/],
    [`SELECT * FROM A WHERE ${Array.from({ length: 1001 }, () => "x = 1").join(" OR ")}`, "limit", /at most 1000 comparisons/], ["x".repeat(queryLimits.characters + 1), "limit", /at most 65536 characters/],
  ];
  for (const [query, kind, says] of refused) {
    it(`refuses ${query.slice(0, 60)}`, () => {
      const read = readQuery(query);
      assert.ok(!read.ok);
      assert.equal(read.error.kind, kind, read.error.message);
      assert.match(read.error.message, says);
      assert.ok(read.error.offset <= query.length);
    });
  }

  it("gives instances of the class and of those below it, whole", () => {
    const service = item({ Name: "a" });
    const terminal = item({ Name: "b" }, "Win32_TerminalService");
    assert.equal(ask("select * from win32_service", service), service);
    assert.equal(ask("select * from win32_service", terminal), terminal);
    assert.equal(ask("select * from Win32_TerminalService", service), undefined);
    assert.equal(ask("select * from Win32_Service where __CLASS = 'Win32_Service'", terminal), undefined);
    assert.match(written(ask("select * from Win32_Nothing", service)), /There is no class Win32_Nothing; there are Win32_Service, Win32_TerminalService\. \(at character 15: select \* from >>>Win32_Nothing\)/);
  });

  it("projects as Windows does: by name, without namespaces, null as nil, arrays as they are, spelt as the class spells", () => {
    const about = item({ State: "Running", Name: "a", Tags: ["x", "y"], InstallDate: date("2024-01-01T00:00:00Z"), ProcessId: null });
    assert.equal(
      written(ask("select tags, STATE, installdate, name, processid, name from Win32_Service", about)),
      '<w:XmlFragment xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><InstallDate><Datetime>2024-01-01T00:00:00Z</Datetime></InstallDate><Name>a</Name>' +
        '<ProcessId xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/><State>Running</State><Tags>x</Tags><Tags>y</Tags></w:XmlFragment>',
    );
    assert.equal(written(ask("select Tags, StartMode from Win32_Service", item({ Name: "a" }))), '<w:XmlFragment xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><StartMode xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></w:XmlFragment>');
    assert.equal(written(ask("select __PATH, Name from Win32_Service", item({ Name: "a" }))), '<w:XmlFragment xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><Name>a</Name></w:XmlFragment>');
    assert.match(written(ask("select Name, Nothing from Win32_Service", about)), /no property Nothing/);
  });

  it("tells the plug-in what is needed", () => {
    const told = (query: string) => {
      const read = readQuery(query);
      const checked = read.ok ? checkQuery(read.value, new ClassTable(classes)) : read;
      assert.ok(checked.ok);
      const { className, properties, equals } = checked.value.query;
      return [className, properties, [...equals]];
    };
    assert.deepEqual(told("select * from win32_service"), ["Win32_Service", undefined, []]);
    assert.deepEqual(told("select name from win32_service where processid = 5 and state = 'Running' and started = true or name = 'x'"), ["Win32_Service", ["Name", "ProcessId", "State", "Started"], []]);
    assert.deepEqual(told("select state from Win32_Service where NAME = 'a' and (state = 'b' or state = 'c') and processid > 4"), ["Win32_Service", ["State", "Name", "ProcessId"], [["Name", "a"]]]);
  });
});

/** [pattern, text, fits] (the WQL page of LIKE, and what it leaves open) */
const likes: readonly (readonly [string, string, boolean])[] = [
  ["%", "", true], ["%", "anything", true], ["", "", true], ["", "a", false], ["_", "a", true], ["_", "", false], ["a%b", "ab", true], ["a%b", "axxb", true], ["a%b", "axxbc", false], ["%a%a%", "xaxxa", true],
  ["[abc]x", "bx", true], ["[abc]x", "dx", false], ["[a-f]", "e", true], ["[a=f]", "E", true], ["[a-f]", "g", false], ["[^a-f]", "g", true], ["[^a-f]", "a", false], ["[^ad-f]", "b", true], ["[^ad-f]", "e", false],
  ["[^]", "^", true], ["[a-]", "-", true], ["[a-]", "b", false], ["[%]", "%", true], ["[%]", "a", false], ["[_]x", "_x", true], ["[[]", "[", true], ["a]b", "a]b", true], ["\\%", "\\abc", true], ["_", "\u{1f600}", true], ["STRASSE", "strasse", true],
];

describe("LIKE", () => {
  for (const [pattern, text, fits] of likes) {
    it(`${pattern} ${fits ? "fits" : "does not fit"} ${text}`, () => {
      const compiled = compileLike(pattern);
      assert.ok(compiled.ok);
      assert.equal(compiled.value.matches(text, { left: 10_000 }), fits);
    });
  }

  it("says where a bracket is never closed", () => assert.deepEqual(compileLike("ab[cd"), { ok: false, error: 2 }));

  it("fits as a regular expression of the same meaning does", () => {
    const alphabet = fc.array(fc.constantFrom("a", "b", "%", "_", "x"), { maxLength: 8 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(alphabet, fc.array(fc.constantFrom("a", "b", "x"), { maxLength: 10 }).map((letters) => letters.join("")), (pattern, text) => {
        const compiled = compileLike(pattern);
        assert.ok(compiled.ok);
        assert.equal(compiled.value.matches(text, { left: 100_000 }), new RegExp(`^${pattern.replaceAll("%", ".*").replaceAll("_", ".")}$`, "u").test(text), `${pattern} ~ ${text}`);
      }),
      { seed: 20261126, numRuns: 2000 },
    );
  });
});

describe("hostile queries", () => {
  it("never throw, whatever their characters, and point into the text", () => {
    const random = createRandom(20261127);
    const pieces = ["select", "*", "from", "A", "where", "x", "=", "'a'", "1", "and", "or", "not", "(", ")", "like", "'%a'", "is", "null", ",", ".", "{", "\"", "'", "\\", "\u0000", "é", "<>", "isa", "within", "associators of {"];
    for (let round = 0; round < 20_000; round++) {
      const query = `select * from A where ${Array.from({ length: random.below(20) }, () => random.pick(pieces)).join(" ")}`;
      const read = readQuery(query);
      if (!read.ok) assert.ok(read.error.offset >= 0 && read.error.offset <= query.length, query);
    }
  });

  it("cost a bounded number of steps each", () => {
    const compiled = compileLike(`%${"a".repeat(1000)}b`);
    assert.ok(compiled.ok);
    assert.throws(() => compiled.value.matches("a".repeat(100_000), { left: 200_000 }), TooManySteps);
    const long: XmlElement = item({ Name: "a".repeat(1_000_000) });
    assert.throws(() => ask(`select * from Win32_Service where Name like '%${"a".repeat(1000)}b'`, long), TooManySteps);
  });
});
