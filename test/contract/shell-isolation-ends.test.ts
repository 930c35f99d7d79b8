import { strict as assert } from "node:assert";
import { describe, it } from "node:test";
import type { PluginAnswer, PluginRefusal } from "../../src/plugin-host/plugin-answer.js";
import type { IsolationSettings } from "../../src/plugin-host/isolation/isolation-settings.js";
import { startIsolated, type IsolatedHost } from "../support/isolated-plugin.js";
import { testPlugin } from "../support/configured-host.js";
import { settledHeap } from "../support/settled-heap.js";
import { begin, finish, open, tryRun, type ReadSink } from "../support/shell-client.js";
import { until } from "../support/until.js";

const megabyte = 1024 * 1024;
const turns = 500;
const failed = /^The plug-in "Contract" failed\. The host's log has the reason under the id ([0-9A-F-]{36})\.$/u;

const reasonOf = (answer: PluginAnswer<unknown>): string => (answer.kind === "failed" || answer.kind === "unavailable" ? answer.reason : answer.kind);

/** @returns the id under which the log has the reason */
async function failureOf(told: () => number | PluginRefusal | undefined): Promise<string> {
  await until(() => told() !== undefined);
  const refusal = told();
  assert.ok(typeof refusal === "object", JSON.stringify(refusal));
  // Without a code of its own it is Windows' one for a plug-in that failed.
  assert.deepEqual([refusal.kind, refusal.code], ["internal", undefined]);
  return failed.exec(refusal.message)![1]!;
}

interface Ending {
  readonly words: readonly string[];
  readonly isolation?: Partial<IsolationSettings>;
  readonly log: RegExp;
}

const endings: Readonly<Record<string, Ending>> = {
  "exits": { words: ["exit"], log: /(?:thread|process) ended itself with exit code 9/u },
  "blocks while nobody asks it anything": { words: ["block"], isolation: { hangTimeoutMs: 300 }, log: /was ended: its code has kept it busy for \d\.\d s without a pause/u },
  "floods without waiting": { words: ["flood"], isolation: { memoryLimit: 160 * megabyte }, log: /was ended: it has \d+ MB of memory; its limit is 160 MB|ran out of memory/u },
};

for (const mode of ["worker", "process"] as const) {
  describe(`the end of an isolated plug-in with shells, ${mode}`, () => {
    const start = (isolation: Partial<IsolationSettings> = {}): Promise<IsolatedHost> => startIsolated(testPlugin("contract-shells"), mode, { capabilities: ["Shell"], isolation });

    for (const [how, { words, isolation, log }] of Object.entries(endings)) {
      it(`one that ${how}: its shells and commands end with a failure that names it, and the next shell starts it anew`, async () => {
        const plugin = await start(isolation);
        const { shell, sink: own } = await open(plugin, { name: "own", isEager: false });
        const { shell: other } = await open(plugin);
        const { command: over, sink: done } = await begin(other, ["tell"]);
        await until(() => done.isOver);
        await over.close("done");
        const { command: cat, sink: input } = await begin(other, ["cat"]);
        const waiting: ReadSink[] = [input];
        for (let count = 0; count < 2; count++) waiting.push((await begin(other, ["wait"])).sink);
        const last = await begin(shell, words, { isEager: false });
        const id = await failureOf(() => last.sink.result);
        for (const sink of waiting) assert.equal(await failureOf(() => sink.result), id);
        assert.equal(await failureOf(() => own.result), id);
        assert.ok(last.sink.came < megabyte, `${last.sink.came} octets came`);
        // What was over stays what it was.
        assert.equal(done.result, 0);
        const line = plugin.log.lines.find(({ fields }) => fields["errorId"] === id)!;
        assert.match(line.message, log);
        assert.match(line.message, /, with 6 open shells and commands$/u);
        assert.match(reasonOf((await tryRun(other, ["tell"])).answer), /^PluginDied: /u);
        assert.match(reasonOf(await cat.send({ stream: "stdin", data: new Uint8Array(1), isLast: true }, { timeout: 1000 })), /^PluginDied: /u);
        const before = plugin.log.lines.length;
        await Promise.all([last.command.close("deleted"), shell.close("deleted"), other.close("deleted")]);
        assert.equal(plugin.log.lines.length, before);
        const { shell: anew } = await open(plugin);
        assert.equal((await finish(anew, "tell")).result, 0);
        assert.equal(plugin.host.plugins()[0]!.state, "serving");
        await anew.close("deleted");
        await plugin.stop();
      });
    }

    it("what waits for it is told at once", async () => {
      const plugin = await start();
      const { shell } = await open(plugin);
      const { command } = await begin(shell, ["never answers"]);
      const sent = command.send({ stream: "stdin", data: new Uint8Array(1), isLast: false }, { timeout: 60_000 });
      const closed = shell.close("deleted").then(() => undefined);
      const opening = open(plugin, { name: "never", timeout: 60_000 }).then(() => "opened", String);
      const { shell: other } = await open(plugin);
      await begin(other, ["exit"]);
      assert.match(reasonOf(await sent), /exit code 9, in (?=.*Send)(?=.*Create)/u);
      assert.match(await opening, /PluginDied/u);
      await closed;
      await plugin.stop();
    });

    it(`${turns} shells with a command each, of which every other one is closed in the middle, leave nothing behind on either side`, async () => {
      const plugin = await start();
      const { shell: asked } = await open(plugin);
      const heaps = async (): Promise<readonly number[]> => [Number((await finish(asked, "heap")).text), settledHeap()];
      const turn = async (count: number): Promise<void> => {
        const { shell } = await open(plugin);
        const { command, sink } = await begin(shell, [count % 2 === 0 ? "pump" : "large", "70000"], { isEager: count % 2 === 1 });
        if (count % 2 === 1) await until(() => sink.isOver);
        else sink.close();
        await command.close(count % 2 === 1 ? "done" : "terminated");
        await shell.close("deleted");
        if (count % 100 === 0) await finish(asked, "events");
      };
      for (let count = 0; count < turns + 200; count++) await turn(count);
      // The engine's own code and caches grow now and then; what is kept of every shell grows every time.
      let grown: readonly number[] = [];
      for (let window = 0; window < 3; window++) {
        const before = await heaps();
        for (let count = 0; count < turns; count++) await turn(count);
        const after = await heaps();
        grown = after.map((octets, at) => octets - before[at]!);
        if (grown.every((octets) => octets < turns * 400)) break;
      }
      for (const [at, side] of ["plug-in", "host"].entries()) assert.ok(grown[at]! < turns * 400, `${grown[at]!} octets more on the side of the ${side}, each time`);
      await plugin.stop();
    });

    it("other plug-ins' shells live on", async () => {
      const [plugin, neighbour] = await Promise.all([start(), start()]);
      const { shell } = await open(neighbour);
      const { command, sink } = await begin(shell, ["cat"]);
      await begin((await open(plugin)).shell, ["exit"]);
      await until(() => plugin.host.plugins()[0]!.state === "died");
      await command.send({ stream: "stdin", data: new TextEncoder().encode("lives"), isLast: true }, { timeout: 20_000 });
      await until(() => sink.isOver);
      assert.deepEqual([sink.text, sink.result], ["lives", 0]);
      await Promise.all([plugin.stop(), neighbour.stop()]);
    });
  });
}
