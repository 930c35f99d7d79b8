import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseAddressRange } from "../../../src/base/address-range.js";
import type { AddressEntry, AddressRules, FoundName } from "../../../src/pipeline/application-guards.js";
import { GuardedPipeline } from "../../support/guarded-pipeline.js";

const place = { file: "applicationHost.config", line: 7, column: 3 };

/** `+10.0.0.0/8` lets in, `-*.example.com` keeps out. */
function entry(text: string): AddressEntry {
  const range = parseAddressRange(text.slice(1));
  return { allowed: text.startsWith("+"), place, match: range.ok ? { range: range.value } : { domainName: text.slice(1) } };
}

const rules = (entries: readonly string[], more: Partial<AddressRules> = {}): AddressRules =>
  ({ allowUnlisted: true, enableProxyMode: false, denyAction: "Forbidden", namesOf: undefined, ...more, entries: entries.map(entry) });

const from = (remoteAddress: string, forwarded?: string): Parameters<GuardedPipeline["outcome"]>[0] =>
  ({ connection: { remoteAddress }, ...(forwarded === undefined ? {} : { headers: { "X-Forwarded-For": forwarded } }) });

describe("ipSecurity", () => {
  const cases: readonly { readonly entries: readonly string[]; readonly unlisted?: false; readonly address: string; readonly outcome: string }[] = [
    { entries: ["-10.0.0.0/8"], address: "10.1.2.3", outcome: "403.503" },
    { entries: ["-10.0.0.0/8"], address: "11.1.2.3", outcome: "200" },
    { entries: ["-10.0.0.0/8"], address: "::ffff:10.1.2.3", outcome: "403.503" },
    { entries: ["+10.1.2.3", "-10.0.0.0/8"], address: "10.1.2.3", outcome: "200" },
    { entries: ["-10.0.0.0/8", "+10.1.2.3"], address: "10.1.2.3", outcome: "403.503" },
    { entries: ["+10.0.0.0/255.0.0.0"], unlisted: false, address: "10.9.9.9", outcome: "200" },
    { entries: ["+10.0.0.0/255.0.0.0"], unlisted: false, address: "11.9.9.9", outcome: "403.503" },
    { entries: ["+10.0.0.0/8"], unlisted: false, address: "2001:db8::1", outcome: "403.503" },
    { entries: ["-2001:db8::/32"], address: "2001:db8:ffff::1", outcome: "403.503" },
    { entries: ["-2001:db8::/32"], address: "2001:db9::1", outcome: "200" },
    { entries: ["-fe80::/10"], address: "fe80::1%eth0", outcome: "403.503" },
    { entries: [], unlisted: false, address: "127.0.0.1", outcome: "403.503" },
    // A socket that is gone has no address any more.
    { entries: ["-10.0.0.0/8"], address: "", outcome: "200" },
    { entries: ["+0.0.0.0/0", "+::/0"], unlisted: false, address: "", outcome: "403.503" },
  ];
  for (const { entries, unlisted, address, outcome } of cases) {
    it(`[${entries.join(" ")}]${unlisted === false ? " only" : ""}: ${address === "" ? "no address" : address} gets ${outcome}`, async () => {
      const pipeline = new GuardedPipeline({ addresses: rules(entries, unlisted === false ? { allowUnlisted: false } : {}) });
      assert.equal(await pipeline.outcome(from(address)), outcome);
    });
  }

  for (const [denyAction, outcome] of [["AbortRequest", "dropped 403.503"], ["Unauthorized", "401.503"], ["Forbidden", "403.503"], ["NotFound", "404.503"]] as const) {
    it(`denyAction ${denyAction}`, async () => assert.equal(await new GuardedPipeline({ addresses: rules(["-10.0.0.0/8"], { denyAction }) }).outcome(from("10.0.0.1")), outcome));
  }

  it("the log names the entry", async () => {
    const pipeline = new GuardedPipeline({ addresses: rules(["-10.0.0.0/8"]) });
    await pipeline.ask(from("10.0.0.1"));
    const [line] = pipeline.logger.lines.filter(({ message }) => message === "request refused");
    assert.equal(line?.fields["reason"], "10.0.0.1 is denied by applicationHost.config:7:3");
    assert.equal(line.fields["status"], "403.503");
  });

  it("needs no waiting without names", () => {
    assert.ok(!(new GuardedPipeline({ addresses: rules(["-10.0.0.0/8"]) }).ask(from("11.0.0.1")) instanceof Promise));
  });
});

