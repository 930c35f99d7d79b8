import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { defineAuthorizationPlugin } from "../../../../src/sdk/define-authorization-plugin.js";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { elementsOf } from "../../../../src/sdk/element.js";
import { failure } from "../../../../src/sdk/failure.js";
import { childElements, textOf } from "../../../../src/sdk/read-element.js";
import type { XmlElement } from "../../../../src/base/xml-element.js";
import { AppHarness, enumerate, get, pluginSettings, TRANSFER, type Answer, type HarnessOptions, type MessageOptions } from "./app-harness.js";

const XPATH = "http://www.w3.org/TR/1999/REC-xpath-19991116";
const NS = "urn:people";
const e = elementsOf(NS, "p");
const cim = elementsOf("http://schemas.dmtf.org/wbem/wscim/1/common", "cim");
const addressing = elementsOf("http://schemas.xmlsoap.org/ws/2004/08/addressing", "a");
const xsiType = (value: string) => ({ name: "type", namespace: "http://www.w3.org/2001/XMLSchema-instance", prefix: "xsi", value });

const original = (): XmlElement => e("Person", [
  e("Alias", "spider"), e("Born", cim("Datetime", "1962-08-10T00:00:00Z")), e("Boss", addressing("Address", "x"), addressing("ReferenceParameters", "")), e("Languages", "en"), e("Languages", "de"),
  { ...e("Home", e("City", "Queens"), e("Zip", 11101)), attributes: [xsiType("p:Home_Type")] }, e("Nick", null), e("Text", " a b "),
]);
let person = original();
let put: { readonly text: string | undefined; readonly fragment: unknown } | undefined;
let asked: string[] = [];
const people = definePlugin({
  declaration: {
    name: "people", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Enumerate"], fragments: "host",
    classes: [{ name: "Person", keys: ["Alias"], properties: { Alias: "string", Born: "datetime", Boss: "reference", Email: "string[]", Languages: "string[]", Home: "object", Nick: "string", Text: "string", Zoo: "string[]" } }],
  },
  operations: {
    get: ({ fragment, action }) => {
      asked.push(`get ${action.slice(action.lastIndexOf("/") + 1)}`);
      assert.equal(fragment, undefined);
      return person;
    },
    put: ({ fragment, body, action }) => {
      asked.push(`put ${action.slice(action.lastIndexOf("/") + 1)}`);
      put = { text: body.renderingType === "text" ? body.text : undefined, fragment };
      const next = body.element();
      if (childElements(next, "Alias").some((alias) => textOf(alias) === "taken")) return failure("already-exists");
      if (childElements(next, "Alias").some((alias) => textOf(alias) === "new key")) return { renamed: { selectors: { Alias: "new key" } } };
      person = next;
      return childElements(next, "Nick").some((nick) => textOf(nick) === "silent") ? undefined : person;
    },
    create: () => ({ selectors: {} }), delete: () => undefined, enumerate: () => [],
  },
});

const transfer = (path: string, dialect: string | undefined = XPATH, attributes = 's:mustUnderstand="true"'): string =>
  `<w:FragmentTransfer ${attributes}${dialect === undefined ? "" : ` Dialect="${dialect}"`}>${path}</w:FragmentTransfer>`;
const putting = (path: string, body: string, dialect?: string): MessageOptions => ({ action: `${TRANSFER}/Put`, headers: transfer(path, dialect), body });
const fragment = (inside: string): string => `<w:XmlFragment xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${inside}</w:XmlFragment>`;

async function start(more: Partial<HarnessOptions> = {}): Promise<AppHarness> {
  person = original();
  put = undefined;
  asked = [];
  return AppHarness.start({ plugin: people, fragment: true, ...more });
}

/** What stands inside w:XmlFragment. */
const inside = (answer: Answer): string => /<w:XmlFragment[^>]*?(?:\/>|>(.*)<\/w:XmlFragment>)/su.exec(answer.ok().text)?.[1] ?? "";

