import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { SenderDetails } from "../../../../src/sdk/operation-request.js";
import { alice, AppHarness, bob, enumerate, get, pull, settled, TRANSFER, type HarnessOptions } from "./app-harness.js";

let sender: SenderDetails | undefined;
let entered = 0;
const thing = {
  kind: "operation-plugin",
  declaration: { name: "thing", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
  operations: {
    get: (request: { sender: SenderDetails }) => {
      entered++;
      sender = request.sender;
      return "<a/>";
    },
    enumerate: () => {
      entered++;
      return ["<i>1</i>", "<i>2</i>"];
    },
  },
};
const authorization = (operations: Record<string, unknown>) => ({
  kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
  startup: () => ({ authorizeUser: () => ({ allow: true, context: "ctx" }), authorizeOperation: () => ({ allow: true }), ...operations }),
});
const start = (operations: Record<string, unknown>, more: HarnessOptions = {}) => AppHarness.start({ plugin: thing, authorization: authorization(operations), ...more });
const never = () => new Promise(() => undefined);
const wrong: readonly (readonly [string, () => unknown])[] = [
  ["throws", () => { throw new Error("boom"); }], ["rejects", async () => { throw new Error("boom"); }], ["never answers", never], ["gives nothing", () => undefined], ["gives null", () => null],
  ["gives true", () => true], ["gives an empty object", () => ({})], ["gives allow as text", () => ({ allow: "true" })], ["gives allow 1", () => ({ allow: 1 })], ["says no", () => ({ allow: false, reason: "policy" })],
  ["gives a proxy that throws", () => new Proxy({}, { get() { throw new Error("trap"); } })],
];

describe("an authorization plug-in fails closed", () => {
  for (const question of ["authorizeUser", "authorizeOperation"]) {
    for (const [what, answer] of wrong) {
      it(`when ${question} ${what}`, async () => {
        const app = await start({ [question]: answer });
        entered = 0;
        for (const message of [get(), enumerate()]) {
          const waiting = app.send(message);
          await app.advance(5000);
          (await waiting).fault("w:AccessDenied", { code: 5 });
        }
        assert.equal(entered, 0);
        assert.ok(app.logger.has(/^denied:/u));
        assert.ok(app.audit.length > 0 && app.audit.every(({ allowed }) => !allowed));
      });
    }
  }
  for (const [what, answer] of [...wrong.slice(0, 3), ["gives an object without numbers", () => ({})] as const, ["gives a negative number", () => ({ maxAllowedConcurrentShells: -1, maxAllowedConcurrentOperations: 1, timeslotSize: 1, maxAllowedOperationsPerTimeslot: 1 })] as const]) {
    it(`when queryQuota ${what}`, async () => {
      const app = await start({ queryQuota: answer }, { authorizationSettings: { supportsQuota: true } });
      const waiting = app.send(get());
      await app.advance(5000);
      (await waiting).fault("w:AccessDenied");
    });
  }
  for (const answer of [{ allow: true, mapTo: 7 }, { allow: true, isAdministrator: "yes" }, { allow: true, environment: { A: 1 } }, { allow: true, redirect: "http://x" }, { redirect: 5 }]) {
    it(`when authorizeUser gives ${JSON.stringify(answer)}`, async () => {
      (await (await start({ authorizeUser: () => answer })).send(get())).fault("w:AccessDenied");
    });
  }

  for (const question of ["authorizeUser", "authorizeOperation"]) {
    it(`when ${question} takes longer than the request may, though the plug-in has longer: denied in time for the client, audited, with the reason in the log`, async () => {
      const app = await start({ [question]: never });
      const waiting = app.send(get({ timeout: "PT2S" }));
      await app.advance(1500);
      (await waiting).fault("w:AccessDenied", { code: 5 });
      const reason = /^authorization plug-in "Auth" has not decided about (?:alice|Get) within the request's time$/u;
      assert.equal(app.audit.length, 1);
      assert.deepEqual([app.audit[0]!.allowed, app.audit[0]!.user, app.audit[0]!.activityId], [false, "alice", "ACTIVITY"]);
      assert.match(app.audit[0]!.reason ?? "", reason);
      assert.ok(app.logger.lines.some(({ message, fields }) => message === `denied: ${app.audit[0]!.reason}` && fields["activityId"] === "ACTIVITY" && fields["user"] === "alice"));
    });
  }

  it("and its reason is told with the request, the user who came and the account it would have run as", async () => {
    const app = await start({ authorizeUser: () => ({ allow: true, mapTo: "service" }), authorizeOperation: () => ({ allow: false, reason: "not on Sundays" }) });
    (await app.send(get())).fault("w:AccessDenied");
    const reason = 'authorization plug-in "Auth" refuses Get: not on Sundays';
    assert.deepEqual(app.audit.map(({ user, reason: told }) => [user, told]), [["alice", reason]]);
    assert.deepEqual(app.logger.lines.filter(({ message }) => message === `denied: ${reason}`).map(({ fields }) => [fields["activityId"], fields["user"], fields["runsAs"]]), [["ACTIVITY", "alice", "service"]]);
  });
});

describe("an authorization plug-in", () => {
  it("maps the user, and redirects", async () => {
    const app = await start({ authorizeUser: () => ({ allow: true, mapTo: "service", isAdministrator: true, environment: { home: "/srv" } }) });
    (await app.send(get())).ok();
    assert.deepEqual([sender?.senderName, sender?.isAdministrator, sender?.environment.get("HOME")], ["service", true, "/srv"]);
    const elsewhere = await start({ authorizeUser: () => ({ redirect: "https://other.example/wsman?a=1&b=2" }) });
    const answer = (await elsewhere.send(get())).fault("a:DestinationUnreachable", { code: 2150859161 });
    assert.match(answer.text, /<f:ProviderFault provider="Auth".*<f:ExtendedError>https:\/\/other\.example\/wsman\?a=1&amp;b=2<\/f:ExtendedError>/u);
  });

  it("is asked about the operation with action and resource URI, before anybody learns whether the resource exists", async () => {
    const asked: unknown[] = [];
    const app = await start({ authorizeOperation: (question: Record<string, unknown>) => {
      asked.push([question["operation"], question["action"], question["resourceUri"], question["context"]]);
      return { allow: false };
    } });
    (await app.send(get({ uri: "urn:secret" }))).fault("w:AccessDenied");
    (await app.send({ action: "urn:test:thing/Do" })).fault("w:AccessDenied");
    assert.deepEqual(asked, [["Get", `${TRANSFER}/Get`, "urn:secret", "ctx"], ["Invoke", "urn:test:thing/Do", "urn:test:thing", "ctx"]]);
  });

  it("is asked once per user and interval, also by many at once; pending requests keep what they began with", async () => {
    const users: string[] = [];
    const released: unknown[] = [];
    let n = 0;
    const app = await start({
      authorizeUser: async ({ senderName }: SenderDetails) => {
        users.push(senderName);
        return { allow: true, context: ++n };
      },
      release: ({ context }: { context: unknown }) => released.push(context),
    }, { quotaRefreshIntervalSeconds: 10 });
    for (const answer of await Promise.all([app.send(get()), app.send(get()), app.send(get())])) answer.ok();
    (await app.send(get(), { user: { ...alice, name: "ALICE" } })).ok();
    (await app.send(get(), { user: bob })).ok();
    assert.deepEqual(users, ["alice", "bob"]);
    const opened = (await app.send(enumerate())).ok();
    await app.advance(10_000);
    (await app.send(get())).ok();
    assert.deepEqual(users, ["alice", "bob", "alice"]);
    assert.deepEqual(released.filter((context) => context === 1), []);
    const first = (await app.send(pull(opened.context, 1))).ok();
    (await app.send(pull(first.context, 5))).ok();
    assert.deepEqual(released.filter((context) => context === 1), [1]);
    await app.advance(40_000);
    assert.deepEqual([...released].sort(), [1, 2, 3]);
    assert.equal(app.clock.pending, 0);
  });

  it("is asked with every request when the interval is 0, and released after each", async () => {
    let asked = 0;
    let released = 0;
    const app = await start({ authorizeUser: () => (asked++, { allow: true }), release: () => released++ }, { quotaRefreshIntervalSeconds: 0 });
    for (let n = 1; n <= 3; n++) {
      (await app.send(get())).ok();
      assert.deepEqual([asked, released], [n, n]);
    }
  });

  it("limits operations by its quota", async () => {
    const quota = { maxAllowedConcurrentShells: 1, maxAllowedConcurrentOperations: 2, timeslotSize: 10, maxAllowedOperationsPerTimeslot: 6 };
    const app = await start({ queryQuota: () => quota }, { authorizationSettings: { supportsQuota: true } });
    const first = (await app.send(enumerate())).ok();
    (await app.send(enumerate())).ok();
    (await app.send(enumerate())).fault("w:QuotaLimit", { code: 2150859174 });
    (await app.send(enumerate(), { user: bob })).ok();
    // An enumeration that ended gives its place back.
    assert.equal((await app.send(pull(first.context, 5))).ok().ended, true);
    for (let n = 0; n < 3; n++) (await app.send(get())).ok();
    const over = (await app.send(get())).fault("w:QuotaLimit", { code: 2150859175 });
    assert.match(over.text, /6 operations of 10 seconds.*&quot;Auth&quot;|6 operations of 10 seconds.*"Auth"/u);
    await app.advance(10_000);
    (await app.send(get())).ok();
  });

  it("gives its contexts back when the host stops", async () => {
    const released: unknown[] = [];
    const app = await start({ release: ({ context }: { context: unknown }) => released.push(context) });
    (await app.send(get())).ok();
    await app.pluginHost.stop("service", 1000);
    await settled();
    assert.deepEqual(released, ["ctx"]);
    (await app.send(get())).fault("w:AccessDenied");
  });
});
