import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OperationRequest } from "../../../../src/sdk/operation-request.js";
import { AppHarness, enumerate, get, pull, release, settled } from "./app-harness.js";

const generous = { maxAllowedConcurrentShells: 5, maxAllowedConcurrentOperations: 3, timeslotSize: 1000, maxAllowedOperationsPerTimeslot: 1000 };
const narrow = { ...generous, maxAllowedConcurrentOperations: 1 };

/** A host whose authorization and quota the test changes; Get waits until it is told to answer. */
async function start() {
  const waiting: { readonly request: OperationRequest; answer(): void }[] = [];
  const policy = { allow: true, quota: generous, asked: 0, quotaAsked: 0 };
  const app = await AppHarness.start({
    plugin: {
      kind: "operation-plugin",
      declaration: { name: "thing", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
      operations: {
        get: (request: OperationRequest) => new Promise((resolve) => waiting.push({ request, answer: () => resolve("<a/>") })),
        enumerate: () => ["<i>1</i>", "<i>2</i>", "<i>3</i>"],
      },
    },
    authorization: {
      kind: "authorization-plugin", declaration: { name: "auth", sdkVersion: 1 },
      startup: () => ({
        authorizeUser: () => (policy.asked++, policy.allow ? { allow: true, environment: { GENERATION: String(policy.asked) } } : { allow: false }),
        authorizeOperation: () => ({ allow: true }),
        queryQuota: () => (policy.quotaAsked++, policy.quota),
      }),
    },
    authorizationSettings: { supportsQuota: true },
    quotaRefreshIntervalSeconds: 10,
  });
  return { app, policy, waiting };
}

describe("QuotaRefreshIntervalSeconds", () => {
  it("is the time for which authorization and quota hold: not a millisecond less, and no longer", async () => {
    const { app, policy } = await start();
    (await app.send(enumerate())).ok();
    policy.quota = narrow;
    await app.advance(9_999);
    (await app.send(enumerate())).ok();
    assert.deepEqual([policy.asked, policy.quotaAsked], [1, 1]);
    await app.advance(1);
    // Two enumerations are open, and one operation at a time is what the new quota allows.
    (await app.send(enumerate())).fault("w:QuotaLimit", { code: 2150859174 });
    assert.deepEqual([policy.asked, policy.quotaAsked], [2, 2]);
  });

  it("leaves a pending request as it began, though its user may do nothing any more", async () => {
    const { app, policy, waiting } = await start();
    const pending = app.send(get());
    await settled();
    policy.allow = false;
    await app.advance(10_000);
    (await app.send(get())).fault("w:AccessDenied");
    assert.equal(waiting[0]!.request.signal.aborted, false);
    assert.equal(waiting[0]!.request.sender.environment.get("GENERATION"), "1");
    waiting[0]!.answer();
    (await pending).ok();
  });

  it("counts what is pending against the new quota, and gives its places back when it ends", async () => {
    const { app, policy, waiting } = await start();
    const pending = [app.send(get()), app.send(get())];
    await settled();
    policy.quota = narrow;
    await app.advance(10_000);
    (await app.send(enumerate())).fault("w:QuotaLimit");
    for (const { answer } of waiting) answer();
    for (const answer of await Promise.all(pending)) answer.ok();
    const opened = (await app.send(enumerate())).ok();
    (await app.send(enumerate())).fault("w:QuotaLimit");
    // An enumeration that was opened under one quota is pulled and released under the next.
    policy.quota = generous;
    await app.advance(10_000);
    const first = (await app.send(pull(opened.context, 1))).ok();
    (await app.send(enumerate())).ok();
    (await app.send(release(first.context))).ok();
  });
});

describe("the system's window", () => {
  it("is each application's own", async () => {
    const one = async () => AppHarness.start({ plugin: { kind: "operation-plugin", declaration: { name: "q", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => "<a/>" } }, settings: { quotaSystemWindowOperations: 2, quotaSystemWindowSeconds: 2 } });
    const [a, b] = [await one(), await one()];
    for (let n = 0; n < 2; n++) (await a.send(get())).ok();
    (await a.send(get())).fault("w:QuotaLimit", { code: 2150859176 });
    for (let n = 0; n < 2; n++) (await b.send(get())).ok();
    (await b.send(get())).fault("w:QuotaLimit");
  });

  it("moves with every operation: the third is let in when the first is two seconds old, and not before", async () => {
    const plugin = { kind: "operation-plugin", declaration: { name: "q", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => "<a/>" } };
    const app = await AppHarness.start({ plugin, settings: { quotaSystemWindowOperations: 2, quotaSystemWindowSeconds: 2 } });
    (await app.send(get())).ok();
    await app.advance(1500);
    (await app.send(get())).ok();
    await app.advance(499);
    (await app.send(get())).fault("w:QuotaLimit");
    await app.advance(1);
    (await app.send(get())).ok();
    // The one that was refused does not count; the one of 1500 does.
    await app.advance(1499);
    (await app.send(get())).fault("w:QuotaLimit");
    await app.advance(1);
    (await app.send(get())).ok();
  });
});
