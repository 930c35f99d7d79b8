import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { AppHarness, bob, enumerate, get, pull, release, settled } from "./app-harness.js";

const plugin = (name: string, ended: string[] = []): unknown => ({
  kind: "operation-plugin",
  declaration: { name, sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
  operations: {
    get: () => `<i>${name}</i>`,
    *enumerate() {
      try {
        for (let item = 1; item <= 6; item++) yield `<i>${name} ${item}</i>`;
      } finally {
        ended.push(name);
      }
    },
  },
});

const authorization = (quota: Readonly<Record<string, number>>, allow = true): unknown => ({
  kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
  startup: () => ({
    authorizeUser: () => (allow ? { allow: true } : { allow: false, reason: "not any more" }),
    authorizeOperation: () => ({ allow: true }),
    queryQuota: () => ({ maxAllowedConcurrentShells: 5, maxAllowedConcurrentOperations: 2, timeslotSize: 1000, maxAllowedOperationsPerTimeslot: 1000, ...quota }),
  }),
});

describe("an application that takes over from another", () => {
  it("goes on with enumerations that the other has opened, whose items still come from the other's plug-in", async () => {
    const old = await AppHarness.start({ plugin: plugin("old") });
    const first = (await old.send(enumerate())).ok();
    const next = await AppHarness.start({ plugin: plugin("new"), follows: old });
    next.app.takeOver();
    const second = (await next.send(pull(first.context, 2))).ok();
    assert.deepEqual(second.items, ["old 1", "old 2"]);
    (await next.send(pull(second.context, 2), { user: bob })).fault("n:InvalidEnumerationContext");
    const third = (await next.send(pull(second.context, 10))).ok();
    assert.deepEqual([third.items.length, third.ended], [4, true]);
    assert.deepEqual((await next.send(get())).ok().items, ["new"]);
  });

  it("says when the other's last enumeration has ended, however it ends", async () => {
    const ended: string[] = [];
    const old = await AppHarness.start({ plugin: plugin("old", ended), settings: { maxEnumerateIdleTimeoutSeconds: 5 } });
    const [pulled, released] = [(await old.send(enumerate())).ok(), (await old.send(enumerate())).ok()];
    const next = await AppHarness.start({ plugin: plugin("new"), follows: old, settings: { maxEnumerateIdleTimeoutSeconds: 50 } });
    next.app.takeOver();
    const own = (await next.send(enumerate())).ok();
    let isOver = false;
    void old.app.openEnded().then(() => (isOver = true));
    (await next.send(release(released.context))).ok();
    await settled();
    assert.equal(isOver, false);
    const more = (await next.send(pull(pulled.context, 2))).ok();
    // The idle time is now the next one's.
    await next.advance(49_999);
    assert.equal(isOver, false);
    await next.advance(1);
    assert.equal(isOver, true);
    (await next.send(pull(more.context, 1))).fault("n:InvalidEnumerationContext");
    assert.ok(own.context !== undefined);
    await next.app.openEnded();
  });

  it("loses only its own when the other drains", async () => {
    const old = await AppHarness.start({ plugin: plugin("old") });
    const before = (await old.send(enumerate())).ok();
    const next = await AppHarness.start({ plugin: plugin("new"), follows: old });
    next.app.takeOver();
    const own = (await next.send(enumerate())).ok();
    old.app.drain();
    (await next.send(pull(before.context, 1))).fault("n:InvalidEnumerationContext");
    assert.deepEqual((await next.send(pull(own.context, 1))).ok().items, ["new 1"]);
  });

  it("counts what its users have in use and have used under the other", async () => {
    const quota = { maxAllowedConcurrentOperations: 1 };
    const old = await AppHarness.start({ plugin: plugin("old"), authorization: authorization(quota), authorizationSettings: { supportsQuota: true } });
    const open = (await old.send(enumerate())).ok();
    const next = await AppHarness.start({ plugin: plugin("new"), authorization: authorization(quota), authorizationSettings: { supportsQuota: true }, follows: old });
    next.app.takeOver();
    (await next.send(get())).fault("w:QuotaLimit", { code: 2150859174 });
    (await next.send(release(open.context))).ok();
    (await next.send(get())).ok();

    const slots = { maxAllowedOperationsPerTimeslot: 2 };
    const one = await AppHarness.start({ plugin: plugin("one"), authorization: authorization(slots), authorizationSettings: { supportsQuota: true } });
    (await one.send(get())).ok();
    const two = await AppHarness.start({ plugin: plugin("two"), authorization: authorization(slots), authorizationSettings: { supportsQuota: true }, follows: one });
    two.app.takeOver();
    (await two.send(get())).ok();
    (await two.send(get())).fault("w:QuotaLimit", { code: 2150859175 });
  });

  it("asks its own authorization plug-in who may go on with an enumeration", async () => {
    const old = await AppHarness.start({ plugin: plugin("old"), authorization: authorization({}) });
    const open = (await old.send(enumerate())).ok();
    const next = await AppHarness.start({ plugin: plugin("new"), authorization: authorization({}, false), follows: old });
    next.app.takeOver();
    (await next.send(pull(open.context, 1))).fault("w:AccessDenied");
  });

  it("changes nothing before it takes over: one that never does has not been", async () => {
    const old = await AppHarness.start({ plugin: plugin("old"), settings: { quotaSystemWindowOperations: 3, quotaSystemWindowSeconds: 1000 } });
    (await old.send(get())).ok();
    const next = await AppHarness.start({ plugin: plugin("new"), follows: old, settings: { quotaSystemWindowOperations: 1, quotaSystemWindowSeconds: 1000 } });
    (await old.send(get())).ok();
    (await old.send(get())).ok();
    (await old.send(get())).fault("w:QuotaLimit", { code: 2150859176 });
    next.app.takeOver();
    (await next.send(get())).fault("w:QuotaLimit", { code: 2150859176 });
  });
});