describe("Get of a part that the host takes", () => {
  const table: readonly (readonly [path: string, inside: string])[] = [
    ["Alias", "<Alias>spider</Alias>"],
    ["Alias/text()", "spider"],
    ["Text/text()", " a b "],
    ["Languages", "<Languages>en</Languages><Languages>de</Languages>"],
    ["Languages[2]", "<Languages>de</Languages>"],
    ["Languages[2]/text()", "de"],
    ["Languages[9]", ""],
    ["Born", "<Born><Datetime>1962-08-10T00:00:00Z</Datetime></Born>"],
    ["Home/City", "<City>Queens</City>"],
    ["Home[City='Queens']/Zip/text()", "11101"],
    ["Home[City='Bronx']/Zip", ""],
    ["Home/@type", "Home"],
    ["Nick", '<Nick xsi:nil="true"/>'],
    ["Nick/text()", ""],
    ["Email", ""],
    ["Email/text()", ""],
    ["Boss", '<Boss><a:Address>x</a:Address><a:ReferenceParameters/></Boss>'],
    ["../Person/Alias", "<Alias>spider</Alias>"],
    ["any:Alias", "<Alias>spider</Alias>"],
  ];
  for (const [path, expected] of table) {
    it(`${path}: ${expected || "an empty fragment"}`, async () => {
      const app = await start();
      const answer = (await app.send(get({ headers: transfer(path) }))).ok();
      assert.equal(inside(answer).replaceAll(/ xmlns:a="[^"]*"/gu, ""), expected);
      assert.ok(answer.text.includes(transfer(path).replace(/ Dialect="[^"]*"/u, "").replace(">", ` Dialect="${XPATH}">`)), "the answer repeats the header");
    });
  }

  it("without a dialect is the same, and the answer names none either", async () => {
    const app = await start();
    for (const dialect of [undefined, ""]) assert.equal(inside(await app.send(get({ headers: dialect === undefined ? '<w:FragmentTransfer s:mustUnderstand="true">Alias</w:FragmentTransfer>' : transfer("Alias", dialect) }))), "<Alias>spider</Alias>");
    assert.match((await app.send(get({ headers: '<w:FragmentTransfer s:mustUnderstand="1">Alias</w:FragmentTransfer>' }))).text, /<w:FragmentTransfer s:mustUnderstand="true">Alias</u);
  });

  it("resolves the prefixes that the message declares", async () => {
    const app = await start();
    const declared = (uri: string): string => transfer("d:Alias", XPATH, `xmlns:d="${uri}" s:mustUnderstand="true"`);
    assert.equal(inside(await app.send(get({ headers: declared(NS) }))), "<Alias>spider</Alias>");
    (await app.send(get({ headers: declared("urn:other") }))).fault("w:CannotProcessFilter", { code: 0x80338093 });
  });

  it("reads what the plug-in gives as text, and refuses what is no XML", async () => {
    const texts = (text: string) => definePlugin({ declaration: { name: "texts", sdkVersion: 1, capabilities: ["Get"], fragments: "host" }, operations: { get: () => text } });
    const app = await AppHarness.start({ plugin: texts('<a xmlns="urn:a"><b>1</b></a>'), fragment: true });
    assert.equal(inside(await app.send(get({ headers: transfer("b") }))), "<b>1</b>");
    (await (await AppHarness.start({ plugin: texts("<a"), fragment: true })).send(get({ headers: transfer("b") }))).fault("w:InternalError");
  });

  const faults: readonly (readonly [what: string, header: string, subcode: string, code: number, why: RegExp])[] = [
    ["a blank path", '<w:FragmentTransfer s:mustUnderstand="true"> </w:FragmentTransfer>', "w:CannotProcessFilter", 0x80338109, /has no path/u],
    ["a dialect without a path", transfer(""), "w:CannotProcessFilter", 0x80338091, /has no path/u],
    ["another dialect", transfer("Alias", "urn:other"), "w:UnsupportedFeature", 0x80338090, /is not supported/u],
    ["a dialect that is none", transfer("Alias", "XPath 1"), "w:UnsupportedFeature", 0x80338092, /is no URI/u],
    ["a leading slash", transfer("/Person/Alias"), "w:CannotProcessFilter", 0x80338093, /leave the \/ in front out \(at character 1/u],
    ["wrong syntax", transfer("Alias[position()=1]"), "w:CannotProcessFilter", 0x80338093, /at character 15/u],
    ["an unknown name", transfer("Alter"), "w:CannotProcessFilter", 0x80338093, /has no Alter/u],
    ["a name in another case", transfer("alias"), "w:CannotProcessFilter", 0x80338093, /did you mean Alias\?/u],
    ["an unknown attribute", transfer("Alias/@x"), "w:CannotProcessFilter", 0x80338093, /has no x/u],
    ["what is inside a reference", transfer("Boss/Address"), "w:CannotProcessFilter", 0x80338093, /Boss is a reference/u],
    ["a header that need not be understood", '<w:FragmentTransfer s:mustUnderstand="false">Alias</w:FragmentTransfer>', "a:InvalidMessageInformationHeader", 2150858767, /mustUnderstand/u],
  ];
  for (const [what, header, subcode, code, why] of faults) {
    it(`is refused: ${what}`, async () => {
      const app = await start();
      assert.match((await app.send(get({ headers: header }))).fault(subcode, { code }).text, why);
      assert.match((await app.send({ action: `${TRANSFER}/Put`, headers: header, body: fragment("<Alias/>") })).fault(subcode, { code }).text, why);
      assert.equal(put, undefined);
    });
  }

  it("is not for other operations, and not where the configuration says no", async () => {
    const app = await start();
    for (const verb of ["Create", "Delete"]) {
      (await app.send({ action: `${TRANSFER}/${verb}`, headers: transfer("Alias"), body: verb === "Create" ? "<a/>" : "" })).fault("w:UnsupportedFeature", { code: 0x80338077, detail: "FragmentLevelAccess" });
    }
    (await app.send(enumerate("", { headers: transfer("Alias") }))).fault("w:UnsupportedFeature", { code: 0x80338077, detail: "FragmentLevelAccess" });
    (await (await start({ fragment: false })).send(get({ headers: transfer("Alias") }))).fault("w:UnsupportedFeature", { code: 0x80338077 });
  });
});

describe("Put of a part that the host replaces", () => {
  const table: readonly (readonly [path: string, body: string, answer: string, whole: RegExp])[] = [
    ["Alias", fragment("<Alias>pparker</Alias>"), "<Alias>pparker</Alias>", /<p:Alias>pparker<\/p:Alias><p:Born>/u],
    ["Alias/text()", fragment("v &amp; w"), "v &amp; w", /<p:Alias>v &amp; w<\/p:Alias>/u],
    ["Languages[2]", fragment("<Languages>fr</Languages>"), "<Languages>fr</Languages>", /<p:Languages>en<\/p:Languages><p:Languages>fr<\/p:Languages>/u],
    ["Languages", fragment("<Languages>a</Languages><Languages>b</Languages><Languages>c</Languages>"), "<Languages>a</Languages><Languages>b</Languages><Languages>c</Languages>", /(?:<p:Languages>\w<\/p:Languages>){3}<p:Home/u],
    ["Home/City", fragment("<City>Bronx</City>"), "<City>Bronx</City>", /<p:City>Bronx<\/p:City><p:Zip>11101/u],
    ["Born", fragment("<Born><Datetime>2000-01-01T00:00:00Z</Datetime></Born>"), "<Born><Datetime>2000-01-01T00:00:00Z</Datetime></Born>", /<p:Born><cim:Datetime xmlns:cim="[^"]*common">2000/u],
    ["Alias", fragment('<Alias xsi:nil="true"/>'), '<Alias xsi:nil="true"/>', /<p:Alias [^>]*nil="true"\/>/u],
    ["Nick", fragment("<Nick>n</Nick>"), "<Nick>n</Nick>", /<p:Nick>n<\/p:Nick>/u],
    ["Nick/text()", fragment("n"), "n", /<p:Nick>n<\/p:Nick>/u],
    ["Email", fragment("<Email>a@b</Email><Email>c@d</Email>"), "<Email>a@b</Email><Email>c@d</Email>", /<p:Email>a@b<\/p:Email><p:Email>c@d<\/p:Email><p:Languages>/u],
    ["Alias", '<w:XmlFragment><d:Alias xmlns:d="urn:people">own</d:Alias></w:XmlFragment>', "<Alias>own</Alias>", /<(?:d|p):Alias[^>]*>own</u],
    // Peers' habits: no wrapper, or the whole representation.
    ["Alias", "<Alias>bare</Alias>", "<Alias>bare</Alias>", /<p:Alias>bare<\/p:Alias><p:Born>/u],
    ["Alias/text()", "<Alias>bare</Alias>", "bare", /<p:Alias>bare<\/p:Alias>/u],
    ["Alias", '<q:Person xmlns:q="urn:people"><q:Alias>whole</q:Alias><q:Languages>none</q:Languages></q:Person>', "<Alias>whole</Alias>", /<(?:p|q):Alias[^>]*>whole<\/.*<p:Languages>en<\/p:Languages><p:Languages>de/u],
    ["Alias/text()", '<q:Person xmlns:q="urn:people"><q:Alias>whole</q:Alias></q:Person>', "whole", /<p:Alias>whole<\/p:Alias>/u],
    ["Alias", fragment("<Alias>v</Alias><!-- c -->\n"), "<Alias>v</Alias>", /<p:Alias>v</u],
    ["Nick", fragment("<Nick>silent</Nick>"), "<Nick>silent</Nick>", /<p:Nick>silent<\/p:Nick>/u],
  ];
  for (const [path, body, answered, whole] of table) {
    it(`${path}: ${body.replaceAll(/ xmlns:\w+="[^"]*"/gu, "")}`, async () => {
      const app = await start();
      const answer = (await app.send(putting(path, body))).ok();
      assert.equal(inside(answer), answered);
      assert.match(put!.text!, whole);
      assert.equal(put!.fragment, undefined);
      assert.deepEqual(asked, ["get Get", "put Put"]);
      assert.match(answer.text, new RegExp(`<w:FragmentTransfer s:mustUnderstand="true" Dialect="${XPATH}">${path.replaceAll(/[[\]()]/gu, "\\$&")}<`, "u"));
      const untouched = ["Born", "Boss", "Home", "Text"].filter((name) => !path.startsWith(name));
      for (const name of untouched) assert.deepEqual(childElements(person, name)[0]?.children.length, childElements(original(), name)[0]?.children.length, name);
    });
  }

  const refused: readonly (readonly [path: string, body: string, code: number, why: RegExp])[] = [
    ["Languages[2]", fragment("<Languages/><Languages/>"), 0x80338059, /leads to one Languages and the fragment holds 2/u],
    ["Alias", fragment("<Other/>"), 0x80338059, /The fragment holds the element Other/u],
    ["Alias", fragment(""), 0x80338059, /The fragment is empty/u],
    ["Alias", fragment("text"), 0x80338059, /elements without text around/u],
    ["Alias/text()", fragment("<Alias>x</Alias>"), 0x80338059, /text without elements/u],
    ["Home/text()", fragment("x"), 0x80338059, /holds elements/u],
    ["Languages/text()", fragment("x"), 0x80338059, /leads to 2 places/u],
    ["Email", fragment("<Mail/>"), 0x80338059, /holds no Email/u],
    ["Alias", "<Strange/>", 0x80338059, /sends w:XmlFragment/u],
  ];
  for (const [path, body, code, why] of refused) {
    it(`refuses ${path} by ${body.replaceAll(/ xmlns:\w+="[^"]*"/gu, "")}`, async () => {
      const app = await start();
      assert.match((await app.send(putting(path, body))).fault("x:InvalidRepresentation", { code, detail: "InvalidFragment" }).text, why);
      assert.equal(put, undefined);
    });
  }

  it("of a position that nothing has is refused", async () => {
    const app = await start();
    (await app.send(putting("Languages[9]", fragment("<Languages>x</Languages>")))).fault("w:CannotProcessFilter", { code: 0x80338093 });
    (await app.send(putting("Email/text()", fragment("x")))).fault("w:CannotProcessFilter", { code: 0x80338093 });
    (await app.send(putting("Alias", ""))).fault("w:SchemaValidationError");
  });

  it("tells the plug-in's refusal and its new reference as they are", async () => {
    const app = await start();
    (await app.send(putting("Alias", fragment("<Alias>taken</Alias>")))).fault("w:AlreadyExists");
    assert.match((await app.send(putting("Alias", fragment("<Alias>new key</Alias>")))).ok().text, /<x:ResourceCreated>.*<w:Selector Name="Alias">new key</u);
  });

  it("reaches plug-ins that read with a reader as well", async () => {
    const app = await start({ xmlRenderingType: "XmlReader" });
    assert.equal(inside(await app.send(putting("Alias", fragment("<Alias>r</Alias>")))), "<Alias>r</Alias>");
  });

  it("asks whether the user may Get, too", async () => {
    const questions: string[] = [];
    const authorization = defineAuthorizationPlugin({
      declaration: { name: "auth", sdkVersion: 1 },
      startup: () => ({
        authorizeUser: () => ({ allow: true }),
        authorizeOperation: ({ operation, action }) => {
          questions.push(`${operation} ${action.slice(action.lastIndexOf("/") + 1)}`);
          return operation === "Put" ? { allow: true } : { allow: false, reason: "write only" };
        },
      }),
    });
    const app = await start({ authorization });
    const answer = (await app.send(putting("Alias", fragment("<Alias>x</Alias>")))).fault("w:AccessDenied", { code: 5 });
    assert.match(answer.text, /may not use Get/u);
    assert.deepEqual(questions, ["Put Put", "Get Get"]);
    assert.deepEqual(app.audit.map(({ operation, allowed }) => [operation, allowed]), [["Put", true], ["Get", false]]);
    assert.deepEqual(asked, []);
    (await app.send({ action: `${TRANSFER}/Put`, body: '<p:Person xmlns:p="urn:people"/>' })).ok();
    assert.deepEqual(questions, ["Put Put", "Get Get", "Put Put"], "a whole Put asks for no Get");
  });

  it("is refused where the resource has no Get", async () => {
    const app = await start({ plugins: [[pluginSettings({ capabilities: ["Put"], fragment: true }), people]] });
    assert.match((await app.send(putting("Alias", fragment("<Alias>x</Alias>")))).fault("w:UnsupportedFeature", { code: 0x80338077 }).text, /begins with a Get/u);
  });
});
