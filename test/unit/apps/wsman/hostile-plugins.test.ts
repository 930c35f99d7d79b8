import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { OperationRequest } from "../../../../src/sdk/operation-request.js";
import { AppHarness, enumerate, get, optimized, pluginSettings, pull, settled, URI } from "./app-harness.js";

const hostile = (operations: Record<string, unknown>) => ({
  kind: "operation-plugin",
  declaration: { name: "hostile", sdkVersion: 1, capabilities: Object.keys(operations).filter((method) => method !== "shutdown").map((method) => method[0]!.toUpperCase() + method.slice(1)) },
  operations,
});
const endlessReader = { read: () => ({ type: "text", depth: 1, text: "x" }), n: 0 };
const cyclic: { name: string; namespace: string; attributes: never[]; children: unknown[] } = { name: "a", namespace: "", attributes: [], children: [] };
cyclic.children.push(cyclic);

const big = "x".repeat(64 * 1024 * 1024);
const garbage: readonly (readonly [string, unknown])[] = [
  ["undefined", undefined], ["null", null], ["a number", 7], ["an empty text", ""], ["text that is no XML", "hello"], ["two elements", "<a/><b/>"], ["half an element", "<a>"],
  ["a DTD", "<!DOCTYPE a []><a/>"], ["an undeclared prefix", "<p:a/>"], ["an object", {}], ["an array", []], ["a function", () => 1],
  ["an element without a name", { name: "", namespace: "", attributes: [], children: [] }], ["a name that is none", { name: "a b", namespace: "", attributes: [], children: [] }],
  ["an attribute twice", { name: "a", namespace: "", attributes: [{ name: "x", namespace: "", value: "" }, { name: "x", namespace: "", value: "" }], children: [] }],
  ["children that are numbers", { name: "a", namespace: "", attributes: [], children: [1] }], ["a cycle", cyclic], ["an endless reader", endlessReader],
  ["text that is a control character", "<a>\u0000</a>"],
  ["an endless list of children", { name: "a", namespace: "", attributes: [], children: new Array(2 ** 32 - 1) }],
  ["a list that lies about its length", { name: "a", namespace: "", attributes: [], children: new Proxy([], { get: (_list, key) => (key === "length" ? 1e15 : "x") }) }],
  ["a list whose methods are its own", { name: "a", namespace: "", attributes: [], children: Object.assign([null], { map: () => ["ok"] }) }],
  ["getters that throw", { get name() { throw new Error("getter"); }, namespace: "", attributes: [], children: [] }], ["a promise of a promise that throws", { then: () => { throw new Error("then"); } }],
  ["a getter that throws where then is looked for", { get then() { throw new Error("then"); } }], ["a symbol", Symbol("x")], ["a revoked proxy", revoked()],
  ["a proxy that throws", new Proxy({}, { get() { throw new Error("trap"); } })],
];

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

const throwing = (thrown: unknown) => () => { throw thrown; };

