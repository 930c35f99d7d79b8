import { strict as assert } from "node:assert";
import { after, before, describe, it } from "node:test";
import { createXmlInput } from "../../src/apps/wsman/xml-input.js";
import type { PluginAnswer } from "../../src/plugin-host/plugin-answer.js";
import { requestOf, startIsolated, xmlOf, type IsolatedHost, type IsolationMode } from "../support/isolated-plugin.js";
import { testPlugin } from "../support/configured-host.js";
import { begin, finish, open, tryOpen, tryRun } from "../support/shell-client.js";
import { until } from "../support/until.js";

const modes: readonly IsolationMode[] = ["inProcess", "worker", "process"];
const xml = "<p:In xmlns:p='urn:p' a='1'> text <p:B><![CDATA[<&]]></p:B></p:In>";
const context = { timeout: 20_000 };
const ctrlC = { kind: "ctrl-c", code: "urn:ctrl_c" } as const;

/** What the plug-in in the host's own thread does is what the others have to do. */
const expected = new Map<string, unknown>();
/** An id is another each time. */
const told = (answer: PluginAnswer<unknown>): unknown => JSON.parse(JSON.stringify({ ...answer, errorId: undefined }).replaceAll(/id [0-9A-F-]{36}/gu, "id …"));

for (const mode of modes) {
  describe(`a plug-in with shells, ${mode}`, () => {
    let plugin: IsolatedHost;
    before(async () => {
      plugin = await startIsolated(testPlugin("contract-shells"), mode, { capabilities: ["Shell"], shutdownTimeout: 300 });
      assert.deepEqual(plugin.problems, []);
    });
    after(() => plugin.stop());

    /** The same in every mode; the first says what. */
    const same = (name: string, value: unknown): void => {
      if (mode === "inProcess") expected.set(name, value);
      assert.deepEqual(value, expected.get(name), name);
    };
    /** What the plug-in was told since it was asked last. */
    const events = async (): Promise<readonly string[]> => {
      const { shell } = await open(plugin);
      const { text } = await finish(shell, "events");
      await shell.close("deleted");
      return (JSON.parse(text) as string[]).filter((event, at) => !(event === "shell closed: deleted" && at === 0));
    };
    const sameEvents = async (name: string): Promise<readonly string[]> => {
      const all = await events();
      same(`events of ${name}`, all);
      return all;
    };
    const lastLine = (pattern: RegExp): string | undefined => plugin.log.lines.findLast(({ message }) => pattern.test(message))?.message;

    it("is told the same of a shell and of a command", async () => {
      for (const renderingType of ["text", "XmlReader"] as const) {
        const { shell } = await open(plugin, { more: { creation: createXmlInput({ text: () => xml }, renderingType) } });
        const opened = (await finish(shell, "opened")).text;
        assert.match(opened, /"B","2".*"A","1 ✓".*"\/tmp",\["stdin"\],\["stdout","stderr"\]/u);
        same(`opened ${renderingType}`, opened);
        same("command", (await finish(shell, "tell", "a b", "", "ü")).text);
        await shell.close("deleted");
      }
      await events();
    });

    it("writes the same, to its own streams and until each ends", async () => {
      const { shell } = await open(plugin);
      const both = await finish(shell, "both");
      same("both", [both.text, both.octets("stderr").toString("hex"), both.ended, both.result]);
      assert.deepEqual([both.text, both.octets("stderr"), both.ended, both.result], ["out ✓\n", Buffer.from([0, 255, 10, ...Buffer.from("still")]), ["stdout"], 7]);
      const reused = await finish(shell, "reuse");
      assert.deepEqual([reused.text, reused.result], ["first.xx", 0xffff_ffff]);
      await shell.close("deleted");
      assert.match((await sameEvents("both")).join(" "), /\[true,true,true,true,false,true,false\]/u);
    });

    for (const [count, size] of [[5000, 1], [300, 1000], [40, 70_000]] as const) {
      it(`writes ${count} pieces of ${size} octets, none lost and all in order`, async () => {
        const { shell } = await open(plugin);
        const { command, sink } = await begin(shell, ["pieces", String(count), String(size)], { isEager: false });
        let read = 0;
        while (!sink.isOver || sink.waiting > 0) {
          const pieces = sink.octets("stdout");
          for (let at = 0; at < pieces.length; at += Math.max(1, size >> 2)) assert.ok(pieces[at]! < 251);
          read += sink.read();
          await new Promise((resolve) => setImmediate(resolve));
        }
        assert.deepEqual([read, sink.result], [count * size, 0]);
        await command.close("done");
        await shell.close("deleted");
      });
    }

    it("writes the very octets", async () => {
      const { shell } = await open(plugin);
      const sink = await finish(shell, "pieces", "500", "77");
      const pieces = Array.from({ length: 500 }, (_, at) => at);
      for (const stream of ["stdout", "stderr"]) {
        assert.ok(sink.octets(stream).equals(Buffer.concat(pieces.filter((at) => (at % 7 === 6) === (stream === "stderr")).map((at) => Buffer.alloc(77, at % 251)))), stream);
      }
      assert.ok((await finish(shell, "large", "3000001")).octets("stdout").equals(Buffer.alloc(3_000_001, "0123456789")));
      await shell.close("deleted");
      await events();
    });

    it("is held back by a client that does not read, and told when nobody will", async () => {
      const { shell } = await open(plugin);
      const { command, sink } = await begin(shell, ["pump"], { isEager: false });
      let before = -1;
      // Two looks in a row that find as much: it waits.
      await until(() => {
        const isStill = sink.came === before && sink.came > 0;
        before = sink.came;
        return isStill;
      });
      assert.ok(sink.came < 1024 * 1024, `${sink.came} octets came`);
      sink.read();
      await until(() => sink.came > before);
      sink.close();
      await command.close("terminated");
      await shell.close("deleted");
      assert.match((await sameEvents("pump")).join(" "), /pump was told to stop: true/u);
    });

    it("keeps in one piece what is to stay so", async () => {
      const { shell } = await open(plugin);
      const { wholes } = await finish(shell, "whole");
      assert.deepEqual(wholes.filter(({ isWhole }) => isWhole).map(({ octets }) => octets), [1, 10, 200_000, 3, 3, 3]);
      assert.equal(wholes.filter(({ isWhole }) => !isWhole).reduce((sum, { octets }) => sum + octets, 0), "betweentrap".length);
      await shell.close("deleted");
      await events();
    });

    it("need not wait: what it wrote is kept, in order, with the end behind it", async () => {
      const { shell } = await open(plugin);
      const { command, sink } = await begin(shell, ["impatient", "200", "32768"], { isEager: false });
      let read = 0;
      while (!sink.isOver || sink.waiting > 0) {
        read += sink.read();
        await new Promise((resolve) => setImmediate(resolve));
      }
      assert.deepEqual([read, sink.result, sink.ended], [200 * 32_768, 0, ["stdout"]]);
      await command.close("done");
      await shell.close("deleted");
      await events();
    });

    it("takes input, signals and clients that connect", async () => {
      const { shell } = await open(plugin);
      const { command, sink } = await begin(shell, ["cat"]);
      assert.deepEqual([command.takesInput, command.takesSignals, command.canConnect], [true, true, true]);
      assert.deepEqual(await command.send({ stream: "stdin", data: new TextEncoder().encode("one ✓ "), isLast: false }, context), { kind: "answered", value: undefined });
      assert.deepEqual(await command.signal(ctrlC, context), { kind: "answered", value: undefined });
      const refused = await command.signal({ kind: undefined, code: "urn:own" }, context);
      assert.equal(refused.kind, "refused");
      same("refused signal", told(refused));
      const connected = await command.connect({ ...requestOf({}), connection: createXmlInput({ text: () => xml }, "text") }, context);
      same("connected", connected.kind === "answered" ? xmlOf(connected.value) : connected);
      await command.send({ stream: "stdin", data: new Uint8Array(0), isLast: false }, context);
      await command.send({ stream: "stdin", data: new Uint8Array(Buffer.alloc(300_000, "ab")), isLast: true }, context);
      await until(() => sink.isOver);
      assert.equal(sink.text, `one ✓ ${"ab".repeat(150_000)}`);
      await command.close("done");
      assert.deepEqual(await command.send({ stream: "stdin", data: new Uint8Array(1), isLast: false }, context), { kind: "cancelled", reason: "released" });
      await shell.close("idle");
      const all = await sameEvents("cat");
      assert.deepEqual(all.slice(-2), ["command closed: done", "shell closed: idle"]);
      assert.ok(all.includes("stdin Uint8Array 8 false"));
    });

    it("has shells that write, take input and say what they are", async () => {
      const { shell, sink } = await open(plugin, { name: "own" });
      assert.deepEqual([shell.processId, shell.hasOutput, shell.takesInput, shell.takesSignals, shell.canConnect], [4711, true, true, true, true]);
      await shell.send({ stream: "stdin", data: Buffer.from("to the shell"), isLast: false }, context);
      await shell.signal({ kind: "ctrl-break", code: "urn:b" }, context);
      assert.equal(sink.text, "to the shell");
      assert.deepEqual(await shell.connect({ ...requestOf({}), connection: undefined }, context), { kind: "answered", value: undefined });
      assert.deepEqual([shell.profileLoaded, await shell.usage(context)], [true, { kind: "answered", value: { memory: 5_000_000_000, childProcesses: 2 } }]);
      await shell.close("lifetime");
      await sameEvents("own");
      const { shell: plain } = await open(plugin);
      assert.deepEqual([plain.processId, plain.hasOutput, plain.takesInput, plain.takesSignals, plain.canConnect], [undefined, false, false, false, false]);
      await plain.close("deleted");
      const { shell: ending, sink: ended } = await open(plugin, { name: "ends" });
      await ending.send({ stream: "stdin", data: new Uint8Array(1), isLast: false }, context);
      await until(() => ended.isOver);
      same("end of a shell", [ended.text, ended.result]);
      assert.match(JSON.stringify(ended.result), /endpoint-unavailable.*what stood behind it is gone/u);
      same("usage that throws", told(await ending.usage(context)));
      await ending.close("deleted");
      const { shell: wrong } = await open(plugin, { name: "wrong usage" });
      same("wrong usage", told(await wrong.usage(context)));
      await wrong.close("deleted");
      const { shell: growing } = await open(plugin, { name: "grows" });
      assert.equal(growing.processId, undefined);
      await finish(growing, "tell");
      assert.equal(growing.processId, 99);
      await growing.close("deleted");
      await events();
    });

    it("refuses, fails and answers nonsense the same", async () => {
      for (const name of ["refused", "broken", "nonsense", "no close"]) {
        const { answer } = await tryOpen(plugin, { name });
        assert.notEqual(answer.kind, "answered", name);
        same(`shell ${name}`, told(answer));
      }
      const { shell } = await open(plugin);
      for (const name of ["refuse", "throw", "no command"]) {
        const { answer } = await tryRun(shell, [name]);
        assert.notEqual(answer.kind, "answered", name);
        same(`command ${name}`, answer.kind === "refused" ? { ...answer.refusal, extended: xmlOf(answer.refusal.extended) } : told(answer));
      }
      for (const name of ["fail", "wrong exit", "wrong result"]) {
        const { result } = await finish(shell, name);
        assert.equal(typeof result, "object", name);
        same(`result ${name}`, told({ kind: "refused", refusal: result as never }));
      }
      assert.match(lastLine(/the end of a command/u)!, /gave an exit code that is no unsigned number of 32 bits$/u);
      assert.equal((await finish(shell, "wrong output")).result, 0);
      assert.equal(plugin.log.lines.filter(({ message }) => message.includes("gave output that is neither octets nor text")).length, 3);
      assert.match(lastLine(/neither octets nor text/u)!, /^plug-in "Contract" failed in the output of a command after the client had its answer/u);
      await shell.close("deleted");
      await sameEvents("nonsense");
    });

    it("is told when nobody waits any more, and why; what comes too late is closed", async () => {
      assert.deepEqual((await tryOpen(plugin, { name: "late", timeout: 30 })).answer, { kind: "timedOut" });
      assert.deepEqual((await tryOpen(plugin, { name: "never", timeout: 30 })).answer, { kind: "timedOut" });
      const { shell } = await open(plugin);
      let gone: () => void = () => undefined;
      const waiting = tryRun(shell, ["late"], { onGone: (run) => ((gone = run), () => undefined) });
      setTimeout(() => gone(), 5);
      assert.deepEqual((await waiting).answer, { kind: "cancelled", reason: "client-gone" });
      await shell.close("deleted");
      let all: readonly string[] = [];
      await until(() => plugin.host.plugins()[0]!.state === "serving");
      while (all.filter((event) => event.includes("closed")).length < 3) all = [...all, ...(await events())];
      for (const event of ["open aborted: timed-out", "run aborted: client-gone", "command closed: deleted", "shell closed: deleted"]) assert.ok(all.includes(event), event);
    });

    it("harms nobody when it throws in everything", async () => {
      const { shell } = await open(plugin, { name: "hostile" });
      assert.deepEqual([shell.processId, shell.hasOutput, shell.takesInput], [undefined, false, false]);
      same("hostile command", told((await tryRun(shell, ["tell"])).answer));
      await shell.close("deleted");
      assert.match(lastLine(/closing a shell/u)!, /failed in closing a shell after the client had its answer: Error: no close$/u);
      const { shell: other } = await open(plugin);
      const { command } = await begin(other, ["throws in send"]);
      same("hostile send", told(await command.send({ stream: "stdin", data: new Uint8Array(1), isLast: false }, context)));
      same("hostile signal", told(await command.signal(ctrlC, context)));
      same("hostile connect", told(await command.connect({ ...requestOf({}), connection: undefined }, context)));
      await command.close("deleted");
      const { command: wrong } = await begin(other, ["no xml"]);
      assert.match(JSON.stringify(await wrong.connect({ ...requestOf({}), connection: undefined }, context)), /gave number where XML is expected/u);
      await wrong.close("deleted");
      await other.close("deleted");
      await events();
    });

    it("is given up when it never answers", async () => {
      const { shell } = await open(plugin);
      const { command } = await begin(shell, ["never answers"]);
      const soon = { timeout: 20 };
      for (const answer of [command.send({ stream: "stdin", data: new Uint8Array(1), isLast: false }, soon), command.signal(ctrlC, soon), command.connect({ ...requestOf({}), connection: undefined }, soon)]) {
        assert.deepEqual(await answer, { kind: "timedOut" });
      }
      await command.close("deleted");
      assert.match(lastLine(/closing a command/u)!, /has not ended after 300 ms and was given up$/u);
      await shell.close("deleted");
      await events();
    });

    it("waits with its shutdown for shells that are being closed, and is told the reason", async () => {
      const other = await startIsolated(testPlugin("contract-shells"), mode, { capabilities: ["Shell"] });
      const { shell } = await open(other);
      await begin(shell, ["wait"]);
      const { shell: forgotten } = await open(other);
      await forgotten.close("deleted");
      await other.stop();
      const line = other.log.lines.find(({ message }) => message.startsWith("it ends"))!.message;
      assert.match(line, /^it ends: service; .*"shell closed: shutdown"\]$/u);
      assert.deepEqual(other.log.lines.filter(({ level }) => level === "error" || level === "warn"), []);
    });
  });
}
