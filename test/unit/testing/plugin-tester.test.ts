import assert from "node:assert/strict";
import { createServer } from "node:net";
import { after, describe, it } from "node:test";
import { definePlugin, element, failure, textOf, type Operations, type PluginCapability } from "wsmanor/sdk";
import { LazyCases, PluginTester, type AcceptsCase, type PluginCases, type RefusesCase } from "wsmanor/testing";

const ns = "urn:example:hello";
const hello = (text: string) => element(ns, "Hello", text);

/** A plug-in with the given operations and nothing else. */
const plugin = <const C extends PluginCapability>(capabilities: readonly C[], operations: NoInfer<Operations<C>>) =>
  definePlugin<C>({ declaration: { name: "hello", sdkVersion: 1, capabilities }, operations });

const greeter = plugin(["Get"], {
  get: ({ selectors }) => {
    for (const [name] of selectors.entries()) if (name !== "Name") return failure("invalid-selectors", { detail: "unexpected", message: `no ${name}` });
    return hello(selectors.get("Name") ?? "world");
  },
});
const accepts: readonly AcceptsCase[] = [{ title: "greets by name", get: { selectors: { Name: "Ada" } }, answers: `<Hello xmlns="${ns}">Ada</Hello>` }];
const refuses: readonly RefusesCase[] = [{ title: "no such selector", get: { selectors: { Colour: "red" } }, with: "invalid-selectors", detail: "unexpected", message: "no Colour" }];

const lazy = (cases: object): Promise<readonly string[]> =>
  new PluginTester(greeter).outcomes(cases as PluginCases).then(() => assert.fail("the table was taken"), (error: unknown) => (assert.ok(error instanceof LazyCases), error.problems));

/** What the tester says about one case of a plug-in. */
async function problemOf(tested: ConstructorParameters<typeof PluginTester>[0], one: AcceptsCase | RefusesCase, more: readonly AcceptsCase[] = []): Promise<string> {
    const filler: RefusesCase = { title: "filler", get: { selectors: { Filler: "1" } }, with: "internal" };
  const outcomes = await new PluginTester(tested, { patience: 300 }).outcomes({ accepts: "with" in one ? [...accepts, ...more] : [one, ...more], refuses: "with" in one ? [one] : [filler] });
  return outcomes.find(({ title }) => title === one.title)?.problem?.message ?? "";
}

