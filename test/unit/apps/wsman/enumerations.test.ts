import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { enumerationLife, nextEnumerationState, type EnumerationEvent, type EnumerationState } from "../../../../src/apps/wsman/enumerations/enumeration-life.js";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { element } from "../../../../src/sdk/element.js";
import { failure } from "../../../../src/sdk/failure.js";
import type { EnumerateRequest } from "../../../../src/sdk/operation-request.js";
import type { EnumerationItem, EnumerationResult } from "../../../../src/sdk/operation-result.js";
import { AppHarness, bob, enumerate, optimized, pull, release, SELECTOR_FILTER, settled, type HarnessOptions } from "./app-harness.js";

const item = (text: string | number) => element("", "i", text);
const lister = (give: (request: EnumerateRequest) => EnumerationResult | Promise<EnumerationResult>) =>
  definePlugin({ declaration: { name: "lister", sdkVersion: 1, capabilities: ["Enumerate"] }, operations: { enumerate: give } });
const start = (give: (request: EnumerateRequest) => EnumerationResult | Promise<EnumerationResult>, more: HarnessOptions = {}) => AppHarness.start({ plugin: lister(give), ...more });

/** Items that come when the test says so. */
class Tap implements AsyncIterable<EnumerationItem> {
  #waiting: ((step: IteratorResult<EnumerationItem>) => void)[] = [];
  returned = 0;
  give(text: string): void {
    this.#waiting.shift()!({ done: false, value: item(text) });
  }
  end(): void {
    this.#waiting.shift()!({ done: true, value: undefined });
  }
  [Symbol.asyncIterator](): AsyncIterator<EnumerationItem> {
    return {
      next: () => new Promise((resolve) => this.#waiting.push(resolve)),
      return: async () => {
        this.returned++;
        return { done: true, value: undefined };
      },
    };
  }
}

describe("enumerations", () => {
  it("follow their table: every state and every event", () => {
    const states = Object.keys(enumerationLife) as EnumerationState[];
    const events: EnumerationEvent[] = ["pull", "answered", "lastItem", "fail", "release", "expire", "stop"];
    const arrows = states.flatMap((state) => events.map((event) => [state, event, nextEnumerationState(state, event)] as const)).filter(([, , next]) => next !== undefined);
    assert.deepEqual(arrows.map((arrow) => arrow.join(" ")), [
      "open pull pulling", "open release released", "open expire expired", "open stop stopped",
      "pulling answered open", "pulling lastItem finished", "pulling fail failed", "pulling release released", "pulling stop stopped",
    ]);
  });

  it("give all items in order, a new context with every answer, and the end with the last", async () => {
    const app = await start(() => [1, 2, 3, 4, 5].map(item));
    const opened = (await app.send(enumerate())).ok();
    assert.equal(opened.items.length, 0);
    const first = (await app.send(pull(opened.context, 2))).ok();
    assert.deepEqual(first.items, ["1", "2"]);
    assert.notEqual(first.context, opened.context);
    (await app.send(pull(opened.context, 2))).fault("n:InvalidEnumerationContext");
    const second = (await app.send(pull(first.context, 2))).ok();
    const third = (await app.send(pull(second.context, 2))).ok();
    assert.deepEqual([second.items, third.items, third.ended, third.context], [["3", "4"], ["5"], true, undefined]);
    assert.equal(app.app.status().openEnumerations, 0);
    assert.equal(app.clock.pending, 0);
  });

  it("are over with the optimized answer when everything fits", async () => {
    const app = await start(async () => [1, 2, 3].map(item));
    const answer = (await app.send(optimized(10))).ok();
    assert.deepEqual(answer.items, ["1", "2", "3"]);
    assert.match(answer.text, /<n:EnumerationContext\/>.*<w:Items>.*<w:EndOfSequence\/>/u);
    const some = (await app.send(optimized(2))).ok();
    assert.deepEqual([some.items.length, some.ended], [2, false]);
  });

  it("tell the estimate to those who ask", async () => {
    const app = await start(() => [1, 2, 3].map(item));
    const headers = "<w:RequestTotalItemsCountEstimate/>";
    assert.match((await app.send(optimized(1, { headers }))).ok().text, /<w:TotalItemsCountEstimate>3</u);
    assert.match((await app.send(enumerate("", { headers }))).ok().text, /<w:TotalItemsCountEstimate>3</u);
    assert.doesNotMatch((await app.send(optimized(1))).ok().text, /TotalItems/u);
  });

  it("give references, alone or with the object, where the plug-in has them", async () => {
    const both: EnumerationItem[] = [{ object: item("a"), epr: { selectors: { Name: "a" } } }];
    const app = await start(() => both);
    const mode = (text: string) => `<w:OptimizeEnumeration/><w:MaxElements>5</w:MaxElements><w:EnumerationMode>${text}</w:EnumerationMode>`;
    const epr = (await app.send(enumerate(mode("EnumerateEPR")))).ok();
    assert.deepEqual(epr.items, []);
    assert.match(epr.text, /<a:EndpointReference>.*<w:Selector Name="Name">a</u);
    assert.match((await app.send(enumerate(mode("EnumerateObjectAndEPR")))).ok().text, /<w:Item><i>a<\/i><a:EndpointReference>/u);
    const plain = await start(() => [item("a")]);
    (await plain.send(enumerate(mode("EnumerateEPR")))).fault("w:UnsupportedFeature", { detail: "EnumerationMode", code: 2150858886 });
    assert.equal(plain.app.status().openEnumerations, 0);
    const opened = await app.send(enumerate());
    (await app.send(pull(opened.context, 1, "<w:EnumerationMode>EnumerateEPR</w:EnumerationMode>"))).fault("w:InternalError", { code: 2150859181 });
    (await app.send(pull(opened.context, 1, "", { uri: "urn:test:other" }))).fault("w:InternalError", { code: 2150859181 });
    (await app.send(enumerate("<b:PolymorphismMode>None</b:PolymorphismMode>"))).fault("b:PolymorphismModeNotSupported", { code: 2150859063 });
  });

  it("hand a selector filter to a plug-in that filters, and refuse it for others", async () => {
    let filter: EnumerateRequest["filter"];
    const give = (request: EnumerateRequest) => {
      filter = request.filter;
      return [];
    };
    const inside = `<w:Filter Dialect="${SELECTOR_FILTER}"><w:SelectorSet><w:Selector Name="Color">red</w:Selector></w:SelectorSet></w:Filter>`;
    (await (await start(give)).send(enumerate(inside))).fault("n:FilteringNotSupported", { code: 2150858776 });
    const app = await start(give, { filtering: true });
    (await app.send(enumerate(inside))).ok();
    assert.equal(filter?.selectors?.get("COLOR"), "red");
  });

  it("fill answers up to the envelope and never beyond", async () => {
    const texts = Array.from({ length: 60 }, (_, n) => `${String(n).padStart(3, "0")}${"é".repeat(200)}`);
    const app = await start(() => texts.map(item));
    const got: string[] = [];
    let answer = (await app.send(optimized(100, { maxEnvelopeSize: 8192 }))).ok();
    let answers = 1;
    for (;;) {
      assert.ok(Buffer.byteLength(answer.text) <= 8192);
      got.push(...answer.items);
      if (answer.ended) break;
      answer = (await app.send(pull(answer.context, 100, "", { maxEnvelopeSize: 8192 }))).ok();
      answers++;
    }
    assert.deepEqual(got, texts);
    assert.ok(answers >= 4 && answers <= 6, `${answers}`);
  });

  it("keep an item that fits no answer for a larger one", async () => {
    const app = await start(() => [item("x".repeat(9000)), item("2")]);
    const opened = (await app.send(enumerate())).ok();
    (await app.send(pull(opened.context, 5, "", { maxEnvelopeSize: 8192 }))).fault("w:EncodingLimit", { detail: "MaxEnvelopeSize" });
    (await app.send(pull(opened.context, 5, "<n:MaxCharacters>100</n:MaxCharacters>"))).fault("w:EncodingLimit");
    assert.equal((await app.send(pull(opened.context, 5))).ok().items.length, 2);
    (await app.send(optimized(5, { maxEnvelopeSize: 8192 }))).fault("w:EncodingLimit");
    assert.equal(app.app.status().openEnumerations, 0);
  });

  it("stay open after a Pull that timed out, and lose no item", async () => {
    const tap = new Tap();
    const app = await start(() => tap);
    const opened = (await app.send(enumerate())).ok();
    const waiting = app.send(pull(opened.context, 2, "", { timeout: "PT10S" }));
    await app.advance(9049);
    let answered = false;
    void waiting.then(() => (answered = true));
    await settled();
    assert.equal(answered, false);
    await app.advance(1);
    const late = (await waiting).fault("w:TimedOut", { code: 2150858793 });
    assert.match(late.text, /OperationTimeout allows\. The plug-in "Thing" had not answered/u);
    assert.ok(app.logger.has('plug-in "Thing" has not answered Pull within the 9050 ms'));
    tap.give("late");
    const next = app.send(pull(opened.context, 2, "", { timeout: "PT10S" }));
    await settled();
    // One is there; the other is waited for until half the time is over.
    await app.advance(4525);
    const answer = (await next).ok();
    assert.deepEqual(answer.items, ["late"]);
    const last = app.send(pull(answer.context, 2));
    await settled();
    tap.give("b");
    await settled();
    tap.end();
    const end = (await last).ok();
    assert.deepEqual([end.items, end.ended], [["b"], true]);
  });

  it("answer MaxTime with the enumeration's own fault", async () => {
    const app = await start(() => new Tap());
    const opened = (await app.send(enumerate())).ok();
    const waiting = app.send(pull(opened.context, 2, "<n:MaxTime>PT3S</n:MaxTime>"));
    await app.advance(3000);
    (await waiting).fault("n:TimedOut", { code: 2150858780 });
    assert.ok(!app.logger.has("has not answered"), "the client's wish is no deadline");
    assert.equal(app.app.status().openEnumerations, 1);
  });

  it("open with no items when none come soon", async () => {
    const app = await start(() => new Tap());
    const waiting = app.send(optimized(5, { timeout: "PT10S" }));
    await app.advance(4525);
    const answer = (await waiting).ok();
    assert.deepEqual([answer.items, answer.ended, answer.context !== undefined], [[], false, true]);
  });

  it("end when idle, and tell the plug-in", async () => {
    const tap = new Tap();
    let signal: EnumerateRequest["signal"] | undefined;
    const app = await start((request) => {
      signal = request.signal;
      return tap;
    });
    const opened = (await app.send(enumerate())).ok();
    await app.advance(59_999);
    const waiting = app.send(pull(opened.context, 1));
    await settled();
    tap.give("1");
    const answer = (await waiting).ok();
    await app.advance(59_999);
    assert.equal(signal?.aborted, false);
    await app.advance(1);
    assert.deepEqual([signal?.aborted, signal?.reason, tap.returned], [true, "timed-out", 1]);
    (await app.send(pull(answer.context, 1))).fault("n:InvalidEnumerationContext", { code: 2150858779 });
    assert.equal(app.clock.pending, 0);
  });

  it("are released, also while somebody pulls", async () => {
    const tap = new Tap();
    const app = await start(() => tap);
    const opened = (await app.send(enumerate())).ok();
    const waiting = app.send(pull(opened.context, 1));
    await settled();
    (await app.send(pull(opened.context, 1))).fault("w:Concurrency", { code: 2150858758 });
    (await app.send(release(opened.context))).ok();
    (await waiting).fault("n:InvalidEnumerationContext");
    assert.equal(tap.returned, 1);
    (await app.send(release(opened.context))).fault("n:InvalidEnumerationContext");
    assert.equal(app.clock.pending, 0);
  });

  it("belong to the user who opened them", async () => {
    const app = await start(() => [item(1)]);
    const opened = (await app.send(enumerate())).ok();
    (await app.send(pull(opened.context, 1), { user: bob })).fault("n:InvalidEnumerationContext");
    (await app.send(release(opened.context), { user: bob })).fault("n:InvalidEnumerationContext");
    assert.deepEqual(app.audit.filter(({ allowed }) => !allowed).map(({ user, by }) => [user, by]), [["bob", "enumeration owner"], ["bob", "enumeration owner"]]);
    (await app.send(pull(opened.context, 1))).ok();
  });

  it("are limited in number, per user and in all", async () => {
    const app = await start(() => [item(1)], { settings: { maxEnumerations: 3, maxEnumerationsPerUser: 2 } });
    const first = (await app.send(enumerate())).ok();
    (await app.send(enumerate())).ok();
    const full = (await app.send(enumerate())).fault("w:QuotaLimit", { code: 2150859174 });
    assert.match(full.text, /maxEnumerationsPerUser/u);
    (await app.send(enumerate(), { user: bob })).ok();
    (await app.send(enumerate(), { user: bob })).fault("w:QuotaLimit");
    (await app.send(release(first.context))).ok();
    (await app.send(enumerate())).ok();
  });

  it("keep their items and context when the client goes away", async () => {
    const tap = new Tap();
    const app = await start(() => tap);
    const opened = (await app.send(enumerate())).ok();
    let leave: (() => void) | undefined;
    const gone = app.send(pull(opened.context, 2), { gone: (run) => (leave = run) });
    await settled();
    tap.give("1");
    await settled();
    leave!();
    await gone;
    const again = app.send(pull(opened.context, 1));
    assert.deepEqual((await again).ok().items, ["1"]);
  });

  it("deliver what came before a failure, then the failure, then end", async () => {
    const app = await start(function* () {
      yield item(1);
      throw failure("endpoint-unavailable", { message: "the disk is gone" });
    } as never);
    const opened = (await app.send(enumerate())).ok();
    const first = (await app.send(pull(opened.context, 5))).ok();
    assert.deepEqual(first.items, ["1"]);
    (await app.send(pull(first.context, 5))).fault("a:EndpointUnavailable");
    assert.equal(app.app.status().openEnumerations, 0);
  });

  it("end when the host drains", async () => {
    const tap = new Tap();
    const app = await start(() => tap);
    const opened = (await app.send(enumerate())).ok();
    const waiting = app.send(pull(opened.context, 1));
    await settled();
    app.app.drain();
    (await waiting).fault("a:EndpointUnavailable");
    assert.equal(tap.returned, 1);
  });

  it("take from an endless source only what is asked for", async () => {
    let taken = 0;
    const app = await start(function* () {
      for (;;) yield item(++taken);
    } as never);
    const answer = (await app.send(optimized(10))).ok();
    assert.deepEqual([answer.items.length, answer.ended, taken <= 11], [10, false, true]);
    const all = (await app.send(optimized(1_000_000, { maxEnvelopeSize: 8192 }))).ok();
    assert.ok(all.items.length > 100 && Buffer.byteLength(all.text) <= 8192);
  });
});
