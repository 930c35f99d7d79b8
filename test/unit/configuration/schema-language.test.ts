import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import type { Diagnostic } from "../../../src/base/diagnostic.js";
import { defaultValueOf, readValue, type Value } from "../../../src/configuration/read-value.js";
import { readSchema } from "../../../src/configuration/read-schema.js";
import { Report } from "../../../src/configuration/report.js";
import { parseXml } from "../../../src/configuration/load-xml.js";
import type { AttributeSchema } from "../../../src/configuration/schema-model.js";
import { sourceFile } from "../../../src/configuration/source-file.js";
import { basicIsDeclared, basicIsOn } from "../../support/basic-is-on.js";
import { load } from "../../support/golden-configuration.js";
import { memoryFiles } from "../../support/memory-files.js";

const plugin = '<PluginModules><OperationsPlugins><Plugin Name="p" Filename="p.mjs" SDKVersion="1"><Resources><Resource ResourceUri="urn:p"><Capability Type="Get"/></Resource></Resources></Plugin></OperationsPlugins></PluginModules>';

/** What is said about a section `own` with this content of its schema. */
function check(schema: string, section: string, webConfig?: string): readonly Diagnostic[] {
  const host = `<configuration><configSections>
      <sectionGroup name="system.applicationHost"><section name="sites"/></sectionGroup>
      <sectionGroup name="system.webServer"><section name="system.management.wsmanagement.config"/><section name="own"/>${basicIsDeclared}</sectionGroup>
    </configSections>
    <system.applicationHost><sites><site name="S" id="1"><bindings><binding protocol="http" bindingInformation="127.0.0.1:0:"/></bindings>
      <application path="/"><virtualDirectory path="/" physicalPath="root"/></application></site></sites></system.applicationHost>
    <system.webServer><system.management.wsmanagement.config>${plugin}</system.management.wsmanagement.config>${section}${basicIsOn}</system.webServer></configuration>`;
  const files = memoryFiles({
    "applicationHost.config": host,
    "schema/own.xml": `<configSchema><sectionSchema name="system.webServer/own">${schema}</sectionSchema></configSchema>`,
    "root/keep": "",
    ...(webConfig === undefined ? {} : { "root/web.config": `<configuration><system.webServer>${webConfig}</system.webServer></configuration>` }),
  });
  return load("/c/applicationHost.config", files).diagnostics.filter(({ place }) => !place!.file.includes("wsmanconfig_schema"));
}

const rules = (found: readonly Diagnostic[]): string[] => found.map(({ rule }) => rule);

function attributeOf(metadata: string, inside = ""): AttributeSchema {
  const report = new Report();
  const { root } = parseXml(sourceFile("/s.xml", `<configSchema><sectionSchema name="g/s"><attribute name="a" ${metadata}>${inside}</attribute></sectionSchema></configSchema>`), report, "schema");
  const sections = readSchema([{ source: sourceFile("/s.xml", ""), root: root! }], report);
  assert.deepEqual(report.diagnostics, []);
  return sections.get("g/s")!.element.attributes.get("a")!;
}

const members = '<enum name="Red" value="1"/><enum name="Green" value="7"/>';
const flags = '<flag name="None" value="0"/><flag name="Read" value="1"/><flag name="Write" value="2"/>';

