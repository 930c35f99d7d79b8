import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { StepBudget } from "../../../src/base/step-budget.js";
import { describeExpressionProblem } from "../../../src/base/expression-problem.js";
import type { ClassDefinition } from "../../../src/base/class-definition.js";
import { compileQuery, type WqlQuery } from "../../../src/protocol/wql/compile-query.js";
import { parseQuery } from "../../../src/protocol/wql/parse-query.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";

const thing: ClassDefinition = {
  name: "Test_Thing", keys: ["Name"],
  properties: {
    Name: "string", Letter: "char16", Count: "uint32", Big: "uint64", Low: "sint64", Share: "real64", On: "boolean", Off: "boolean", Made: "datetime", Up: "datetime",
    Tags: "string[]", Owner: "reference", Inner: "object", Gone: "string", Never: "uint32[]",
  },
};
const special: ClassDefinition = { ...thing, name: "Test_SpecialThing", superClass: "Test_Thing", properties: { ...thing.properties, Extra: "string" } };
const classes = [thing, special];

const xml = (name: string): string =>
  `<p:${name} xmlns:p="urn:p" xmlns:cim="http://schemas.dmtf.org/wbem/wscim/1/common" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:a="urn:a">` +
  "<p:Name>Ärger</p:Name><p:Letter>x</p:Letter><p:Count>10</p:Count><p:Big>18446744073709551615</p:Big><p:Low>-9223372036854775808</p:Low><p:Share>0.5</p:Share>" +
  "<p:On>true</p:On><p:Off>false</p:Off><p:Made><cim:Datetime>2024-03-01T12:30:15.25+02:00</cim:Datetime></p:Made><p:Up><cim:Interval>P1DT0H1M40S</cim:Interval></p:Up>" +
  "<p:Tags>a</p:Tags><p:Tags>b</p:Tags><p:Owner><a:Address>x</a:Address><a:ReferenceParameters><ResourceURI>http://s/wmi/root/cimv2/Test_User</ResourceURI>" +
  '<SelectorSet><Selector Name="Domain">D</Selector><Selector Name="Name">Ann</Selector></SelectorSet></a:ReferenceParameters></p:Owner>' +
  '<p:Inner xsi:type="p:Test_Part_Type"><p:Size>7</p:Size><p:Deep><p:X>y</p:X></p:Deep></p:Inner><p:Gone xsi:nil="true"/></p:' + name + ">";

function itemOf(text: string): XmlElement {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok);
  return read.value;
}

function compile(text: string, known: readonly ClassDefinition[]): WqlQuery {
  const parsed = parseQuery(text);
  assert.ok(parsed.ok, parsed.ok ? "" : describeExpressionProblem(text, parsed.error));
  const compiled = compileQuery(parsed.value, known);
  assert.ok(compiled.ok, compiled.ok ? "" : describeExpressionProblem(text, compiled.error));
  return compiled.value;
}

const item = itemOf(xml("Test_Thing"));
const holds = (where: string, known: readonly ClassDefinition[] = classes): boolean => compile(`select * from Test_Thing where ${where}`, known).matches(item, new StepBudget(100_000));

