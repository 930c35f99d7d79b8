import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { Farm } from "../../../../src/apps/wsman/farm.js";
import { definePlugin } from "../../../../src/sdk/define-plugin.js";
import { element } from "../../../../src/sdk/element.js";
import { newId } from "../../../../src/host/new-id.js";
import { AppHarness, contextOf, enumerate, pull, release, type Answer } from "./app-harness.js";
import { ScriptedShells, ShellHarness } from "./shell-harness.js";

const nodes = ["n1", "n2", "n3"];
const member = (node: string, known: readonly string[] = nodes): Farm => new Farm({ node, nodes: known }, "/wsman");
const shellsOf = (node: string, known?: readonly string[]): Promise<ShellHarness> => ShellHarness.start(new ScriptedShells(), { farm: member(node, known) });
const itemsOf = (node: string): Promise<AppHarness> => AppHarness.start({
  farm: member(node),
  plugin: definePlugin({ declaration: { name: "lister", sdkVersion: 1, capabilities: ["Enumerate"] }, operations: { enumerate: () => [element("", "i", "a"), element("", "i", "b")] } }),
});
const cookieOf = ({ response }: Answer): string | undefined => response.headers.find(([name]) => name === "Set-Cookie")?.[1];
const sending = (cookie: string) => ({ headers: { cookie } });

describe("the cookie MS-WSMAN", () => {
  it("is set for those who have authenticated and do not send it", async () => {
    const { app } = await shellsOf("n1");
    const answer = (headers: Readonly<Record<string, string>>, more = {}) => app.send(enumerate(), { headers, ...more });
    assert.equal(cookieOf(await answer({})), "MS-WSMAN=n1; Path=/wsman; HttpOnly; SameSite=Strict");
    assert.equal(cookieOf(await answer({ cookie: "a=b; MS-WSMAN=n2" })), "MS-WSMAN=n1; Path=/wsman; HttpOnly; SameSite=Strict");
    assert.equal(cookieOf(await answer({ cookie: "a=b; MS-WSMAN=n1" })), undefined);
    assert.equal(cookieOf(await answer({}, { user: undefined })), undefined);
  });

  it("is Secure over TLS, and has the path that the client knows", () => {
    const { context } = contextOf("", {});
    const request = { ...context.request, pathPrefix: "/manor", connection: { ...context.request.connection, secure: true } };
    assert.deepEqual(member("n1").mark({ ...context, request }, { status: 200, headers: [] }).headers, [["Set-Cookie", "MS-WSMAN=n1; Path=/manor/wsman; HttpOnly; SameSite=Strict; Secure"]]);
  });

  it("is never set by a host that is alone", async () => {
    const { app } = await ShellHarness.start(new ScriptedShells());
    assert.equal(cookieOf(await app.send(enumerate())), undefined);
  });
});

describe("a request that reaches the wrong node", () => {
  it("for a shell with an id of the host's is told which one has it, by the id alone", async () => {
    const [one, two] = [await shellsOf("n1"), await shellsOf("n2")];
    const shell = await one.open();
    assert.match(shell, /^[\dA-F]{8}-[\dA-F]{4}-8[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}$/u);
    for (const answer of [await two.command(shell, "a"), await two.delete(shell)]) {
      answer.fault("w:InvalidSelectors", { code: 2_150_858_843, detail: "UnexpectedSelectors" });
      assert.match(answer.text, /it is on the node n1 of this farm, and this is n2 \(the cookie MS-WSMAN=n1 leads there\)/u);
    }
    (await one.delete(shell)).ok();
    const again = (await one.delete(shell)).fault("w:InvalidSelectors");
    assert.doesNotMatch(again.text, /this farm/u);
  });

  it("for a shell with an id of the client's own is told by its cookie", async () => {
    const [one, two] = [await shellsOf("n1"), await shellsOf("n2")];
    const shell = await one.open({ attributes: ' ShellId="11111111-AAAA-4BBB-8CCC-000000000001"' });
    assert.equal(shell, "11111111-AAAA-4BBB-8CCC-000000000001");
    assert.match((await two.command(shell, "a", sending("MS-WSMAN=n1"))).fault("w:InvalidSelectors").text, /it is on the node n1 of this farm/u);
    for (const cookie of ["MS-WSMAN=n2", "MS-WSMAN=n9", "MS-WSMAN=<n1>", "x=MS-WSMAN=n1", "ms-wsman=n1", ""]) {
      assert.doesNotMatch((await two.command(shell, "a", sending(cookie))).fault("w:InvalidSelectors").text, /this farm/u, cookie);
    }
  });

  it("where the nodes are not listed is told what is known", async () => {
    const [one, two] = [await shellsOf("n1", []), await shellsOf("n2", [])];
    const shell = await one.open();
    assert.match((await two.delete(shell)).text, /it is on another node of this farm, and this is n2/u);
    assert.match((await two.delete(shell, sending("MS-WSMAN=n1"))).text, /it is on the node n1/u);
  });

  it("for an enumeration is told so in the fault of an unknown context, for every context of it", async () => {
    const [one, two] = [await itemsOf("n1"), await itemsOf("n2")];
    const first = (await one.send(enumerate())).ok().context;
    assert.match(first!, /^uuid:/u);
    for (const message of [pull(first, 1), release(first)]) {
      const answer = (await two.send(message)).fault("n:InvalidEnumerationContext", { code: 2_150_858_779 });
      assert.match(answer.text, /There is no such enumeration here: it is on the node n1 of this farm, and this is n2/u);
    }
    const second = (await one.send(pull(first, 1))).ok().context;
    assert.notEqual(second, first);
    assert.match((await two.send(pull(second, 1))).text, /it is on the node n1/u);
    (await one.send(pull(second, 1))).ok();
    assert.doesNotMatch((await one.send(pull(second, 1))).fault("n:InvalidEnumerationContext").text, /this farm/u);
  });
});

describe("ids that tell their node", () => {
  const { context } = contextOf("", {});
  it("are GUIDs, different ones, and tell it on every other node and not on their own", () => {
    const ids = new Set(Array.from({ length: 2000 }, () => member("n1").sign(newId())));
    assert.equal(ids.size, 2000);
    for (const id of ids) {
      assert.equal(member("N1").whereIs(id, context), undefined, "case of a node's name is no matter");
      assert.match(member("n3").whereIs(id.toLowerCase(), context)!, /the node n1 /u);
    }
  });

  it("any other text tells nothing, and no text is too odd", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (id) => assert.equal(member("n1").whereIs(id, context), undefined)));
    assert.equal(member("n1").whereIs("11111111-AAAA-8BBB-8CCC-000000000001", context), undefined, "a GUID of version 8 by somebody else");
    fc.assert(fc.property(fc.string({ unit: "binary" }), (cookie) => {
      const request = contextOf("", { headers: { cookie } }).context;
      member("n1").whereIs("x", request);
      assert.equal(member("n1").mark(request, { status: 200, headers: [] }).headers.length, 1);
    }));
  });
});