describe("hostile plug-ins", () => {
  for (const [what, value] of garbage) {
    it(`that answer with ${what} get an internal error of their own`, async () => {
      const app = await AppHarness.start({ plugin: hostile({ get: async () => value }) });
      const answer = (await app.send(get())).fault("w:InternalError", { code: 2150858883 });
      assert.match(answer.text, /provider="Thing"/u);
      const id = answer.facts.errorId;
      assert.ok(id !== undefined && answer.text.includes(id));
      assert.ok(app.logger.lines.some(({ fields }) => fields["errorId"] === id));
    });
  }

  for (const [what, value] of [["text", `<a>${big}</a>`], ["an element", { name: "a", namespace: "", attributes: [], children: [big] }], ["an attribute", { name: "a", namespace: "", attributes: [{ name: "x", namespace: "", value: big }], children: [] }]] as const) {
    it(`that answer with 64 MiB of ${what} get a fault that fits`, async () => {
      const app = await AppHarness.start({ plugin: hostile({ get: () => value }) });
      const answer = await app.send(get());
      assert.equal(answer.status, 500);
      assert.ok(answer.text.length < 10_000);
      assert.match(answer.subcode!, /^w:(?:InternalError|EncodingLimit)$/u);
    });
  }

  it("whose elements hold what XML cannot have it replaced, so that the answer can be read", async () => {
    const element = { name: "a", namespace: "", attributes: [{ name: "x", namespace: "", value: "\ufffe" }], children: ["\u0001", "\ud800", "]]>"] };
    const answer = (await (await AppHarness.start({ plugin: hostile({ get: () => element }) })).send(get())).ok();
    assert.match(answer.text, /<a x="\?">\?\?\]\]&gt;<\/a>/u);
  });

  it("that enumerate without end fill the batches that are asked for, and no more", async () => {
    let given = 0;
    let returned = 0;
    const endless = { [Symbol.iterator]: () => ({ next: () => ({ done: false, value: `<i>${++given}</i>` }), return: () => (returned++, { done: true, value: undefined }) }) };
    const app = await AppHarness.start({ plugin: hostile({ enumerate: () => endless }) });
    const first = (await app.send(optimized(3))).ok();
    assert.equal(first.items.length, 3);
    (await app.send(pull(first.context, 4))).ok();
    assert.ok(given <= 9, String(given));
    await app.advance(60_000);
    assert.equal(returned, 1, "an idle enumeration is given back");
    assert.equal(app.app.status().openEnumerations, 0);
  });

  it("whose iterator neither goes on nor lets itself be ended hold nobody", async () => {
    const app = await AppHarness.start({ plugin: hostile({ enumerate: () => ({ [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined), return: () => new Promise(() => undefined) }) }) }) });
    const opened = (await app.send(enumerate())).ok();
    const waiting = app.send(pull(opened.context, 1, "", { timeout: "PT2S" }));
    await app.advance(2000);
    (await waiting).fault("w:TimedOut");
    await app.advance(60_000);
    assert.equal(app.app.status().openEnumerations, 0);
    const stopping = app.pluginHost.stop("iis-host", 1000);
    await app.advance(2000);
    await stopping;
    assert.equal(app.clock.pending, 0);
  });

  for (const [what, thrown] of [["an error", new Error("secret")], ["a text", "secret"], ["nothing", undefined], ["a hostile object", { get message() { throw new Error("x"); } }]] as const) {
    it(`that throw or reject with ${what} are logged, and the client sees the id only`, async () => {
      for (const method of [throwing(thrown), async () => throwing(thrown)()]) {
        const app = await AppHarness.start({ plugin: hostile({ get: method }) });
        const answer = (await app.send(get())).fault("w:InternalError");
        assert.doesNotMatch(answer.text, /secret/u);
        assert.ok(app.logger.lines.some(({ level, fields }) => level === "error" && fields["errorId"] === answer.facts.errorId));
      }
    });
  }

  it("that never answer have their signal aborted, and the client is told in time", async () => {
    let signal: OperationRequest["signal"] | undefined;
    const app = await AppHarness.start({ plugin: hostile({ get: ({ signal: given }: OperationRequest) => {
      signal = given;
      return new Promise(() => undefined);
    } }) });
    for (const [timeout, after] of [["PT20S", 19_050], ["PT1S", 600], ["PT0.4S", 200], ["PT9999S", 59_050]] as const) {
      const began = app.clock.now();
      const waiting = app.send(get({ timeout })).then((answer) => [answer, app.clock.now() - began] as const);
      await app.advance(after - 1);
      assert.equal(signal?.aborted, false);
      await app.advance(1);
      const [answer, took] = await waiting;
      answer.fault("w:TimedOut", { code: 2150858793 });
      assert.equal(took, after);
      assert.deepEqual([signal?.aborted, signal?.reason], [true, "timed-out"]);
    }
    assert.equal(app.clock.pending, 0);
  });

  it("that never answer are named: to the client, and to the log once a minute", async () => {
    const app = await AppHarness.start({ plugin: hostile({ get: () => new Promise(() => undefined) }) });
    const lines = () => app.logger.lines.filter(({ message }) => message.includes("has not answered"));
    const timeOut = async (): Promise<string> => {
      const waiting = app.send(get({ timeout: "PT2S" }));
      await app.advance(1500);
      return (await waiting).fault("w:TimedOut", { code: 2150858793 }).text;
    };
    const text = await timeOut();
    const sentence = 'The plug-in "Thing" had not answered when OperationTimeout was over.';
    assert.match(text, new RegExp(`<s:Text xml:lang="en-US">The operation was not finished within the time that OperationTimeout allows\\. ${sentence}</s:Text>`, "u"));
    assert.match(text, new RegExp(`<f:Message>${sentence}</f:Message>`, "u"));
    await timeOut();
    await timeOut();
    assert.deepEqual(lines(), [{ level: "warn", message: 'plug-in "Thing" has not answered Get within the 1200 ms that the request left it', fields: { plugin: "Thing", operation: "Get" } }]);
    await app.advance(60_000);
    await timeOut();
    assert.match(lines()[1]!.message, /; 2 more since the last line about that$/u);
    assert.equal(lines().length, 2);
  });

  it("that reject late harm nobody", async () => {
    let reject!: (error: Error) => void;
    const app = await AppHarness.start({ plugin: hostile({ get: () => new Promise((_, no) => (reject = no)) }) });
    const waiting = app.send(get({ timeout: "PT2S" }));
    await app.advance(1500);
    (await waiting).fault("w:TimedOut");
    reject(new Error("too late"));
    await settled();
    assert.ok(app.logger.has("after the client had its answer"));
  });

  it("learn that the client has gone", async () => {
    let signal: OperationRequest["signal"] | undefined;
    const app = await AppHarness.start({ plugin: hostile({ get: ({ signal: given }: OperationRequest) => {
      signal = given;
      return new Promise(() => undefined);
    } }) });
    let leave: (() => void) | undefined;
    const waiting = app.send(get(), { gone: (run) => (leave = run) });
    await settled();
    leave!();
    await waiting;
    assert.equal(signal?.reason, "client-gone");
    assert.equal(app.clock.pending, 0);
  });

  for (const [what, shutdown] of [["throws", throwing(new Error("shutdown"))], ["rejects", async () => throwing(new Error("shutdown"))()], ["never ends", () => new Promise(() => undefined)]] as const) {
    it(`whose shutdown ${what} are named in the log, and the host gets away`, async () => {
      const app = await AppHarness.start({ plugin: hostile({ get: () => "<a/>", shutdown }), capabilities: ["Get"] });
      const stopping = app.pluginHost.stop("iis-host", 1000);
      await app.advance(1000);
      await stopping;
      assert.ok(app.logger.lines.some(({ message, fields }) => /shutdown/u.test(message) && fields["plugin"] === "Thing"), JSON.stringify(app.logger.lines));
      assert.equal(app.clock.pending, 0);
    });
  }

  it("leave their neighbours alone", async () => {
    const good = { kind: "operation-plugin", declaration: { name: "good", sdkVersion: 1, capabilities: ["Get"] }, operations: { get: () => "<ok/>" } };
    const settings = (name: string, uri: string) => pluginSettings({ name, filename: `/plugins/${name}.js`, resources: [{ resourceUri: uri, exactMatch: true, supportsOptions: false, capabilities: [{ type: "Get", supportsFragment: false, supportsFiltering: false }] }] });
    const app = await AppHarness.start({ plugins: [[settings("bad", URI), hostile({ get: () => new Promise(() => undefined) })], [settings("good", "urn:good"), good]] });
    const stuck = Array.from({ length: 20 }, () => app.send(get()));
    await settled();
    (await app.send(get({ uri: "urn:good" }))).ok();
    await app.advance(60_000);
    for (const answer of await Promise.all(stuck)) answer.fault("w:TimedOut");
  });

  for (const [what, value] of [
    ["nothing", undefined], ["text", "abc"], ["an object", {}], ["an iterable that throws", { [Symbol.iterator]: throwing(new Error("x")) }],
    ["an iterator that gives no results", { [Symbol.iterator]: () => ({ next: () => 5 }) }], ["an iterator that throws", { [Symbol.iterator]: () => ({ next: throwing(new Error("x")) }) }],
    ["an iterator that rejects", { [Symbol.asyncIterator]: () => ({ next: async () => throwing(new Error("x"))() }) }], ["an item that is no XML", ["<a>"]], ["an item that is null", [null]],
    ["an iterator without next", { [Symbol.iterator]: () => ({}) }],
  ] as const) {
    it(`that enumerate ${what} get an internal error, and nothing stays open`, async () => {
      const app = await AppHarness.start({ plugin: hostile({ enumerate: () => value }) });
      (await app.send(optimized(5))).fault("w:InternalError");
      const plain = await app.send(enumerate());
      if (plain.status === 200) (await app.send(pull(plain.context, 5))).fault("w:InternalError");
      assert.equal(app.app.status().openEnumerations, 0);
      assert.equal(app.clock.pending, 0);
    });
  }
});