/** By definition and by the value's own look. `typed`: only with the definition. */
const table: readonly (readonly [where: string, result: boolean, only?: "typed" | "untyped"])[] = [
  // Texts: without case, also beyond ASCII; order by characters.
  ["Name = 'ärGER'", true], ["Name <> 'ärger'", false], ["Name != 'x'", true], ["Name > 'A'", true], ["Name < 'zz'", false], ["Name >= 'ÄRGER'", true], ["name = 'Ärger'", true],
  ["Letter = 'X'", true], ["Name = 5", false],
  // Numbers, in quotes and bare, exactly.
  ["Count = 10", true], ["Count = '10'", true], ["Count = ' 10 '", true, "typed"], ["Count = 010", true], ["Count <> 10", false], ["Count > 9", true], ["Count > '9'", true], ["Count < 9.5", false], ["Count <= 10.0", true], ["10 = Count", true], ["9 < Count", true], ["Count > -1", true],
  ["Big = 18446744073709551615", true], ["Big = 18446744073709551614", false], ["Big > 18446744073709551614", true], ["Big < 18446744073709551616", true], ["Low = -9223372036854775808", true], ["Low < -9223372036854775807", true], ["Low >= -9223372036854775809", true],
  ["Share = 0.5", true], ["Share < 1", true], ["Share > .4", true], ["Share = '0.50'", true, "typed"],
  // Booleans.
  ["On = TRUE", true], ["On = 1", true], ["On = 'True'", true], ["On = '1'", true, "typed"], ["On <> FALSE", true], ["Off = 0", true], ["Off = 'FALSE'", true], ["Off = TRUE", false], ["On != 0", true],
  // Moments: as instants when both say where, otherwise by the clock where they were written.
  ["Made = '20240301123015.250000+120'", true], ["Made = '20240301103015.250000+000'", true], ["Made > '20240301103015.249999+000'", true], ["Made < '20240301103015.250001-000'", true],
  ["Made > '20240301093015.250000-060'", false], ["Made = '20240301123015.250000+***'", true], ["Made = '20240301******.******+***'", true], ["Made = '202403**12****.******+***'", true], ["Made > '20240229235959.999999+***'", true],
  ["Made > '2024-03-01'", true], ["Made > '03/01/2024'", true], ["Made >= '3/2/2024'", false], ["Made < '2024-03-01 12:30:16'", true], ["Made = '03/01/2024 12:30:15.25'", true], ["Made = '2024-03-01T10:30:15.25Z'", true],
  ["Made > '12:30:00'", true], ["Made < '12:30:00'", false],
  ["Up = '00000001000140.000000:000'", true], ["Up > '00000001000139.999999:000'", true], ["Up < 'P1DT2M'", true], ["Up = '2024-01-01'", false], ["Up <> '2024-01-01'", false],
  // NULL is neither equal nor unequal, and NOT of what nobody can tell is not told either.
  ["Gone IS NULL", true], ["Gone = NULL", true], ["Gone <> NULL", false], ["Gone = 'x'", false], ["Gone <> 'x'", false], ["NOT Gone = 'x'", false], ["NOT (Gone = 'x' AND Name = 'y')", true], ["Gone = 'x' OR Count = 10", true], ["Never IS NULL", true], ["Tags IS NULL", false], ["Tags IS NOT NULL", true], ["Inner IS NOT NULL", true],
  ["Gone LIKE '%'", false], ["Tags = 'a'", false, "untyped"],
  // References.
  [`Owner = 'Test_User.Domain="d",Name="ANN"'`, true], [`Owner = "\\\\\\\\srv\\\\root\\\\cimv2:Test_User.Name='Ann',Domain='D'"`, true], [`Owner <> 'Test_User.Name="Bob",Domain="D"'`, true], [`Owner = 'Test_User.Name="Ann"'`, false],
  // Into objects; a path that leads nowhere gives no rows and no error.
  ["Inner.Size = 7", true], ["Inner.size > 6", true], ["Inner.Deep.X = 'Y'", true], ["Inner.Nothing = 7", false], ["NOT Inner.Nothing = 7", false], ["Inner.Nothing IS NULL", false], ["Inner.Nothing.X IS NOT NULL", false],
  ["Inner ISA 'Test_Part'", true], ["Inner ISA Other", false], ["__THIS ISA Test_Thing", true],
  // Classes.
  ["__CLASS = 'test_thing'", true], ["__CLASS <> 'Test_Thing'", false], ["__Class LIKE 'Test%'", true], ["__GENUS = 2", true], ["__DYNASTY = 'Test_Thing'", true], ["__SUPERCLASS = 'x'", false],
  // Precedence and LIKE.
  ["Count = 9 AND Count = 10 OR Count = 10", true], ["Count = 9 AND (Count = 10 OR Count = 10)", false], ["NOT Count = 9 AND Count = 10", true], ["Name LIKE '_rg%'", true], ["NOT Name LIKE 'x%'", true], ["Count LIKE '10'", true], ["On LIKE 'true'", true],
];

describe("a condition holds", () => {
  for (const [where, result, only] of table) {
    it(`${where}: ${result}`, () => {
      if (only !== "untyped") assert.equal(holds(where), result, "with the class's definition");
      if (only !== "typed") assert.equal(holds(where, []), result, "without one");
    });
  }
});

