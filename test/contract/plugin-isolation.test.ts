import { strict as assert } from "node:assert";
import { after, before, describe, it } from "node:test";
import { createXmlInput } from "../../src/apps/wsman/xml-input.js";
import { RequestOptions } from "../../src/apps/wsman/option-set.js";
import { RequestSelectors } from "../../src/apps/wsman/selector-set.js";
import { itemsOf, startIsolated, xmlOf, type CallParts, type IsolatedHost, type IsolationMode } from "../support/isolated-plugin.js";
import { testPlugin } from "../support/configured-host.js";
import { until } from "../support/until.js";

const modes: readonly IsolationMode[] = ["inProcess", "worker", "process"];
const body = "<p:In xmlns:p='urn:p' a='1'> text <p:B><![CDATA[<&]]></p:B><C/></p:In>";

/** A request with everything in it. */
const everything = (renderingType: "text" | "XmlReader"): CallParts => ({
  selectors: [{ name: "Name", value: "a" }, { name: "do", value: "tell" }],
  more: {
    options: new RequestOptions([{ name: "Level", value: undefined, mustComply: true, type: "xs:int" }, { name: "b", value: "2", mustComply: false, type: undefined }], true),
    selectors: new RequestSelectors([{ name: "Name", value: "a" }, { name: "do", value: "tell" }, { name: "Ref", value: { address: "urn:a", resourceUri: "urn:r", selectors: [{ name: "Inner", value: "deep" }] } }]),
    fragment: { path: "a/b", dialect: "urn:xpath" }, method: "Do",
    sender: { senderName: "alice", authenticationMechanism: "ClientCertificate", isAdministrator: true, httpUrl: "http://h/wsman", environment: new Map([["A", "1"]]), certificateDetails: { subject: "s", issuerName: "i", issuerThumbprint: "AB", subjectName: "n" } },
    body: createXmlInput({ text: () => body }, renderingType),
    filter: { dialect: "urn:selectors", text: "", selectors: new RequestSelectors([{ name: "a", value: "of the filter" }]) },
  },
});

/** What the plug-in in the host's own thread does is what the others have to do. */
const expected = new Map<string, unknown>();

