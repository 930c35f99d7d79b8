import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { defineAuthorizationPlugin, definePlugin, element, failure, type EnumerateRequest, type GetRequest, type StartupContext, type XmlElement } from "wsmanor/sdk";
import { AuthorizationTester, LazyCases, MemoryDocuments, startTestHost, StartRefused, WsmanFault, type AuthorizationCases } from "wsmanor/testing";
import { projectRoot } from "../../support/project-root.js";

const thing = (...content: Parameters<typeof element>[2][]): XmlElement => element("urn:t", "T", ...content);
const getter = (get: (request: GetRequest) => XmlElement | Promise<XmlElement>) => definePlugin({ declaration: { name: "getter", sdkVersion: 1, capabilities: ["Get"] }, operations: { get } });
const isFault = (subcode: string) => (error: unknown): boolean => error instanceof WsmanFault && error.subcode === subcode;

describe("startTestHost", () => {
  it("tells a plug-in everything about its start and its end", async () => {
    let context: StartupContext | undefined;
    const reasons: string[] = [];
    const plugin = definePlugin({
      declaration: { name: "declared", sdkVersion: 1, capabilities: ["Get"] },
      startup: (given) => {
        context = given;
        return { get: () => thing(), shutdown: (reason) => void reasons.push(reason) };
      },
    });
    const host = await startTestHost({ plugins: [{ plugin, name: "Configured", initializationParameters: { Colour: "red", Size: "1 & 2" } }] });
    assert.deepEqual([context!.name, context!.applicationIdentification, context!.startReason, context!.validateOnly], ["Configured", "wsman", "request", false]);
    assert.deepEqual([[...context!.initializationParameters], context!.initializationParameters.get("COLOUR")], [[["Colour", "red"], ["Size", "1 & 2"]], "red"]);
    assert.deepEqual(context!.host.plugins().map(({ name, state }) => [name, state]), [["Configured", "serving"]]);
    context!.logger.warn("mind", { what: "step" });
    assert.deepEqual(host.logger.find("mind", "warn")[0]?.fields, { what: "step", plugin: "Configured" });
    await host.stop("system");
    assert.deepEqual(reasons, ["system"]);
  });

  it("tells a plug-in everything about a request", async () => {
    let request: GetRequest | undefined;
    const host = await startTestHost({ plugins: [getter((given) => (request = given, thing()))], users: { ada: { administrator: true, environment: { team: "blue" } } } });
    await host.get({
      selectors: { Name: "x", Of: { resourceUri: "urn:other", selectors: { Id: "7" } } }, options: { Plain: "1", Strict: { value: "2", mustComply: true, type: "xs:int" }, Nil: { value: null } }, optionsMustUnderstand: true,
      locale: "de-DE", operationTimeout: 1500, maxEnvelopeSize: 20_000,
    });
    const { selectors, options, sender, locale, dataLocale, limits, signal, resourceUri, action } = request!;
    assert.deepEqual([selectors.get("name"), selectors.get("of"), selectors.reference("of")?.resourceUri, selectors.reference("OF")?.selectors.get("id")], ["x", undefined, "urn:other", "7"]);
    assert.deepEqual([options.mustUnderstand, options.get("plain")?.value, options.get("STRICT")?.mustComply, options.get("Strict")?.type, options.get("nil")?.value, options.get("Plain")?.mustComply], [true, "1", true, "xs:int", undefined, false]);
    assert.deepEqual([sender.senderName, sender.isAdministrator, sender.authenticationMechanism, sender.environment.get("TEAM")], ["ada", true, "Basic", "blue"]);
    assert.deepEqual([locale, dataLocale, limits.maxEnvelopeSize, resourceUri, signal.aborted], ["de-DE", "de-DE", 20_000, "urn:wsmanor:testing:getter", false]);
    // Less than the client said: it must have its answer before its own time is over.
    assert.ok(limits.timeout > 700 && limits.timeout <= 1200);
    assert.match(action, /transfer\/Get$/u);
    assert.ok(limits.largestResultSize < 20_000 && limits.largestResultSize > 18_000 && limits.remainingResultSize() === limits.largestResultSize);
    await host.stop();
  });

  it("fires the signal with its reason: the client hangs up, the time is over, the host stops", async () => {
    const reasons: unknown[] = [];
    const plugin = getter(({ signal }) => new Promise((resolve) => signal.addEventListener("abort", () => {
      reasons.push(signal.reason);
      resolve(thing());
    })));
    const host = await startTestHost({ plugins: [plugin] });
    const hanging = new AbortController();
    const gone = host.get({ hangUp: hanging.signal }).catch(() => undefined);
    await host.advance(0);
    hanging.abort();
    await gone;
    const late = assert.rejects(host.get({ operationTimeout: 700 }), isFault("w:TimedOut"));
    await host.advance(700);
    await late;
    const stopped = assert.rejects(host.get(), isFault("a:EndpointUnavailable"));
    await host.advance(0);
    await host.stop();
    await stopped;
    assert.deepEqual(reasons, ["client-gone", "timed-out", "shutdown"]);
    assert.equal(host.clock.pending, 0);
  });

  it("ends an enumeration when it is released, idle, or the host stops", async () => {
    const ends: unknown[] = [];
    const plugin = definePlugin({
      declaration: { name: "endless", sdkVersion: 1, capabilities: ["Enumerate"] },
      operations: {
        *enumerate({ signal }) {
          try {
            for (let number = 1; ; number++) yield thing(number);
          } finally {
            ends.push(signal.reason);
          }
        },
      },
    });
    const host = await startTestHost({ plugins: [plugin], operations: { MaxEnumerateIdleTimeoutSeconds: 5 } });
    const open = await host.open({ maxElements: 2 });
    await open.release();
    await assert.rejects(open.pull(1), isFault("n:InvalidEnumerationContext"));
    const idle = await host.open({ maxElements: 2 });
    await host.advance(5000);
    await assert.rejects(idle.pull(1), isFault("n:InvalidEnumerationContext"));
    await host.open({ maxElements: 2 });
    assert.equal(host.openEnumerations(), 1);
    await host.stop();
    assert.equal(ends.length, 3);
    assert.equal(host.clock.pending, 0);
  });

  it("tells an enumeration what still fits, and cuts no item", async () => {
    const left: number[] = [];
    const plugin = definePlugin({
      declaration: { name: "many", sdkVersion: 1, capabilities: ["Enumerate"] },
      operations: {
        *enumerate({ limits }: EnumerateRequest) {
          for (let number = 0; number < 20; number++) {
            left.push(limits.remainingResultSize());
            yield thing("x".repeat(1000));
          }
        },
      },
    });
    const host = await startTestHost({ plugins: [plugin] });
    const { items, batches } = await host.enumerate({ maxEnvelopeSize: 10_000 });
    assert.equal(items.length, 20);
    assert.ok(batches.length >= 3 && batches.every((size) => size <= 9), String(batches));
    assert.ok(left[0]! > 7000 && left[0]! < 10_000 && left[1]! <= left[0]! - 1000 && left[2]! <= left[1]! - 1000, String(left));
    await host.stop();
  });

  it("gives faults with all they say", async () => {
    const plugin = getter(() => { throw failure("invalid-parameter", { detail: "type-mismatch", message: "Not a number.", code: 1234, extended: thing("more") }); });
    const host = await startTestHost({ plugins: [plugin] });
    await assert.rejects(host.get(), (error) => {
      assert.ok(error instanceof WsmanFault);
      assert.deepEqual([error.kind, error.subcode, error.detail, error.code, error.message, error.plugin], ["invalid-parameter", "w:InvalidParameter", "TypeMismatch", 1234, "Not a number.", "getter"]);
      assert.deepEqual((error.extended as XmlElement).children, ["more"]);
      return true;
    });
    await assert.rejects(host.delete(), (error) => error instanceof WsmanFault && error.plugin === undefined && error.kind === "not-supported");
    await host.stop();
  });

  it("takes raw messages too, and nobody without the right password", async () => {
    const host = await startTestHost({ plugins: [getter(() => thing())] });
    const { status, headers, text } = await host.send("<nonsense");
    assert.deepEqual([status, headers.get("content-type"), /Fault/u.test(text)], [500, "application/soap+xml;charset=UTF-8", true]);
    assert.equal((await host.send("", { user: null })).status, 401);
    assert.equal((await host.send("", { user: "tester", password: "wrong" })).status, 401);
    assert.equal((await host.send("", { method: "GET" })).status, 405);
    assert.equal((await host.send("x", { headers: { "Content-Type": "text/xml" } })).status, 415);
    assert.equal((await host.send("", { path: "/elsewhere" })).status, 404);
    await host.stop();
  });

  it("refuses what a host refuses, with the place and the remedy", async () => {
    const plugin = getter(() => thing());
    const refused = async (options: Parameters<typeof startTestHost>[0], said: RegExp) => assert.rejects(startTestHost(options), (error) => (assert.ok(error instanceof StartRefused), assert.match(error.message, said), true));
    await refused({ plugins: [] }, /No operation plug-in is configured/u);
    await refused({ plugins: [plugin, plugin] }, /getter/u);
    await refused({ plugins: [plugin], operations: { MaxEnvelopeSizeKB: 1 } }, /MaxEnvelopeSizeKB/u);
    await refused({ plugins: [{ plugin, resources: [{ resourceUri: "urn:x", capabilities: ["Get", "Put"] }] }] }, /the capability Put, which the plug-in does not have[^]*It declares Get/u);
    await refused({ plugins: [{ plugin: "/nowhere/plugin", resources: [{ resourceUri: "urn:x", capabilities: ["Get"] }] }] }, /no file or directory/u);
    await refused({ configuration: join(projectRoot, "nowhere") }, /There is no configuration/u);
  });

  it("serves the shipped configuration", async () => {
    const host = await startTestHost({ configuration: join(projectRoot, "config") });
    assert.deepEqual(host.plugins().map(({ name, state }) => [name, state]), [["winrm-config", "serving"], ["registry", "serving"], ["system", "serving"]]);
    const resourceUri = "urn:wsmanor:registry";
    await host.create({ resourceUri, selectors: { Key: "A\\B", Value: "v" }, body: "<Value><Type>DWord</Type><Data>1</Data></Value>" });
    const { items } = await host.enumerate({ resourceUri, options: { Recurse: "true" }, filter: { selectors: { Type: "DWord" } } });
    assert.equal(items.length, 1);
    await host.stop();
  });
});