/** Metadata and content of an `attribute`; texts that are fine, texts that are refused. */
const language: readonly (readonly [metadata: string, inside: string, fine: readonly string[], refused: readonly string[]])[] = [
  ['type="bool"', "", ["true", "FALSE", "False"], ["", "1", "yes", "truе"]],
  ['type="uint"', "", ["0", "4294967295", "0xFF", "007"], ["", "-1", "4294967296", "1.5", "1e3", "０", "0x", "one"]],
  ['type="int"', "", ["-2147483648", "2147483647", "0x7fffffff"], ["", "2147483648", "-2147483649", "--1", "+-1"]],
  ['type="int64"', "", ["9223372036854775807", "-9223372036854775808", "9007199254740993", "0"], ["", "9223372036854775808", "-9223372036854775809", "99999999999999999999", "x"]],
  ['type="string"', "", ["", " any ", "&#x9;&lt;"], []],
  ['type="enum"', members, ["Red", "green", "GREEN"], ["", "1", "Blue", "Red, Green", "Red,Green"]],
  ['type="enum" caseSensitive="true"', members, ["Red"], ["red", "RED"]],
  ['type="flags"', flags, ["", "Read", "read,Write", " Read , Write "], ["Read;Write", "Read,,Write", "Run", "3"]],
  ['type="timeSpan"', "", ["00:00:00", "29:00:00", "1.02:03:04", "1:02:03:04", "00:00:00.5"], ["", "10", "00:10", "1d", "-00:01:00"]],
  ['type="timeSpan" timeSpanFormat="seconds"', "", ["10", "0", "00:00:10"], ["ten", "-1", "1.5"]],
  ['type="timeSpan" timeSpanFormat="minutes" allowInfinite="true"', "", ["10", "Infinite", "infinite"], ["never"]],
  ['type="uint" allowInfinite="true"', "", ["Infinite", "5"], ["Infinity"]],
  ['type="uint" validationType="integerRange" validationParameter="5,9"', "", ["5", "9"], ["4", "10"]],
  ['type="uint" validationType="integerRange" validationParameter="0,1023,exclude"', "", ["1024", "4294967295"], ["0", "1023", "4294967296"]],
  ['type="int" validationType="integerRange" validationParameter="-5,-1"', "", ["-5", "-1"], ["-6", "0"]],
  ['type="int64" validationType="integerRange" validationParameter="1048576,4294967295"', "", ["1048576", "4294967295"], ["1048575", "4294967296", "9223372036854775807"]],
  ['type="string" validationType="nonEmptyString"', "", [" ", "x"], [""]],
  ['type="string" validationType="requireTrimmedString"', "", ["", "a b", "x"], [" x", "x ", "&#9;x"]],
  ['type="timeSpan" validationType="timeSpanRange" validationParameter="0,60,5"', "", ["00:00:00", "00:00:55", "00:01:00"], ["00:00:03", "00:01:05"]],
  ['type="timeSpan" validationType="timeSpanRange" validationParameter="1,100,10"', "", ["00:00:01", "00:00:11", "00:00:10", "00:00:20"], ["00:00:05", "00:00:00"]],
  ['type="timeSpan" validationType="timeSpanRange" validationParameter="10,20,1,exclude"', "", ["00:00:09", "00:00:21"], ["00:00:10", "00:00:20"]],
  ['type="timeSpan" timeSpanFormat="minutes" validationType="timeSpanRange" validationParameter="60,120,1"', "", ["1", "2"], ["0", "3"]],
  ['type="timeSpan" allowInfinite="true" validationType="timeSpanRange" validationParameter="0,60,1"', "", ["Infinite"], ["01:00:00"]],
  ['type="string" validationType="applicationPoolName"', "", ["My pool.1"], ["", "a|b", "a&lt;b", "a&gt;b", "a&amp;b", "a&quot;b", "a/b", "a\\b", "a[b", "a]b", "a+b", "a=b", "a;b", "a:b", "a,b", "a?b", "a*b", "a@b"]],
  ['type="string" validationType="siteName"', "", ["Default Web Site"], ["", "a/b", "a?b"]],
  ['type="string" validationType="applicationPath"', "", ["/", "/a", "/a/b.c", "/..."], ["", "a", "/a/", "//", "/a//b", "/.", "/a/..", "/../a"]],
  ['type="string" validationType="virtualDirectoryPath"', "", ["/", "/a/b"], ["", "a", "/a/", "/a/./b"]],
  ['type="string" validationType="nobodyKnowsThis" validationParameter="1"', "", ["", "x"], []],
];

