import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { failure, type FailureDetails } from "../../../../src/sdk/failure.js";
import type { EnumerateRequest, GetRequest } from "../../../../src/sdk/operation-request.js";
import { dialects } from "../../../../src/protocol/wsman/namespaces.js";
import { AppHarness, enumerate, get, pluginSettings, SELECTOR_FILTER, TRANSFER } from "./app-harness.js";

const FILTERED = '<w:SelectorSet><w:Selector Name="Color">red</w:Selector></w:SelectorSet>';
const filter = (dialect: string | undefined, text: string, prefix = "w"): string => `<${prefix}:Filter${dialect === undefined ? "" : ` Dialect="${dialect}"`}>${text}</${prefix}:Filter>`;
let seen: EnumerateRequest["filter"];
const lister = definePlugin({
  declaration: { name: "lister", sdkVersion: 1, capabilities: ["Enumerate"] },
  operations: {
    enumerate: ({ filter: asked, query }) => {
      seen = asked;
      assert.equal(query, undefined);
      return asked?.dialect === "urn:unknown" ? failure("cannot-process-filter", { message: "not that one" }) : [];
    },
  },
});

describe("filters", () => {
  for (const dialect of [...Object.values(dialects).filter((known) => known !== SELECTOR_FILTER), undefined]) {
    it(`of the dialect ${dialect ?? "that is meant when none is named"} reach a plug-in that filters itself as they were sent`, async () => {
      for (const prefix of ["w", "n"]) {
        const app = await AppHarness.start({ plugin: lister, filtering: true });
        (await app.send(enumerate(filter(dialect, "a='1'", prefix)))).ok();
        assert.deepEqual(seen, { dialect: dialect ?? dialects.xpath, text: "a='1'", selectors: undefined });
      }
    });
  }

  it("that the plug-in does not know are refused by it", async () => {
    const app = await AppHarness.start({ plugin: lister, filtering: true });
    const answer = (await app.send(enumerate(filter("urn:unknown", "x")))).fault("n:CannotProcessFilter", { code: 2150858778 });
    assert.match(answer.text, /provider="Thing"[^>]*><f:WSManFault[^>]*><f:Message>not that one</u);
  });

  it("of a resource that does not filter are refused: with one fault for CIM's, with another for all others", async () => {
    const wmi = "http://schemas.microsoft.com/wbem/wsman/1/wmi/root/cimv2";
    const app = await AppHarness.start({ plugins: [
      [pluginSettings({ capabilities: ["Enumerate"] }), lister],
      [pluginSettings({ name: "wmi", filename: "/plugins/wmi.js", resources: [{ ...pluginSettings({ capabilities: ["Enumerate"] }).resources[0]!, resourceUri: wmi }] }), lister],
    ] });
    for (const dialect of [dialects.wql, SELECTOR_FILTER, undefined]) {
      const inside = filter(dialect, dialect === SELECTOR_FILTER ? FILTERED : "a");
      const other = (await app.send(enumerate(inside))).fault("n:FilteringNotSupported", { code: 2150858776 });
      assert.match(other.text, /<a:Action>http:\/\/schemas\.xmlsoap\.org\/ws\/2004\/09\/enumeration\/fault</u);
      const cim = (await app.send(enumerate(inside, { uri: `${wmi}/*` }))).fault("n:FilterDialectRequestedUnavailable", { code: 2150858777 });
      assert.doesNotMatch(cim.text, /SupportedDialect/u);
    }
  });

  it("of selectors are taken as w:Filter and n:Filter, one of them, with selectors in it", async () => {
    const app = await AppHarness.start({ plugin: lister, filtering: true });
    for (const prefix of ["w", "n"]) (await app.send(enumerate(filter(SELECTOR_FILTER, FILTERED, prefix)))).ok();
    (await app.send(enumerate(filter(SELECTOR_FILTER, FILTERED) + filter(SELECTOR_FILTER, FILTERED, "n")))).fault("n:CannotProcessFilter", { code: 2150858778 });
    (await app.send(enumerate(filter(SELECTOR_FILTER, "Color='red'")))).fault("n:CannotProcessFilter");
  });
});

