import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { definePlugin, element } from "wsmanor/sdk";
import { AuthorizationTester, startTestHost, StartRefused, WsmanFault, type TestHost } from "wsmanor/testing";
import plugin from "./index.js";
import { readRules } from "./rules.js";

const registry = "urn:wsmanor:registry";
const rules = {
  users: {
    Alice: { administrator: true, allow: [{ operations: ["*"], resources: ["*"] }] },
    bob: {
      mapTo: "operator",
      environment: { TEAM: "blue" },
      allow: [{ operations: ["Get", "Enumerate"], resources: [registry] }, { operations: ["Invoke"], resources: ["urn:wsmanor:registry/Reports"] }],
      quota: { maxAllowedConcurrentOperations: 1, timeslotSize: 10, maxAllowedOperationsPerTimeslot: 2 },
    },
    carol: { allow: [] },
    dave: { redirect: "https://elsewhere.example/wsman" },
    root: { allow: [{ operations: ["Get"], resources: ["*"] }] },
  },
};

/** Puts rules where the plug-in looks for them. */
function writeRules(folder: string, document: unknown): void {
  const path = join(folder, "authorization.json");
  writeFileSync(path, typeof document === "string" ? document : JSON.stringify(document));
  process.env["WSMANOR_AUTHORIZATION_RULES"] = path;
}

const folder = mkdtempSync(join(tmpdir(), "wsmanor-rules-"));
before(() => writeRules(folder, rules));
after(() => {
  delete process.env["WSMANOR_AUTHORIZATION_RULES"];
  rmSync(folder, { recursive: true });
});

new AuthorizationTester(plugin, { users: { alice: {}, bob: { environment: { SITE: "north" } }, carol: {}, dave: {}, root: { administrator: true }, eve: {} } }).run({
  allows: [
    { title: "an administrator may do everything", user: "alice", operation: "Get", resourceUri: "urn:any", runsAs: "alice", isAdministrator: true },
    { title: "and everywhere", user: "alice", operation: "Delete", resourceUri: registry },
    { title: "a mapped user runs as the other account, with its environment", user: "bob", operation: "Get", resourceUri: registry, runsAs: "operator", isAdministrator: false, environment: { TEAM: "blue", SITE: "north" } },
    { title: "a rule names the start of resource URIs", user: "bob", operation: "Enumerate", resourceUri: `${registry}/Software`, runsAs: "operator" },
    { title: "resource URIs compare without case", user: "bob", operation: "Invoke", resourceUri: "URN:wsmanor:registry/reports", runsAs: "operator" },
    { title: "an administrator of the host stays one", user: "root", operation: "Get", resourceUri: "urn:any", isAdministrator: true },
  ],
  denies: [
    { title: "an operation that no rule names", user: "bob", operation: "Put", resourceUri: registry, reason: "no rule allows operator Put" },
    { title: "a resource that no rule names", user: "bob", operation: "Get", resourceUri: "urn:other", reason: "no rule allows operator Get on urn:other" },
    { title: "Invoke beside the rule's resource", user: "bob", operation: "Invoke", resourceUri: registry },
    { title: "a user who is allowed nothing", user: "carol", operation: "Get", resourceUri: registry, reason: "no rule allows carol anything" },
    { title: "a user whom no rule names", user: "eve", operation: "Get", resourceUri: registry, reason: "no rule allows eve anything" },
    { title: "an administrator of the host whom the rules hold back", user: "root", operation: "Delete", resourceUri: registry },
  ],
  redirects: [{ title: "a user who belongs to another host", user: "dave", operation: "Get", resourceUri: registry, to: "https://elsewhere.example/wsman" }],
});

describe("example-authorization", () => {
  it("lets a user do so many operations in a time slot, and counts again after it", async () => {
    const host = await quotaHost();
    await host.get({ user: "bob" });
    await host.get({ user: "bob" });
    await assert.rejects(host.get({ user: "bob" }), isQuotaFault);
    await host.get({ user: "alice" });
    await host.advance(10_000);
    await host.get({ user: "bob" });
    await host.stop();
  });

  it("lets a user do so many operations at once", async () => {
    let release: (() => void) | undefined;
    const host = await quotaHost(() => new Promise((resolve) => (release = resolve)));
    const first = host.get({ user: "bob" });
    await host.advance(0);
    await assert.rejects(host.get({ user: "bob" }), isQuotaFault);
    release!();
    await first;
    await host.stop();
  });

  it("allows everybody else what the rules say of them", async () => {
    writeRules(folder, { everybodyElse: { allow: [{ operations: ["Get"], resources: ["*"] }] } });
    const host = await quotaHost();
    await host.get({ user: "alice" });
    await assert.rejects(host.delete({ user: "alice" }), (error) => error instanceof WsmanFault && error.kind === "access-denied");
    assert.deepEqual(host.audit.map(({ user, operation, allowed }) => [user, operation, allowed]), [["alice", "Get", true], ["alice", "Delete", false]]);
    await host.stop();
    writeRules(folder, rules);
  });

  it("does not start without readable rules", async () => {
    for (const [document, said] of [["{", /the rules .* cannot be used/u], [{ user: {} }, /the document has no "user"/u]] as const) {
      writeRules(folder, document);
      await assert.rejects(quotaHost(), (error) => error instanceof StartRefused && said.test(error.message));
    }
    process.env["WSMANOR_AUTHORIZATION_RULES"] = join(folder, "missing.json");
    await assert.rejects(quotaHost(), (error) => error instanceof StartRefused && /ENOENT/u.test(error.message));
    writeRules(folder, rules);
  });

  it("says where in the rules a mistake is", () => {
    const table: readonly (readonly [document: unknown, said: RegExp])[] = [
      [[], /the document is not an object/u],
      [{ users: { a: { administrator: "yes" } } }, /users\.a\.administrator is not true or false/u],
      [{ users: { a: { mapTo: 1 } } }, /users\.a\.mapTo is not a name/u],
      [{ users: { a: { redirect: 1 } } }, /users\.a\.redirect is not a URL/u],
      [{ users: { a: { allow: {} } } }, /users\.a\.allow is not a list/u],
      [{ users: { a: { allow: [{ operations: ["Gett"], resources: [] }] } } }, /users\.a\.allow\[0\]\.operations: "Gett" is none of Get/u],
      [{ users: { a: { allow: [{ operations: ["Get"] }] } } }, /users\.a\.allow\[0\]\.resources is not a list of texts/u],
      [{ users: { a: { environment: { A: 1 } } } }, /users\.a\.environment\.A is not a text/u],
      [{ users: { a: { quota: { timeslotSize: -1 } } } }, /users\.a\.quota\.timeslotSize is neither/u],
      [{ users: { a: { quota: { slots: 1 } } } }, /users\.a\.quota has no "slots"/u],
    ];
    for (const [document, said] of table) assert.throws(() => readRules(JSON.stringify(document)), said);
  });
});

const isQuotaFault = (error: unknown): boolean => error instanceof WsmanFault && error.kind === "quota" && error.plugin === undefined;

function quotaHost(until: () => Promise<void> = async () => undefined): Promise<TestHost> {
  const probe = definePlugin({
    declaration: { name: "probe", sdkVersion: 1, capabilities: ["Get", "Delete"] },
    operations: { get: async () => { await until(); return element("", "Probe"); }, delete: () => undefined },
  });
  return startTestHost({ plugins: [{ plugin: probe, resources: [{ resourceUri: registry }] }], authorization: plugin, users: { alice: {}, bob: {} } });
}