describe("the schema language: attributes", () => {
  for (const [metadata, inside, fine, refused] of language) {
    it(`${metadata}${inside === "" ? "" : ` of ${[...inside.matchAll(/name="(\w+)"/gu)].map(([, name]) => name).join(" ")}`}`, () => {
      const schema = `<attribute name="a" ${metadata}>${inside}</attribute>`;
      const wrong = (text: string): string[] => rules(check(schema, `<own a="${text}"/>`)).filter((rule) => !rule.startsWith("schema-"));
      for (const text of fine) assert.deepEqual(wrong(text), [], `"${text}" is fine`);
      for (const text of refused) assert.deepEqual(wrong(text), ["invalid-value"], `"${text}" is refused`);
    });
  }

  it("values are typed, and so are defaults", () => {
    const cases: readonly (readonly [string, string, string | undefined, Value])[] = [
      ['type="bool"', "", "TRUE", true],
      ['type="uint"', "", "0x10", 16],
      ['type="int64"', "", "9223372036854775807", "9223372036854775807"],
      ['type="enum"', members, "GREEN", "Green"],
      ['type="flags"', flags, "write, READ", ["Write", "Read"]],
      ['type="timeSpan"', "", "1.00:00:01", 86_401],
      ['type="timeSpan" timeSpanFormat="minutes"', "", "3", 180],
      ['type="uint" allowInfinite="true"', "", "infinite", "Infinite"],
      ['type="string"', "", " x ", " x "],
      ['type="bool"', "", undefined, false],
      ['type="uint" defaultValue="7"', "", undefined, 7],
      ['type="uint"', "", undefined, 0],
      ['type="flags" defaultValue="Read, Write"', flags, undefined, ["Read", "Write"]],
      ['type="timeSpan" defaultValue="00:02:00"', "", undefined, 120],
      ['type="string" encrypted="true" defaultValue="[enc:AesProvider::enc]"', "", undefined, ""],
      ['type="string"', "", undefined, ""],
    ];
    for (const [metadata, inside, text, value] of cases) {
      const attribute = attributeOf(metadata, inside);
      assert.deepEqual(text === undefined ? defaultValueOf(attribute) : readValue(attribute, text), value, `${metadata} ${text ?? "default"}`);
    }
  });

  it("the stray `default` counts as defaultValue, with a warning on the schema", () => {
    const found = check('<attribute name="a" type="uint" default="5"/>', "<own/>");
    assert.deepEqual(found.map(({ severity, rule, place, didYouMean }) => [severity, rule, place!.file, didYouMean]), [["warning", "schema-default-attribute", "/c/schema/own.xml", "defaultValue"]]);
  });

  it("metadata that is misspelt or cannot be meant is told, and nothing is refused for it", () => {
    const found = check(
      '<attribute name="a" type="uint" defaultvalue="5" requierd="true"/><attribute name="b" type="uint" validationType="integerRnage" validationParameter="1,2"/>' +
      '<attribute name="c" type="uint" validationType="integerRange" validationParameter="low,high"/><attribute name="d" type="uint" defaultValue="many"/>',
      '<own b="9" c="9"/>',
    );
    assert.deepEqual(found.map(({ severity, rule, didYouMean }) => [severity, rule, didYouMean]), [
      ["warning", "schema-unknown-metadata", "defaultValue"], ["warning", "schema-unknown-metadata", "required"], ["warning", "schema-unknown-validator", "integerRange"],
      ["warning", "schema-validation-parameter", undefined], ["warning", "schema-default-value", undefined],
    ]);
  });

  it("an enum or flags without members is told on the schema's line, and whoever writes one is not blamed", () => {
    for (const [type, child] of [["enum", "enum"], ["flags", "flag"]]) {
      const found = check(`<attribute name="a" type="${type}"/>`, '<own a="Any"/>');
      assert.deepEqual(found.map(({ severity, rule, place }) => [severity, rule, place!.file]), [["error", "schema-without-members", "/c/schema/own.xml"]]);
      assert.match(found[0]!.remedy!, new RegExp(`<${child} name=`, "u"));
    }
  });

  it("metadata that is neither true nor false is told on the schema's line and counts as absent", () => {
    const found = check('<attribute name="a" type="uint" required="yes" caseSensitive="TRUE"/><collection addElement="add" mergeAppend="no"><attribute name="k" type="string" isCombinedKey=""/></collection>', "<own/>");
    assert.deepEqual(found.map(({ severity, rule, place, message }) => [severity, rule, place!.file, message.split(";")[0]]), [
      ["warning", "schema-boolean", "/c/schema/own.xml", '"yes" is neither true nor false'],
      ["warning", "schema-boolean", "/c/schema/own.xml", '"no" is neither true nor false'],
      ["warning", "schema-boolean", "/c/schema/own.xml", '"" is neither true nor false'],
    ]);
  });

  it("required holds for what all levels come to", () => {
    const schema = '<attribute name="a" type="uint" required="true"/><element name="e"><attribute name="b" type="uint" required="true"/></element>';
    assert.deepEqual(rules(check(schema, '<own a="1"/>')), []);
    assert.deepEqual(rules(check(schema, "<own/>")), ["missing-attribute"]);
    assert.deepEqual(rules(check(schema, "<own/>", '<own a="1"/>')), []);
    assert.deepEqual(check(schema, '<own a="1"><e/></own>').map(({ message }) => message), ["Missing required attribute b on <e>."]);
    assert.deepEqual(rules(check(schema, '<own a="1"><e/></own>', '<own><e b="2"/></own>')), []);
  });
});