describe("Expires", () => {
  it("is a wish that is taken in every form and never refused, unless it is none", async () => {
    const app = await AppHarness.start({ plugin: lister });
    for (const wish of ["PT60.000000S", "PT1H", "P1Y2M3DT4H5M6.7S", "2999-01-01T00:00:00Z", "2999-01-01T00:00:00.5+02:00", " PT5S "]) {
      const answer = (await app.send(enumerate(`<n:Expires>${wish}</n:Expires>`))).ok();
      // No promise is made: an enumeration ends when it is idle, not at a moment.
      assert.doesNotMatch(answer.text, /Expires/u);
    }
    for (const nonsense of ["", "soon", "P", "PT", "-PT5S", "PT0S", "P0D", "2999-01-01", "1999-12-31T23:59:59Z", "1999-12-31T23:59:59.9-11:00"]) {
      (await app.send(enumerate(`<n:Expires>${nonsense}</n:Expires>`))).fault("n:InvalidExpirationTime", { code: 2150858774 });
    }
  });
});

describe("fragments", () => {
  it("are refused for every operation whose capability does not have them", async () => {
    const whole = definePlugin({
      declaration: { name: "whole", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Enumerate"] },
      operations: { get: () => "<a/>", put: () => undefined, create: () => ({ selectors: {} }), delete: () => undefined, enumerate: () => [] },
    });
    const app = await AppHarness.start({ plugin: whole });
    const headers = '<w:FragmentTransfer s:mustUnderstand="true" Dialect="urn:odd">a/text()</w:FragmentTransfer>';
    for (const verb of ["Get", "Put", "Create", "Delete"]) {
      (await app.send({ action: `${TRANSFER}/${verb}`, headers, body: verb === "Put" || verb === "Create" ? "<a/>" : "" })).fault("w:UnsupportedFeature", { code: 0x80338077, detail: "FragmentLevelAccess" });
    }
    (await app.send(enumerate("", { headers }))).fault("w:UnsupportedFeature", { detail: "FragmentLevelAccess" });
  });
});

describe("options", () => {
  let seen: GetRequest["options"] | undefined;
  let refusal: FailureDetails["invalid-options"] | undefined;
  const chooser = definePlugin({
    declaration: { name: "chooser", sdkVersion: 1, capabilities: ["Get"] },
    operations: {
      get: ({ options }) => {
        seen = options;
        return refusal === undefined ? "<a/>" : failure("invalid-options", { detail: refusal, message: "that one" });
      },
    },
  });
  const set = (inside: string, attributes = ""): string => `<w:OptionSet xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ${attributes}>${inside}</w:OptionSet>`;

  it("reach the plug-in with their values, null, MustComply and type, by name without regard to case", async () => {
    const app = await AppHarness.start({ plugin: chooser, options: true });
    refusal = undefined;
    const inside = '<w:Option Name="Depth" MustComply="True" Type="xs:int">many</w:Option><w:Option Name="Nothing" xsi:nil="true"/><w:Option Name="Empty"/><w:Option Name="__proto__">x</w:Option>';
    (await app.send(get({ headers: set(inside) }))).ok();
    assert.deepEqual([...seen!.entries()].map(({ name, value, mustComply, type }) => [name, value, mustComply, type]), [
      ["Depth", "many", true, "xs:int"], ["Nothing", undefined, false, undefined], ["Empty", "", false, undefined], ["__proto__", "x", false, undefined],
    ]);
    assert.deepEqual([seen!.get("DEPTH")?.value, seen!.mustUnderstand], ["many", false]);
    (await app.send(get({ headers: set(inside, 's:mustUnderstand="1"') }))).ok();
    assert.equal(seen!.mustUnderstand, true);
  });

  for (const [detail, name, code] of [["not-supported", "NotSupported", 0x80338051], ["invalid-name", "InvalidName", 0x80338052], ["invalid-value", "InvalidValue", 0x80338053]] as const) {
    it(`that the plug-in refuses as ${detail} are InvalidOptions with ${name}`, async () => {
      const app = await AppHarness.start({ plugin: chooser, options: true });
      refusal = detail;
      const answer = (await app.send(get({ headers: set('<w:Option Name="o" MustComply="true">1</w:Option>') }))).fault("w:InvalidOptions", { code, detail: name });
      assert.match(answer.text, /<f:ProviderFault provider="Thing"[^>]*><f:WSManFault[^>]*><f:Message>that one</u);
    });
  }

  it("without a name, or more than 256, are refused before the plug-in sees any", async () => {
    const app = await AppHarness.start({ plugin: chooser, options: true });
    refusal = undefined;
    seen = undefined;
    (await app.send(get({ headers: set("<w:Option>1</w:Option>") }))).fault("w:InvalidOptions", { detail: "InvalidName" });
    (await app.send(get({ headers: set('<w:Option Name="o"/>'.repeat(257)) }))).fault("w:EncodingLimit", { detail: "OptionLimit" });
    assert.equal(seen, undefined);
    (await app.send(get({ headers: set('<w:Option Name="o"/>'.repeat(256)) }))).ok();
  });
});