describe("a condition that has no meaning for the class is refused, and where", () => {
  const refused: readonly (readonly [string, string])[] = [
    ["select * from Test_Thin", "the class Test_Thin does not exist in this namespace (at character 15"],
    ["select Nme from Test_Thing", "the class Test_Thing has no property Nme (at character 8"],
    ["select * from Test_Thing where Nme = 1", "the class Test_Thing has no property Nme (at character 32"],
    ["select * from Test_Thing where Extra = 'x'", "has no property Extra"],
    ["select * from Test_Thing where Tags = 'a'", "Tags is an array, which = cannot compare; only IS NULL can be asked of it (at character 37"],
    ["select * from Test_Thing where On < TRUE", "On is true or false and has no order; compare it with = or <> (at character 35"],
    ["select * from Test_Thing where On = 2", "On is true or false and cannot be compared with 2"],
    ["select * from Test_Thing where Count = 'ten'", 'Count is a number and cannot be compared with "ten" (at character 40'],
    ["select * from Test_Thing where Count = TRUE", "Count is a number and cannot be compared with TRUE"],
    ["select * from Test_Thing where Count LIKE '1%'", "Count is no text, so its LIKE has no wildcards (at character 43"],
    ["select * from Test_Thing where Made > 'yesterday'", 'Made is a date and time and cannot be compared with "yesterday"; forms are'],
    ["select * from Test_Thing where Made = '20240231000000.000000+000'", "is a date and time and cannot be compared"],
    ["select * from Test_Thing where Made = 5", "is a date and time and cannot be compared with 5"],
    ["select * from Test_Thing where Owner < 'A.b=1'", "Owner refers to an instance and has no order"],
    ["select * from Test_Thing where Owner = '!'", "is compared with a path such as"],
    ["select * from Test_Thing where Inner = 'x'", "Inner holds an object; ask for a property inside it"],
    ["select * from Test_Thing where Name.Length = 1", "Name is no object and has nothing inside"],
    ["select Name.Length from Test_Thing", "Name is no object and has nothing inside that Length could be (at character 8"],
    ["select * from Test_Thing where Name ISA 'x'", "Name holds no object, so ISA has no meaning for it"],
    ["select * from Test_Thing where Name LIKE '[a'", "the pattern has a [ without ]"],
    ["select * from Test_Thing where __THING = 'x'", "the system property __THING is not known here; __CLASS, __SUPERCLASS, __DYNASTY, __GENUS, __PROPERTY_COUNT, __RELPATH and __PATH are"],
    ["select * from Test_Thing where __CLASS.Name = 'x'", "the system property __CLASS.Name is not known here"],
    ["select * from Test_Thing where __SERVER = 'x'", "the system property __SERVER is not known here"],
    ["select * from Test_Thing where __DERIVATION = 'x'", "__DERIVATION is an array"],
    ["select * from Test_Thing where __RELPATH > 'Test_Thing.Name=1'", "__RELPATH is a path and has no order"],
    ["select * from Test_Thing where __PATH = '!'", "__PATH is compared with a path such as"],
    ["select * from Test_Thing where __PATH = 5", "__PATH is compared with a path such as"],
    ["select * from Test_Thing where __PROPERTY_COUNT LIKE '1%'", "__PROPERTY_COUNT is no text"],
  ];
  for (const [text, why] of refused) {
    it(text, () => {
      const parsed = parseQuery(text);
      assert.ok(parsed.ok);
      const compiled = compileQuery(parsed.value, classes);
      assert.ok(!compiled.ok, "it is compiled");
      assert.ok(describeExpressionProblem(text, compiled.error).includes(why), describeExpressionProblem(text, compiled.error));
    });
  }
});

describe("subclasses", () => {
  const below = itemOf(xml("Test_SpecialThing"));
  const matches = (text: string, known: readonly ClassDefinition[] = classes): boolean => compile(text, known).matches(below, new StepBudget(100_000));
  it("belong to their class unless __CLASS says otherwise", () => {
    assert.equal(matches("select * from test_thing"), true);
    assert.equal(matches("select * from Test_Thing where __CLASS = 'Test_Thing'"), false);
    assert.equal(matches("select * from Test_Thing where __SUPERCLASS = 'Test_Thing' and __DYNASTY = 'Test_Thing'"), true);
    assert.equal(compile("select * from Test_SpecialThing", classes).matches(item, new StepBudget(1000)), false);
  });
  it("are unknown without definitions, so an item is of the class whose name it has", () => assert.equal(matches("select * from Test_Thing", []), false));
});

