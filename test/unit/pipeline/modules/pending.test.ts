import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { HttpContext } from "../../../../src/sdk/http-context.js";
import { settled } from "../../../../src/testing/settled.js";
import { connectionOf, module, modulePipeline, type LooseModule } from "../../../support/module-pipeline.js";

const tls = { protocol: "TLSv1.2", cipher: "X", keyBits: 256, serverName: undefined, channelBinding: undefined };

describe("a notification that is pending", () => {
  it("goes on with the status that is indicated, long after", async () => {
    for (const [status, served] of [[0, "own"], [2, ""]] as const) {
      const { ask, clock, entries } = modulePipeline([module({
        onBeginRequest: (context) => {
          clock.after(20_000, () => context.indicateCompletion(status));
          return 1;
        },
      })]);
      const asked = ask();
      await settled();
      clock.advance(19_999);
      await settled();
      assert.equal(entries.length, 0);
      clock.advance(1);
      const { body } = await asked;
      assert.deepEqual([String(body), entries[0]!.milliseconds, clock.pending], [served, 20_000, 0]);
    }
  });

  it("may have been completed before it was given", async () => {
    const { ask, logger } = modulePipeline([module({ onBeginRequest: (context) => (context.indicateCompletion(2), 1) })]);
    assert.equal(String((await ask()).body), "");
    assert.deepEqual(logger.find("", "error"), []);
  });

  it("calls onAsyncCompletion with what was posted, as often as it is pending again", async () => {
    const told: unknown[] = [];
    let posts = 0;
    const { ask, clock } = modulePipeline([module({
      onPostAuthorizeRequest: async (context) => {
        clock.after(5, () => context.postCompletion(12));
        return 1;
      },
      onAsyncCompletion: (context, notification, isPost, info) => {
        told.push([notification, isPost, info.getCompletionBytes(), info.getCompletionStatus()]);
        if (++posts === 3) return 2;
        clock.after(5, () => context.postCompletion(12 + posts));
        return 1;
      },
    })]);
    const asked = ask();
    for (let turn = 0; turn < 3; turn++) {
      await settled();
      clock.advance(5);
    }
    assert.equal(String((await asked).body), "");
    assert.deepEqual(told, [12, 13, 14].map((bytes) => ["postAuthorizeRequest", true, bytes, 0]));
  });

  it("is ended at its limit with 500 and a named line, whether it is pending or only slow", async () => {
    for (const [handler, said] of [[() => 1, /gave RQ_NOTIFICATION_PENDING and has not completed it within 60000 ms/u], [() => new Promise(() => undefined), /has not answered within 60000 ms/u]] as const) {
      let context: HttpContext | undefined;
      const { ask, clock, logger, entries, chain } = modulePipeline([module({ onAuthorizeRequest: (given) => ((context = given), handler()) }, { name: "slow" }), module({ onLogRequest: () => 0 }, { name: "other" })]);
      const asked = ask();
      await settled();
      clock.advance(60_000);
      assert.equal((await asked).status, 500);
      const [line] = logger.find('a request failed in module "slow" at authorizeRequest', "error");
      assert.match(String(line!.fields["error"]), said);
      assert.equal(entries[0]!.errorId, line!.fields["errorId"]);
      assert.deepEqual(chain.times().map(({ name, notifications: [time] }) => [name, time!.calls, time!.failures, time!.longestMilliseconds]), [["slow", 1, 1, 60_000], ["other", 1, 0, 0]]);
      // Who completes it now is told so, and nothing else happens.
      context!.indicateCompletion(0);
      assert.equal(logger.find('module "slow" completed a notification that is over', "error").length, 1);
      assert.equal(clock.pending, 0);
    }
  });

  it("what a slow handler throws after its limit is nobody's any more", async () => {
    const { ask, clock } = modulePipeline([module({ onBeginRequest: () => new Promise((_, reject) => clock.after(90_000, () => reject(new Error("late")))) })]);
    const asked = ask();
    await settled();
    clock.advance(60_000);
    assert.equal((await asked).status, 500);
    clock.advance(30_000);
    await settled();
  });

  it("tells of every misuse, and goes on", async () => {
    const table: readonly (readonly [what: string, handlers: LooseModule, said: RegExp])[] = [
      ["completed twice", { onBeginRequest: (context) => (context.indicateCompletion(0), context.indicateCompletion(0), 1) }, /completed a notification twice/u],
      ["posted after it was indicated", { onBeginRequest: (context) => (context.indicateCompletion(0), context.postCompletion(1), 1) }, /completed a notification twice/u],
      ["completed without being pending", { onBeginRequest: (context) => (context.indicateCompletion(0), 0) }, /for which it did not give RQ_NOTIFICATION_PENDING/u],
      ["posted twice, taken once", { onBeginRequest: (context) => (context.postCompletion(0), context.postCompletion(0), 1), onAsyncCompletion: () => 0 }, /one more than once/u],
      ["indicated PENDING", { onBeginRequest: (context) => (context.indicateCompletion(1), 0) }, /neither RQ_NOTIFICATION_CONTINUE nor RQ_NOTIFICATION_FINISH_REQUEST/u],
    ];
    for (const [what, handlers, said] of table) {
      const { ask, logger } = modulePipeline([module(handlers, { name: "wrong" })]);
      const { status, body } = await ask();
      assert.deepEqual([status, body], [200, "own"], what);
      const [line, ...more] = logger.find("", "error");
      assert.match(line!.message, said, what);
      assert.match(line!.message, /^module "wrong" /u);
      assert.deepEqual([line!.fields["notification"], more], ["beginRequest", []], what);
    }
  });

  it("needs onAsyncCompletion for what is posted", async () => {
    const { ask, logger } = modulePipeline([module({ onBeginRequest: (context) => (context.postCompletion(1), 1) })]);
    assert.equal((await ask()).status, 500);
    assert.match(String(logger.find("a request failed", "error")[0]!.fields["error"]), /it has no onAsyncCompletion, which it needs for beginRequest/u);
  });

  it("a completion of one module never ends the waiting of another", async () => {
    let first: HttpContext | undefined;
    const { ask, clock, logger, entries } = modulePipeline([
      module({ onBeginRequest: (context) => ((first = context), 0) }, { name: "first" }),
      module({ onBeginRequest: (context) => (clock.after(10, () => context.indicateCompletion(0)), 1) }, { name: "second" }),
    ]);
    const asked = ask();
    await settled();
    first!.indicateCompletion(2);
    await settled();
    assert.equal(entries.length, 0);
    clock.advance(10);
    assert.equal((await asked).body, "own");
    assert.equal(logger.find('module "first" completed a notification that is over', "error").length, 1);
  });
});