for (const mode of modes) {
  describe(`a plug-in, ${mode}`, () => {
    let plugin: IsolatedHost;
    before(async () => {
      plugin = await startIsolated(testPlugin("contract-plugin"), mode, { parameters: [["Greeting", "hello"]] });
      assert.deepEqual(plugin.problems, []);
    });
    after(() => plugin.stop());

    /** The same in every mode; the first says what. */
    const same = (name: string, value: unknown): void => {
      if (mode === "inProcess") expected.set(name, value);
      assert.deepEqual(value, expected.get(name), name);
    };
    const get = async (what: string): Promise<string> => {
      const answer = await plugin.call("Get", { what });
      return answer.kind === "answered" ? xmlOf(answer.value) : JSON.stringify({ ...answer, errorId: undefined });
    };

    it("is loaded where it is configured to be", () => {
      assert.equal(plugin.host.plugins()[0]!.state, "serving");
    });

    it("is told the same of its start", async () => {
      const text = await get("started");
      assert.match(text, /"greeting":"hello"/u);
      same("started", text.replace(/wsmanor-isolated-\w+/u, ""));
    });

    for (const renderingType of ["text", "XmlReader"] as const) {
      it(`is told the same of a request, body as ${renderingType}`, async () => {
        for (const capability of ["Get", "Put", "Invoke"] as const) {
          const answer = await plugin.call(capability, everything(renderingType));
          assert.equal(answer.kind, "answered");
          const text = xmlOf(answer.kind === "answered" ? (answer.value as string) : undefined);
          assert.match(text, /of the filter/u);
          assert.match(text, /\[130000|130000\]/u);
          same(`${capability} ${renderingType}`, text);
        }
      });
    }

    it("answers the same in every form that XML can have", async () => {
      for (const what of ["", "reader", "text"]) same(`answer ${what}`, await get(what));
      same("nothing", await plugin.call("Put", { what: "nothing" }));
      same("renamed", await plugin.call("Put", { what: "rename" }));
      same("created", await plugin.call("Create", {}));
      same("deleted", await plugin.call("Delete", {}));
      same("invoked", await plugin.call("Invoke", { more: { method: "Do", body: undefined } }));
      assert.match(await get("reader"), /x &amp; y/u);
    });

    it("refuses the same", async () => {
      const answer = await plugin.call("Get", { what: "refuse" });
      assert.equal(answer.kind, "refused");
      if (answer.kind !== "refused") return;
      same("refusal", { ...answer.refusal, extended: xmlOf(answer.refusal.extended) });
      assert.match(xmlOf(answer.refusal.extended), /a&lt;b/u);
      same("refused delete", await plugin.call("Delete", { what: "refuse" }));
      same("refused enumeration", await plugin.enumerate({ what: "refuse" }));
    });

    it("fails the same: the reason for the log, with the plug-in's own stack", async () => {
      for (const what of ["throw", "throw text", "nonsense"]) same(`failure ${what}`, await get(what));
      assert.match(await get("throw"), /"failed".*TypeError: broken inside/u);
      const line = plugin.log.lines.findLast(({ message }) => message.includes("broken inside"))!;
      assert.match(String(line.fields["stack"]), /contract-plugin/u);
      assert.match(await get("no xml"), mode === "inProcess" ? /^no XML/u : /"failed".*cannot be written/u);
    });

    it("is told when nobody waits any more, and why", async () => {
      const before = (await get("events")).length;
      assert.deepEqual(await plugin.call("Get", { what: "wait", timeout: 20 }), { kind: "timedOut" });
      let gone: () => void = () => undefined;
      const waiting = plugin.call("Get", { what: "wait", onGone: (run) => ((gone = run), () => undefined) });
      setTimeout(() => gone(), 5);
      assert.deepEqual(await waiting, { kind: "cancelled", reason: "client-gone" });
      for (let text = ""; text.length <= before + 20; ) text = await get("events");
      same("events", await get("events"));
      assert.match(await get("events"), /get:timed-out.*get:client-gone/u);
    });

    it("keeps documents, and is told what is wrong with a name", async () => {
      const text = await get("store");
      assert.match(text, /\["kept ✓",true,"(?!done)/u);
      same("stored", text);
    });

    it("sees the running host", async () => {
      await get("host");
      const text = await get("host");
      assert.match(text, /\["vendor",7,0,\[\["Contract","serving"\]\]\]/u);
      same("host", text);
    });

    it("changes the configuration, where the operator gave it that, and nowhere else", async () => {
      assert.match(await get("edit"), /may not/u);
      const asked: unknown[] = [];
      const editor = await startIsolated(testPlugin("contract-plugin"), mode, {
        editing: {
          edit: async (changes) => {
            asked.push(changes);
            if (changes[0]?.kind === "remove-plugin") throw new Error("the disk is gone");
            return changes.length === 0 ? { kind: "unchanged" } : { kind: "refused", diagnostics: [{ severity: "error", rule: "r", message: "no", place: { file: "f", line: 1, column: 2 } }] };
          },
        },
      });
      const answer = await editor.call("Get", { what: "edit" });
      const text = answer.kind === "answered" ? xmlOf(answer.value) : JSON.stringify(answer);
      assert.match(text, /"refused".*"unchanged".*the disk is gone/u);
      same("edited", [text, asked]);
      await editor.stop();
    });

    it("is told the same of filters and of what the host needs for them, and matches them the same", async () => {
      const selectorFilter = { dialect: "urn:selectors", text: "", selectors: new RequestSelectors([{ name: "Name", value: "2" }]) };
      const foreign = { dialect: "http://schemas.microsoft.com/wbem/wsman/1/WQL", text: "select Name from Disk where Name = '2'", selectors: undefined };
      const query = { className: "Disk", properties: ["Name"], equals: new Map([["Name", "2"]]) };
      for (const [name, filter] of [["none", undefined], ["selectors", selectorFilter], ["foreign", foreign]] as const) {
        for (const what of ["told filter", "filter"]) {
          const answer = await plugin.enumerate({ what, more: { filter, query } });
          const { items, end } = await itemsOf(answer);
          same(`${what} ${name}`, [answer.kind, items.map(({ object }) => xmlOf(object)), { ...end, errorId: undefined }]);
          if (what === "filter") assert.equal(items.length, { none: 3, selectors: 1, foreign: 0 }[name]);
          if (what === "filter" && name === "foreign") assert.match(JSON.stringify(answer), /cannot-process-filter/u);
          if (what === "told filter") assert.match(xmlOf(items[0]!.object), /"Disk",\["Name"\],\[\["Name","2"\]\]/u);
        }
      }
    });

    it("logs under its own name, whatever it says", async () => {
      await get("say");
      assert.deepEqual(plugin.log.lines.find(({ message }) => message === "said"), { level: "warn", message: "said", fields: { plugin: "Contract", number: 1 } });
      assert.ok(plugin.log.has("it starts"));
    });

    it("gives items, all of them, in order, with their references and their number", async () => {
      for (const number of [0, 1, 63, 64, 65, 500]) {
        for (const what of ["list", "references", "generator", "slow"]) {
          if (what === "slow" && number > 1) continue;
          const answer = await plugin.enumerate({ what, selectors: [{ name: "number", value: String(number) }] });
          assert.equal(answer.kind, "answered");
          if (answer.kind === "answered") same(`estimate ${what} ${number}`, answer.value.totalItemsCountEstimate);
          const { items, end } = await itemsOf(answer);
          assert.deepEqual(items.map(({ object }) => xmlOf(object)), Array.from({ length: number }, (_, at) => `<Item xmlns="urn:c">${at}</Item>`));
          if (what === "references" && number > 0) assert.deepEqual(items[0]!.epr, { selectors: [["Name", "0"]], resourceUri: undefined });
          assert.deepEqual(end, { kind: "answered", value: undefined });
          if (answer.kind === "answered") answer.value.close("released");
        }
      }
    });

    it("is not asked for more than is needed: what is without end stays so", async () => {
      const answer = await plugin.enumerate({ what: "endless", selectors: [{ name: "number", value: "1e9" }] });
      const { items } = await itemsOf(answer, 10);
      assert.equal(items.length, 10);
      const given = [...(await get("events")).matchAll(/gives (\d+)/gu)].map(([, at]) => Number(at)).at(-1)!;
      assert.ok(given < 10 + 64, `${given} were taken ahead`);
      if (answer.kind === "answered") answer.value.close("released");
      while ((await get("events")).includes('"endless"'));
      assert.match(await get("events"), /enumerate:released/u);
    });

    it("gives what came before a trouble, then the trouble", async () => {
      for (const [what, kind] of [["then throw", "failed"], ["then refuse", "refused"]] as const) {
        const { items, end } = await itemsOf(await plugin.enumerate({ what, selectors: [{ name: "number", value: "3" }] }));
        assert.deepEqual([items.length, end?.kind], [3, kind]);
        same(what, { ...end, errorId: undefined });
      }
    });

    it("gives at once what it has, while the next item is not there", { timeout: 20_000 }, async () => {
      const answer = await plugin.enumerate({ what: "then wait", selectors: [{ name: "number", value: "3" }] });
      const { items } = await itemsOf(answer, 3);
      assert.equal(items.length, 3);
      if (answer.kind === "answered") answer.value.close("released");
    });

    it("answers many at once, each its own", async () => {
      const answers = await Promise.all(Array.from({ length: 200 }, (_, at) => plugin.call("Get", { what: "tell", selectors: [{ name: "Name", value: String(at) }] })));
      answers.forEach((answer, at) => assert.ok(answer.kind === "answered" && xmlOf(answer.value).includes(`[2,"${at}"`), String(at)));
    });

    it("ends with its shutdown, told the reason", async () => {
      const other = await startIsolated(testPlugin("contract-plugin"), mode);
      await other.stop();
      assert.ok(other.log.has("it ends: service"));
      assert.equal(other.host.plugins()[0]!.state, "stopped");
      assert.deepEqual(other.log.lines.filter(({ level }) => level === "error"), []);
    });

    if (mode !== "inProcess") {
      it("goes on when something of it throws where nobody waits", async () => {
        await get("stray");
        await until(() => plugin.log.has("thrown by a timer") && plugin.log.has("rejected for nobody"));
        const line = plugin.log.lines.find(({ message }) => message.includes("thrown by a timer"))!;
        assert.equal(line.message, 'an exception that nobody caught, in the code of plug-in "Contract"; the plug-in goes on: Error: thrown by a timer');
        assert.equal(await get(""), "<ok/>");
      });
    }
  });
}