describe("what the system knows of an item", () => {
  const keyed = { ...thing, keys: ["Name", "Count"] };
  const family = [keyed, { ...special, keys: ["Extra"] }];
  const place = { server: "Node7", namespace: "root/cimv2" };
  const compiled = (condition: string, known: readonly ClassDefinition[] = family, columns = "*"): WqlQuery => {
    const statement = parseQuery(`select ${columns} from Test_Thing where ${condition}`);
    assert.ok(statement.ok, condition);
    const query = compileQuery(statement.value, known, place);
    assert.ok(query.ok, query.ok ? "" : describeExpressionProblem(condition, query.error));
    return query.value;
  };
  const holds = (condition: string, of = item): boolean => compiled(condition).matches(of, new StepBudget(100_000));
  /** As a query has to spell it. */
  const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
  const path = 'Test_Thing.Name="Ärger",Count="10"';
  const rows: readonly (readonly [condition: string, truth: boolean])[] = [
    [`__RELPATH = ${quoted(path)}`, true], [`__relpath = 'test_thing.count=10,name="ärger"'`, true], [`__RELPATH <> ${quoted(path)}`, false], [`__RELPATH = 'Test_Thing.Name="Ärger"'`, false],
    ["__RELPATH = 'Test_Thing=@'", true], ["__RELPATH = 'Test_Other=@'", false], ["__RELPATH LIKE 'Test[_]Thing.Name=_Är%'", true], ["__RELPATH LIKE '%nothing%'", false], ["__RELPATH IS NOT NULL", true],
    [`__PATH = ${quoted(`\\\\NODE7\\ROOT\\cimv2:${path}`)}`, true], [`__PATH = '//node7/root/cimv2:${path}'`, true], [`__PATH = ${quoted(`\\\\.\\root\\cimv2:${path}`)}`, true], [`__PATH = 'root/CIMV2:${path}'`, true],
    [`__PATH = ${quoted(path)}`, true], [`__PATH = ${quoted(`\\\\other\\root\\cimv2:${path}`)}`, false], [`__PATH = ${quoted(`\\\\node7\\root\\default:${path}`)}`, false],
    [`__PATH <> ${quoted(`\\\\node7\\root\\default:${path}`)}`, true], [`__PATH LIKE ${quoted("\\\\Node7\\root\\%:Test%")}`, true],
    ["__SERVER = 'node7'", true], ["__SERVER <> 'x'", true], [`__NAMESPACE = ${quoted("ROOT\\cimv2")}`, true], ["__NAMESPACE LIKE '%cimv2'", true], ["__PROPERTY_COUNT = 15", true], ["__PROPERTY_COUNT < 9", false],
    ["__GENUS < 3", true], ["__SUPERCLASS IS NULL", true], ["__CLASS IS NULL", false],
  ];
  for (const [condition, truth] of rows) it(`${condition} is ${truth}`, () => assert.equal(holds(condition), truth));

  it("a subclass has keys and a number of properties of its own, and an item without keys the only path", () => {
    const below = itemOf(xml("Test_SpecialThing").replace("<p:Letter>", '<p:Extra>a"b\\c</p:Extra><p:Letter>'));
    assert.equal(holds(`__RELPATH = ${quoted('Test_SpecialThing.Extra="a\\"b\\\\c"')}`, below), true);
    assert.equal(holds("__PROPERTY_COUNT = 16 and __SUPERCLASS = 'Test_Thing'", below), true);
    assert.equal(holds("__RELPATH LIKE 'Test[_]SpecialThing=@'", itemOf(xml("Test_SpecialThing"))), true);
  });

  it("the plug-in is told that keys are needed, and nothing of the system's names", () => {
    assert.deepEqual(compiled("__RELPATH = 'x.y=1' and Gone is null", family, "Letter").properties, ["Letter", "Gone", "Name", "Count", "Extra"]);
    assert.deepEqual(compiled("__CLASS = 'x'", family, "Letter").properties, ["Letter"]);
    assert.equal(compiled("__RELPATH = 'x.y=1'").equals.size, 0);
  });
});

describe("the columns", () => {
  const picked = (text: string, known: readonly ClassDefinition[] = classes): string[] => compile(text, known).pick(item).map(({ name, children }) => `${name}${children.length === 0 ? "!" : ""}`);
  it("come alphabetically without case, once, as the class spells them; NULL is nil, a NULL array is nothing", () => {
    assert.deepEqual(picked("select up, NAME, gone, count, tags, name, never, __CLASS from Test_Thing"), ["Count", "Gone!", "Name", "Tags", "Tags", "Up"]);
    assert.deepEqual(picked("select name, gone, nothing from Test_Thing", []), ["Gone!", "Name"]);
    assert.deepEqual(picked("select inner.size from Test_Thing"), ["Inner"]);
  });
  it("that the plug-in left out are nil where the class says that they are scalars", () => {
    const bare = itemOf('<p:Test_Thing xmlns:p="urn:p"/>');
    assert.deepEqual(compile("select Count, Tags from Test_Thing", classes).pick(bare).map(({ name, attributes }) => [name, attributes[0]?.value]), [["Count", "true"]]);
  });
});

describe("what a plug-in is told", () => {
  const told = (text: string, known: readonly ClassDefinition[] = classes) => {
    const { className, properties, equals, isWhole } = compile(text, known);
    return { className, properties, equals: Object.fromEntries(equals), isWhole };
  };
  it("is the class, the properties that are used, and the equalities nothing passes without", () => {
    assert.deepEqual(told("select name from TEST_THING where count = '+010' and ON = 1 and (letter = 'a' or share > 1) and made = '2024-01-01' and count = 3"), {
      className: "Test_Thing", isWhole: false, properties: ["Name", "Count", "On", "Letter", "Share", "Made"], equals: { Count: "10", On: "true" },
    });
    assert.deepEqual(told("select * from Test_Thing where Name = 'a' or Count = 1"), { className: "Test_Thing", isWhole: true, properties: undefined, equals: {} });
    assert.deepEqual(told("select * from Test_Thing where NOT Name = 'a'").equals, {});
    assert.deepEqual(told("select * from X where a = 'b' and c = 5 and d.e = 'f' and __CLASS = 'X'", []), { className: "X", isWhole: true, properties: undefined, equals: { a: "b" } });
  });
});