describe("asking for a client's certificate", () => {
  const certificate = { der: new Uint8Array(800), flags: 0x800b0109, details: { subject: "CN=a", issuerName: "CN=ca", issuerThumbprint: "AB", subjectName: "a" } };
  type Certificates = NonNullable<Parameters<ReturnType<typeof modulePipeline>["ask"]>[0]>["certificates"];
  const never = { negotiated: false, certificate: undefined };

  /** A client that answers after 10 ms. */
  function client(clock: ReturnType<typeof modulePipeline>["clock"], hresult: number, after: { negotiated: boolean; certificate: typeof certificate | undefined }, isBodyTooLarge = false): Certificates & { asked: number[] } {
    let state: typeof after = never;
    const asked: number[] = [];
    return { asked, state: () => state, negotiate: (limit) => new Promise((resolve) => {
      asked.push(limit);
      clock.after(10, () => {
        state = after;
        resolve({ hresult, ...(isBodyTooLarge ? { isBodyTooLarge: true as const } : {}) });
      });
    }) };
  }
  const connection = (): ReturnType<typeof connectionOf> => connectionOf(tls);
  const had = { negotiated: true, certificate };
  const table: readonly (readonly [title: string, hresult: number, after: typeof had | typeof never | { negotiated: true; certificate: undefined }, known: readonly [number, number | undefined, boolean]])[] = [
    ["gives one", 0, had, [0, 800, true]],
    ["has none", 0, { negotiated: true, certificate: undefined }, [0, undefined, true]],
    ["refuses", 0x80004005, never, [0x80070490, undefined, false]],
    ["speaks TLS 1.3", 0x80070032, never, [0x80070490, undefined, false]],
  ];
  for (const [title, hresult, after, known] of table) {
    it(`a client that ${title}: awaited, and with a completion`, async () => {
      for (const isAsync of [false, true]) {
        const told: unknown[] = [];
        const look = (context: HttpContext): void => {
          const found = context.getRequest().getClientCertificate();
          told.push([found.hresult, found.certInfo?.certEncodedSize, found.negotiated]);
        };
        const { ask, clock, logger } = modulePipeline([module({
          onBeginRequest: async (context) => {
            look(context);
            if (!isAsync) {
              told.push(await context.getRequest().negotiateClientCertificate());
              look(context);
              return 0;
            }
            const begun = context.getRequest().negotiateClientCertificate(true);
            told.push(begun.hresult, begun.completionPending);
            return 1;
          },
          onAsyncCompletion: (context, notification, isPost, info) => {
            told.push([notification, isPost, info.getCompletionBytes()], info.getCompletionStatus());
            look(context);
            return 0;
          },
        })]);
        const certificates = client(clock, hresult, after);
        const asked = ask({ certificates, connection: connection() });
        await settled();
        clock.advance(10);
        assert.equal((await asked).body, "own");
        assert.deepEqual(told, [[0x80070490, undefined, false], ...(isAsync ? [0, true, ["beginRequest", false, 0]] : []), hresult, known]);
        assert.deepEqual([certificates.asked, logger.find("", "error")], [[100], []]);
      }
    });
  }

  it("begins nothing where a certificate is known, and fails at once without TLS", async () => {
    const told: unknown[] = [];
    const { ask } = modulePipeline([module({ onBeginRequest: (context) => (told.push(context.getRequest().negotiateClientCertificate(true)), 0) })]);
    await ask({ certificates: { state: () => had, negotiate: () => assert.fail("asked") }, connection: connection() });
    await ask({});
    assert.deepEqual(told, [{ hresult: 0, completionPending: false }, { hresult: 0x80004005, completionPending: false }]);
  });

  it("who goes on while it is pending is told, and the request waits all the same", async () => {
    for (const isAsync of [true, false]) {
      const { ask, clock, logger, entries } = modulePipeline([module({ onBeginRequest: ({ getRequest }) => {
        if (isAsync) getRequest().negotiateClientCertificate(true);
        else void getRequest().negotiateClientCertificate();
        return 0;
      } }, { name: "hasty" })]);
      const asked = ask({ certificates: client(clock, 0, had), connection: connection() });
      await settled();
      assert.match(logger.find("", "error").map(({ message }) => message).join(), /^module "hasty" went on while a client was asked for its certificate: [^,]*,[^,]*$/u);
      assert.equal(entries.length, 0);
      clock.advance(10);
      assert.equal((await asked).body, "own");
    }
  });

  it("a body that does not fit before it ends the request with 413, whatever the module makes of it", async () => {
    for (const isAsync of [false, true]) {
      const told: string[] = [];
      const { ask, clock, entries } = modulePipeline([module({
        onBeginRequest: async ({ getRequest }) => {
          if (isAsync) return getRequest().negotiateClientCertificate(true).completionPending ? 1 : 0;
          await getRequest().negotiateClientCertificate();
          return 0;
        },
        onAsyncCompletion: () => 0,
        onAuthorizeRequest: () => (told.push("authorize"), 0),
        onLogRequest: () => (told.push("log"), 0),
      })], { handle: () => assert.fail("served") });
      const asked = ask({ certificates: client(clock, 0x80004005, never, true), connection: connection() });
      await settled();
      clock.advance(10);
      const { status, close } = await asked;
      assert.deepEqual([status, close, told, entries[0]!.status], [413, true, ["log"], 413]);
    }
  });

  it("cannot be begun when no notification runs", async () => {
    let kept: HttpContext | undefined;
    const { ask, logger } = modulePipeline([module({ onBeginRequest: (context) => ((kept = context), 0) })]);
    await ask({ certificates: { state: () => never, negotiate: () => assert.fail("asked") }, connection: connection() });
    assert.equal(await kept!.getRequest().negotiateClientCertificate(), 0x80004005);
    assert.equal(logger.find("asked for a client's certificate while no notification of it runs", "error").length, 1);
  });
});