describe("ipSecurity behind a proxy", () => {
  const cases: readonly (readonly [forwarded: string | undefined, outcome: string])[] = [
    [undefined, "200"], ["192.0.2.9", "200"], ["10.1.1.1", "403.503"], ["192.0.2.9, 10.1.1.1", "403.503"], ["10.1.1.1, 192.0.2.9", "403.503"], ["10.1.1.1:4711", "403.503"], ["[2001:db8::1]:4711", "403.503"],
    ["[2001:db8::1]", "403.503"], ["2001:db8::1", "403.503"], ["2001:db9::1", "200"], ["", "400.10"], ["unknown", "400.10"], ["192.0.2.9,", "400.10"], ["192.0.2.9;10.1.1.1", "400.10"], ["[192.0.2.9]", "400.10"], ["192.0.2.9:", "400.10"],
    [Array.from({ length: 32 }, () => "192.0.2.9").join(","), "200"], [Array.from({ length: 33 }, () => "192.0.2.9").join(","), "400.10"],
  ];
  for (const [forwarded, outcome] of cases) {
    it(`${forwarded?.slice(0, 40) ?? "no field"} gets ${outcome}`, async () => {
      const pipeline = new GuardedPipeline({ addresses: rules(["-10.0.0.0/8", "-2001:db8::/32"], { enableProxyMode: true }) });
      assert.equal(await pipeline.outcome(from("198.51.100.7", forwarded)), outcome);
    });
  }

  it("the proxy itself has to be let in", async () => {
    assert.equal(await new GuardedPipeline({ addresses: rules(["-10.0.0.0/8"], { enableProxyMode: true }) }).outcome(from("10.0.0.1", "192.0.2.9")), "403.503");
  });

  it("the field is nobody's business without proxy mode", async () => {
    assert.equal(await new GuardedPipeline({ addresses: rules(["-10.0.0.0/8"]) }).outcome(from("192.0.2.9", "10.0.0.1, garbage")), "200");
  });
});

describe("names in ipSecurity", () => {
  const named = (name: string, isConfirmed = true): readonly FoundName[] => [{ name, isConfirmed }];
  const cases: readonly { readonly title: string; readonly entries: readonly string[]; readonly names: readonly FoundName[] | undefined; readonly only?: true; readonly outcome: string }[] = [
    { title: "keeps out who is called so", entries: ["-*.example.com"], names: named("a.example.com"), outcome: "403.504" },
    { title: "also who only says so", entries: ["-*.example.com"], names: named("a.example.com", false), outcome: "403.504" },
    { title: "and who cannot be looked up", entries: ["-*.example.com"], names: undefined, outcome: "403.504" },
    { title: "but not who has no name", entries: ["-*.example.com"], names: [], outcome: "200" },
    { title: "nor the domain itself", entries: ["-*.example.com"], names: named("example.com"), outcome: "200" },
    { title: "nor a name that only ends so", entries: ["-example.com"], names: named("badexample.com"), outcome: "200" },
    { title: "lets in who is called so", entries: ["+a.example.com"], names: named("a.example.com"), only: true, outcome: "200" },
    { title: "not who only says so", entries: ["+a.example.com"], names: named("a.example.com", false), only: true, outcome: "403.503" },
    { title: "nor who cannot be looked up", entries: ["+a.example.com"], names: undefined, only: true, outcome: "403.503" },
    { title: "goes on behind a name that is another", entries: ["+b.example.com", "-*.example.com"], names: named("a.example.com"), outcome: "403.504" },
    { title: "* is everybody who has a name", entries: ["+*"], names: named("a.example.com"), only: true, outcome: "200" },
  ];
  for (const { title, entries, names, only, outcome } of cases) {
    it(title, async () => {
      const pipeline = new GuardedPipeline({ addresses: rules(entries, { namesOf: async () => names, ...(only === true ? { allowUnlisted: false } : {}) }) });
      assert.equal(await pipeline.outcome(from("192.0.2.9")), outcome);
    });
  }

  it("nobody is looked up whom an address decides, and each connection's address once", async () => {
    const asked: string[] = [];
    const pipeline = new GuardedPipeline({ addresses: rules(["+10.0.0.0/8", "-a.example.com", "-b.example.com"], { namesOf: async (address) => (asked.push(address), []) }) });
    await pipeline.outcome(from("10.0.0.1"));
    assert.deepEqual(asked, []);
    await pipeline.outcome(from("192.0.2.9"));
    assert.deepEqual(asked, ["192.0.2.9"]);
  });
});