describe("PluginTester", () => {
  it("passes a plug-in that does what its table says", async () => {
    const outcomes = await new PluginTester(greeter, { resourceUri: "urn:example:hello" }).outcomes({ accepts, refuses });
    assert.deepEqual(outcomes, [{ title: "greets by name", problem: undefined }, { title: "no such selector", problem: undefined }]);
  });

  describe("refuses a lazy table", () => {
    const table: readonly (readonly [title: string, cases: object, said: RegExp])[] = [
      ["nothing is refused", { accepts, refuses: [] }, /`refuses` is empty/u],
      ["there are no lists", {}, /`accepts` is not a list/u],
      ["a declared capability is never asked", { accepts: [], refuses }, /declares Get, and no case/u],
      ["two cases ask the same", { accepts: [...accepts, { ...accepts[0], title: "again" }], refuses }, /"greets by name" and "again" ask the same/u],
      ["two cases have one title", { accepts: [...accepts, { title: "greets by name", get: {}, answers: "<a/>" }], refuses }, /Two cases have the title/u],
      ["a case has no title", { accepts: [{ ...accepts[0], title: " " }], refuses }, /has no title/u],
      ["a refusal names no failure", { accepts, refuses: [{ title: "r", get: {} }] }, /it names no failure: with is one of access-denied/u],
      ["a refusal names what is none", { accepts, refuses: [{ title: "r", get: {}, with: "nope" }] }, /"nope" is no failure/u],
      ["a refusal has an answer", { accepts, refuses: [{ title: "r", get: {}, with: "quota", answers: "<a/>" }] }, /both an answer and a failure/u],
      ["an accepted case names a failure", { accepts: [{ ...accepts[0], with: "quota" }], refuses }, /belongs into `refuses`/u],
      ["a case has an unknown key", { accepts: [{ ...accepts[0], anwsers: "" }], refuses }, /there is no key anwsers/u],
      ["an ask has an unknown key", { accepts: [{ ...accepts[0], get: { selector: {} } }], refuses }, /unknown key selector/u],
      ["a case asks nothing", { accepts: [...accepts, { title: "t", answers: "<a/>" }], refuses }, /asks no operation/u],
      ["a case asks two things", { accepts: [{ ...accepts[0], delete: {} }], refuses }, /asks get and delete/u],
      ["a case asks what is not declared", { accepts: [...accepts, { title: "t", delete: {} }], refuses }, /asks delete, which the plug-in does not declare/u],
      ["a case has no answer", { accepts: [{ title: "t", get: {} }], refuses }, /does not say what get answers/u],
      ["a later step is wrong", { accepts: [{ ...accepts[0], then: [{ get: {}, with: "nope" }] }], refuses }, /then: "nope"/u],
    ];
    for (const [title, cases, said] of table) it(`when ${title}`, async () => assert.match((await lazy(cases)).join("\n"), said));

    it("and says all that is wrong at once", async () => assert.equal((await lazy({ accepts: [], refuses: [] })).length, 2));
  });

  describe("fails a case", () => {
    it("when another answer comes, and shows both", async () => {
      const said = await problemOf(greeter, { title: "t", get: {}, answers: hello("Ada") });
      assert.equal(said, `The answer is another one.\n  expected:\n    <Hello xmlns="${ns}">Ada</Hello>\n  came:\n    <Hello xmlns="${ns}">world</Hello>`);
    });

    it("when it is refused, with the plug-in's words", async () => {
      assert.match(await problemOf(greeter, { title: "t", get: { selectors: { Colour: "red" } }, answers: "<a/>" }), /Get was refused\.[^]*invalid-selectors \(w:InvalidSelectors, UnexpectedSelectors, code 2150858843\), by the plug-in "hello"[^]*message: no Colour/u);
    });

    it("when it is not refused, or otherwise than said", async () => {
      assert.match(await problemOf(greeter, { title: "t", get: {}, with: "invalid-selectors" }), /Get was not refused/u);
      const get = { selectors: { Colour: "red" } };
      assert.match(await problemOf(greeter, { title: "t", get, with: "not-found" }), /another failure/u);
      assert.match(await problemOf(greeter, { title: "t", get, with: "invalid-selectors", detail: "insufficient" }), /another detail/u);
      assert.match(await problemOf(greeter, { title: "t", get, with: "invalid-selectors", message: /blue/u }), /another message/u);
      assert.match(await problemOf(greeter, { title: "t", get, with: "invalid-selectors", code: 5 }), /another code/u);
    });

    it("when the plug-in threw, which is no refusal, and shows the exception", async () => {
      const broken = plugin(["Get"], { get: () => { throw new TypeError("undefined is not a disk"); } });
      assert.match(await problemOf(broken, { title: "t", get: {}, with: "internal" }), /did not refuse, it failed[^]*undefined is not a disk[^]*plugin-tester\.test/u);
    });

    it("when the plug-in's answer cannot be carried by XML as it is", async () => {
      const bell = plugin(["Get"], { get: () => hello("ding\u0007") });
      assert.match(await problemOf(bell, { title: "t", get: {}, answers: hello("ding?") }), /not what the wire gives back/u);
      assert.match(await problemOf(greeter, { title: "t", get: {}, answers: hello("ding\u0007") }), /expects is not what the wire gives back/u);
      const bells = plugin(["Get", "Enumerate"], { get: () => hello(""), *enumerate() { yield hello("ding\u0007"); } });
      assert.match(await problemOf(bells, { title: "t", enumerate: {}, answers: [hello("ding?")] }, accepts), /not what the wire gives back/u);
    });

    it("when the plug-in never answers", async () => {
      const silent = plugin(["Get"], { get: () => new Promise(() => undefined) });
      assert.match(await problemOf(silent, { title: "t", get: {}, answers: "<a/>" }), /Get was not answered[^]*within 300 ms/u);
    });

    it("when the plug-in does not start", async () => {
      const ill = definePlugin({ declaration: { name: "ill", sdkVersion: 1, capabilities: ["Get"] }, startup: () => { throw new Error("no licence"); } });
      assert.match(await problemOf(ill, { title: "t", get: {}, answers: "<a/>" }), /does not start with this[^]*no licence/u);
    });
  });

  describe("finds what a plug-in leaves behind", () => {
    const timers: NodeJS.Timeout[] = [];
    after(() => timers.forEach(clearTimeout));
    const table: readonly (readonly [what: string, doing: () => unknown, said: RegExp])[] = [
      ["a timer", () => void timers.push(setTimeout(() => undefined, 60_000)), /a timer, made at .*plugin-tester\.test/u],
      ["a timer that does not keep the process alive", () => setInterval(() => undefined, 60_000).unref(), /a timer/u],
      ["a promise nobody settles", () => void new Promise(() => undefined), /a promise that is still pending/u],
      ["an asynchronous function that waits for ever", () => void (async () => { await new Promise(() => undefined); })(), /a promise that is still pending/u],
    ];
    for (const [what, doing, said] of table) {
      it(what, async () => {
        const untidy = plugin(["Get"], { get: () => { doing(); return hello("x"); } });
        assert.match(await problemOf(untidy, { title: "t", get: {}, answers: hello("x") }), said);
      });
    }

    it("a listening socket", async () => {
      const server = createServer();
      const untidy = plugin(["Get"], { get: () => new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(hello("x")))) });
      assert.match(await problemOf(untidy, { title: "t", get: {}, answers: hello("x") }), /a listening socket/u);
      await new Promise((resolve) => server.close(resolve));
    });

    it("a timer of the host's clock", async () => {
      const untidy = definePlugin({
        declaration: { name: "hello", sdkVersion: 1, capabilities: ["Get"] },
        startup: ({ clock }) => ({ get: () => { clock.after(1000, () => undefined); return hello("x"); } }),
      });
      assert.match(await problemOf(untidy, { title: "t", get: {}, answers: hello("x") }), /1 timer of context\.clock/u);
    });

    it("and nothing of one that puts its things away", async () => {
      const tidy = definePlugin({
        declaration: { name: "hello", sdkVersion: 1, capabilities: ["Get", "Enumerate"] },
        startup: async ({ clock }) => {
          await Promise.resolve();
          const timer = setInterval(() => undefined, 60_000);
          const server = createServer();
          await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
          return {
            get: async () => {
              const [waited] = await Promise.all([new Promise((resolve) => clock.after(1000, () => resolve("waited"))), new Promise((resolve) => setImmediate(resolve))]);
              return hello(String(waited));
            },
            async *enumerate() {
              try {
                yield hello("1");
                await Promise.resolve();
                yield hello("2");
              } finally {
                await Promise.resolve();
              }
            },
            shutdown: async () => {
              clearInterval(timer);
              await new Promise((resolve) => server.close(resolve));
            },
          };
        },
      });
      assert.equal(await problemOf(tidy, { title: "t", get: {}, advance: 1000, answers: hello("waited") }, [{ title: "u", enumerate: { maxElements: 1 }, answers: [hello("1"), hello("2")] }]), "");
    });
  });

  it("asks every operation, with what was given first and what holds afterwards", async () => {
    const stateful = definePlugin({
      declaration: { name: "shelf", sdkVersion: 1, capabilities: ["Get", "Put", "Create", "Delete", "Invoke", "Enumerate"] },
      startup: () => {
        const books = new Map<string, string>();
        const known = (id: string | undefined) => {
          if (id === undefined || !books.has(id)) throw failure("not-found", { message: `no ${id}` });
          return id;
        };
        const book = (id: string) => element(ns, "Book", { Id: id }, books.get(id) ?? "");
        return {
          get: ({ selectors }) => book(known(selectors.get("Id"))),
          put: ({ selectors, body }) => {
            const id = known(selectors.get("Id"));
            const renamed = body.element().attributes.find(({ name }) => name === "Id")?.value;
            if (renamed !== undefined && renamed !== id) return { renamed: { selectors: { Id: renamed } } };
            books.set(id, textOf(body.element()));
            return books.get(id) === "" ? undefined : book(id);
          },
          create: ({ body }) => {
            const id = String(books.size + 1);
            books.set(id, textOf(body.element()));
            return { selectors: { Id: id } };
          },
          delete: ({ selectors }) => void books.delete(known(selectors.get("Id"))),
          invoke: ({ method, body, options, sender }) => (method === "Nothing" ? undefined : element(ns, `${method}_OUTPUT`, body === undefined ? "" : "body", options.get("Loud")?.value ?? "", sender.senderName)),
          enumerate: ({ filter }) => Object.assign([...books.keys()].filter((id) => filter?.selectors === undefined || filter.selectors.get("Id") === id).map((id) => ({ object: book(id), epr: { selectors: { Id: id } } })), { totalItemsCountEstimate: books.size }),
        };
      },
    });
    const created = { create: { body: `<Book xmlns="${ns}">Emma</Book>` } };
    const emma = `<x:Book xmlns:x="${ns}" Id="1">Emma</x:Book>`;
    const outcomes = await new PluginTester(stateful, { users: { ada: {}, bob: {} }, resourceUri: "urn:example:shelf", xmlRenderingType: "XmlReader" }).outcomes({
      accepts: [
        { title: "creates", ...created, answers: { selectors: { Id: "1" } }, then: [{ get: { selectors: { Id: "1" } }, answers: emma }] },
        { title: "gets", given: [created], get: { selectors: { Id: "1" } }, answers: (answer) => assert.deepEqual(answer.children, ["Emma"]) },
        { title: "puts", given: [created], put: { selectors: { Id: "1" }, body: `<Book xmlns="${ns}">Sense</Book>` }, answers: element(ns, "Book", { Id: "1" }, "Sense") },
        { title: "puts nothing", given: [created], put: { selectors: { Id: "1" }, body: `<Book xmlns="${ns}"/>` } },
        { title: "renames", given: [created], put: { selectors: { Id: "1" }, body: `<Book xmlns="${ns}" Id="9">Sense</Book>` }, answers: { renamed: { selectors: { Id: "9" } } } },
        { title: "deletes", given: [created], delete: { selectors: { Id: "1" } }, then: [{ get: { selectors: { Id: "1" } }, with: "not-found" }] },
        { title: "invokes", invoke: { method: "Shout", body: "<In/>", options: { Loud: { value: "yes", mustComply: true } }, user: "bob" }, answers: `<Shout_OUTPUT xmlns="${ns}">bodyyesbob</Shout_OUTPUT>` },
        { title: "invokes for nothing", invoke: { method: "Nothing" } },
        { title: "enumerates objects", given: [created, created], enumerate: { maxElements: 1 }, answers: [emma, element(ns, "Book", { Id: "2" }, "Emma")], estimate: 2 },
        { title: "enumerates references", given: [created], enumerate: { mode: "epr" }, answers: [{ epr: { selectors: { Id: "1" } } }] },
        { title: "enumerates both, filtered", given: [created, created], enumerate: { mode: "objectAndEpr", filter: { selectors: { Id: "1" } } }, answers: [{ object: emma, epr: { selectors: { Id: "1" } } }] },
      ],
      refuses: [{ title: "nobody knows it", get: { selectors: { Id: "7" } }, with: "not-found", message: "no 7" }],
    });
    assert.deepEqual(outcomes.filter(({ problem }) => problem !== undefined), []);
  });
});