describe("the schema language: collections", () => {
  const named = (attributes: string, more = ""): string => `<element name="list"><collection addElement="add" removeElement="remove" clearElement="clear" ${attributes}><attribute name="key" type="string" isUniqueKey="true" required="true"/>${more}</collection></element>`;

  it("unique keys compare without case unless the schema says otherwise", () => {
    assert.deepEqual(rules(check(named(""), '<own><list><add key="a"/><add key="A"/></list></own>')), ["duplicate-entry"]);
    assert.deepEqual(rules(check(named("").replace('isUniqueKey="true"', 'isUniqueKey="true" caseSensitive="true"'), '<own><list><add key="a"/><add key="A"/></list></own>')), []);
    assert.deepEqual(rules(check(named('allowDuplicates="true"'), '<own><list><add key="a"/><add key="a"/></list></own>')), []);
  });

  it("combined keys are one key together", () => {
    const schema = '<collection addElement="add"><attribute name="x" type="uint" isCombinedKey="true"/><attribute name="y" type="uint" isCombinedKey="true"/></collection>';
    assert.deepEqual(rules(check(schema, '<own><add x="1" y="1"/><add x="1" y="2"/></own>')), []);
    const [found] = check(schema, '<own><add x="1" y="2"/><add x="1" y="0x2"/></own>');
    assert.match(found!.message, /with combined key attributes 'x, y' respectively set to '1, 0x2'/u);
  });

  it("add, remove and clear have the names that the schema gives them, and no others", () => {
    const schema = '<collection addElement="allow,deny" removeElement="forget" clearElement="clearAll"><attribute name="key" type="string" isUniqueKey="true"/></collection>';
    assert.deepEqual(rules(check(schema, '<own><clearAll/><allow key="a"/><deny key="b"/><forget key="a"/></own>')), []);
    const found = check(schema, '<own><add key="a"/><remove key="a"/><clear/></own>');
    assert.deepEqual(rules(found), ["unknown-element", "unknown-element", "unknown-element"]);
    assert.equal(found[0]!.allowed, "Known here: allow, deny, forget, clearAll.");
    assert.deepEqual(rules(check('<collection addElement="add"><attribute name="key" type="string"/></collection>', "<own><clear/></own>")), ["unknown-element"]);
  });

  it("remove carries keys, clear carries nothing", () => {
    const found = check(named("", '<attribute name="other" type="uint"/>'), '<own><list><remove key="a" other="1"/><remove/><clear key="a"/></list></own>');
    assert.deepEqual(rules(found), ["unknown-attribute", "missing-attribute", "unknown-attribute"]);
  });

  it("remove names a combined key whole; a unique key is enough where there is one", () => {
    const part = (name: string): string => `<attribute name="${name}" type="string" isCombinedKey="true"/>`;
    const schema = (more: string): string => `<collection addElement="add" removeElement="remove">${part("x")}${part("y")}${part("z")}${more}</collection>`;
    const said = (section: string, more = ""): string[] => check(schema(more), `<own>${section}</own>`).map(({ message }) => message);
    assert.deepEqual(said('<remove x="1" y="" z="3"/>'), []);
    assert.deepEqual(said('<remove y="2"/>'), ["<remove> names only a part of the key: x, z are missing."]);
    assert.deepEqual(said('<remove x="1" Y="2"/>'), ["<remove> names only a part of the key: z is missing.", "Unrecognized attribute 'Y' on <remove>."]);
    assert.deepEqual(said("<remove/>"), ["<remove> does not say which entry it means."]);
    assert.deepEqual(said('<remove id="1"/>', '<attribute name="id" type="uint" isUniqueKey="true"/>'), []);
  });

  it("several files describe one section: names add up, and a collection joins by its add element", () => {
    const both = '</sectionSchema><sectionSchema name="system.webServer/own">';
    const schema = `${named("")}${both}<attribute name="more" type="uint"/><element name="list"><collection addElement="add"><attribute name="extra" type="bool"/></collection></element>`;
    assert.deepEqual(rules(check(schema, '<own more="1"><list><remove key="b"/><add key="a" extra="true"/></list></own>')), []);
  });

  it("allowUnrecognizedAttributes keeps strangers", () => {
    assert.deepEqual(rules(check(named('allowUnrecognizedAttributes="true"'), '<own><list><add key="a" any="thing"/></list></own>')), []);
    assert.deepEqual(rules(check(named(""), '<own><list><add key="a" any="thing"/></list></own>')), ["unknown-attribute"]);
  });

  it("methods are passed over, and what is no part of the language is told", () => {
    assert.deepEqual(rules(check('<method name="Start" extension="X"><inputElement><attribute name="n" type="uint"/></inputElement></method>', "<own/>")), []);
    assert.deepEqual(rules(check('<colection addElement="add"/>', "<own/>")), ["schema-unknown-element"]);
  });

  it("names that JavaScript knows are names like others", () => {
    const schema = '<attribute name="__proto__" type="uint"/><element name="constructor"><attribute name="toString" type="bool"/></element>';
    assert.deepEqual(rules(check(schema, '<own __proto__="1"><constructor toString="true"/></own>')), []);
    assert.deepEqual(rules(check(schema, '<own __proto__="x"><hasOwnProperty/></own>')).sort(), ["invalid-value", "unknown-element"]);
  });
});