describe("MemoryDocuments", () => {
  it("refuses names that the disk's store refuses", async () => {
    const storage = new MemoryDocuments().of("x");
    for (const name of ["", ".hidden", "a/b", "..", "ä", "x".repeat(101)]) await assert.rejects(storage.write(name, new Uint8Array()), RangeError);
    const content = Uint8Array.of(1);
    const written = storage.write("a", content);
    content[0] = 2;
    await written;
    assert.deepEqual([await storage.read("a"), await storage.read("b")], [Uint8Array.of(1), undefined]);
    await storage.remove("a");
    assert.equal(await storage.read("a"), undefined);
  });
});

describe("AuthorizationTester", () => {
  let decide = (): void => undefined;
  const plugin = defineAuthorizationPlugin({
    declaration: { name: "gate", sdkVersion: 1 },
    startup: () => ({
      shutdown: () => decide(),
      authorizeUser: ({ senderName }) => (senderName === "eve" ? { allow: false, reason: "not eve" } : { allow: true, mapTo: "operator" }),
      authorizeOperation: ({ operation }) => {
        if (operation === "Delete") throw new Error("no idea");
        if (operation === "Enumerate") return new Promise((resolve) => (decide = () => resolve({ allow: true })));
        return operation === "Get" || operation === "Create" ? { allow: true } : { allow: false };
      },
    }),
  });
  const resourceUri = "urn:x";
  const tester = new AuthorizationTester(plugin, { users: { ada: {}, eve: {} } });
  const cases: AuthorizationCases = { allows: [{ title: "get", user: "ada", operation: "Get", resourceUri }], denies: [{ title: "eve", user: "eve", operation: "Get", resourceUri, reason: "not eve" }] };
  const problem = async (more: Partial<AuthorizationCases>): Promise<string> => {
    const outcomes = await tester.outcomes({ allows: [...cases.allows, ...(more.allows ?? [])], denies: [...cases.denies, ...(more.denies ?? [])], redirects: more.redirects ?? [] });
    return outcomes.flatMap(({ problem: found }) => (found === undefined ? [] : [found.message])).join("\n");
  };

  it("passes and fails cases as the plug-in decides", async () => {
    const ada = { user: "ada", resourceUri };
    assert.equal(await problem({}), "");
    assert.match(await problem({ allows: [{ ...ada, title: "t", operation: "Put" }] }), /ada was denied/u);
    assert.match(await problem({ denies: [{ ...ada, title: "t", operation: "Create" }] }), /ada was allowed/u);
    assert.match(await problem({ denies: [{ ...ada, title: "t", operation: "Delete" }] }), /did not deny, it failed[^]*no idea/u);
    assert.equal(await problem({ denies: [{ ...ada, title: "slow", operation: "Enumerate", advance: 60_000, reason: /has not (?:answered|decided)/u }] }), "");
    assert.match(await problem({ denies: [{ ...ada, title: "t", operation: "Put", reason: "because" }] }), /The log gives another reason/u);
    assert.match(await problem({ allows: [{ ...ada, title: "t", operation: "Get", resourceUri: "urn:y", runsAs: "ada" }] }), /runs as somebody else[^]*operator/u);
    assert.match(await problem({ allows: [{ ...ada, title: "t", operation: "Create", runsAs: "ada" }] }), /Create cannot show as whom it runs/u);
    assert.match(await problem({ redirects: [{ ...ada, title: "t", operation: "Put", to: "https://x.example/" }] }), /was not sent there/u);
  });

  it("refuses lazy tables", async () => {
    const refused = (table: object, said: RegExp) => assert.rejects(tester.outcomes({ ...cases, ...table }), (error) => error instanceof LazyCases && said.test(error.message));
    await refused({ denies: [] }, /`denies` is empty/u);
    await refused({ allows: [] }, /`allows` is empty/u);
    await refused({ allows: [...cases.allows, { ...cases.allows[0]!, title: "again" }] }, /asks the same as "get"/u);
    await refused({ allows: [{ ...cases.allows[0]!, user: "bob" }] }, /there is no user bob/u);
    await refused({ allows: [{ ...cases.allows[0]!, operation: "Subscribe" }] }, /Subscribe is no operation/u);
    await refused({ allows: [{ ...cases.allows[0]!, runAs: "x" }] }, /there is no key runAs/u);
    await refused({ redirects: [{ title: "t", user: "ada", operation: "Put", resourceUri }] }, /does not say where to/u);
  });
});
