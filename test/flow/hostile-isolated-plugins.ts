import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";
import { until } from "../support/until.js";

interface HostileKind {
  readonly name: string;
  readonly operation: string;
  /** What the log says of its end; `undefined`: it lives on. By mode where they differ. */
  readonly end?: RegExp | { readonly worker: RegExp | undefined; readonly process: RegExp | undefined };
  /** It answers its client before, or instead of, doing harm. */
  readonly answers?: boolean;
}

const silent = /(?:thread|process) was ended: its code has kept it busy for \d\.\d s without a pause, in Get/u;
const memory = /(?:thread|process) was ended: (?:it has \d+ MB of memory; its limit is \d+ MB|while it was silent, the host's memory grew until it must have about \d+ MB; its limit is \d+ MB), in Get/u;

const kinds: readonly HostileKind[] = [
  { name: "EndlessLoop", operation: "get: () => { for (;;); }", end: silent },
  { name: "RegularExpression", operation: 'get: () => String(/^(a+)+$/.test("a".repeat(40) + "!"))', end: silent },
  { name: "TimerThrows", operation: 'get: () => { setTimeout(() => { throw new Error("thrown by a timer"); }, 1); return "<ok/>"; }', answers: true },
  { name: "RejectsUnheard", operation: 'get: () => { void Promise.reject(new Error("rejected for nobody")); return "<ok/>"; }', answers: true },
  { name: "Exits", operation: "get: () => { process.exit(3); }", end: /(?:thread|process) ended itself with exit code 3, in Get/u },
  { name: "Aborts", operation: "get: () => { process.abort(); }", end: { worker: undefined, process: /process was ended by SIGABRT, in Get/u } },
  { name: "StackOverflow", operation: "get: () => { const down = () => down() + 1; return String(down()); }" },
  { name: "HeapBomb", operation: "get: () => { const all = []; for (;;) all.push({ a: [all.length, all.length + 1] }); }", end: { worker: /thread ran out of memory: its heap reached the limit, in Get|thread was ended: (?:it has|while)/u, process: /process was ended(?: by SIGABRT|: it has \d+ MB of memory; its limit is \d+ MB), in Get/u } },
  { name: "BufferBomb", operation: "get: () => { const all = []; for (;;) all.push(Buffer.alloc(1024 * 1024, 1)); }", end: memory },
  { name: "SlowBufferBomb", operation: "get: async () => { const all = []; for (;;) { all.push(Buffer.alloc(1024 * 1024, 1)); await new Promise((resolve) => setImmediate(resolve)); } }", end: memory },
  { name: "NextTicks", operation: "get: () => new Promise(() => { const again = () => process.nextTick(again); again(); })", end: silent },
];

/** A running host, whose isolated plug-ins do each of these `times` times while others are being served. */
export function hostileIsolatedPlugins(times: number): void {
  for (const mode of ["worker", "process"] as const) {
    describe(`hostile plug-ins, ${mode}`, { concurrency: false }, () => {
      let root = "";
      let state = "";
      let host: StartedProcess;
      let url = "";
      before(async () => {
        root = mkdtempSync(join(tmpdir(), "wsmanor-isolated-"));
        state = join(root, "state");
        const plugin = (name: string, operation: string) => ({ name, resourceUri: `urn:${name}`, capabilities: ["Get"], module: pluginModule(name, ["Get"], hostileOrGood(operation)) });
        const config = writeConfiguration(join(root, "config"), [{
          name: "S", bindings: ["127.0.0.1:1:"], applications: { "/wsman": [...kinds.map(({ name, operation }) => plugin(name, operation)), plugin("Good", good), plugin("Neighbour", good)] },
        }]);
        const file = join(config, "applicationHost.config");
        // On a busy machine memory is given out slowly: these are to be ended for what they have, not for their silence.
        const patient = ["HeapBomb", "BufferBomb", "SlowBufferBomb"].map((name) => `<add name="${name}" hangTimeout="00:01:00"/>`).join("");
        const attributes = `isolation="${mode}" memoryLimitMB="160" hangTimeout="00:00:01"`;
        writeFileSync(file, readFileSync(file, "utf8").replace(/<plugins ([^>]*)\/>/u, `<plugins ${attributes} $1><add name="Good" isolation="inProcess"/>${patient}</plugins>`));
        host = startProcess(state, { args: ["--config", config, "--port", "0", "--json"] });
        url = (await host.ready()).find((each) => each.endsWith("/wsman"))!;
      });
      after(async () => {
        host.process.kill("SIGTERM");
        const code = await host.ended;
        rmSync(root, { recursive: true });
        assert.equal(code, 0, "the host ended in order");
      });
      const get = (name: string, what: "good" | "hostile"): Promise<PlainAnswer> =>
        post(url, soapEnvelope({ action: actions.get, resourceUri: `urn:${name}`, selectors: { do: what } }), { authorization: localAuthorization(state) });

      for (const { name, end, answers = false } of kinds) {
        const wanted = end === undefined || end instanceof RegExp ? end : end[mode];
        it(`${name}: ${wanted === undefined ? "harms nobody" : "ends itself only"}, ${times} times`, async (t) => {
          const { pid } = host.process;
          const others = askOthers(get);
          for (let time = 0; time < times; time++) {
            const from = host.stderr().length;
            const answer = await get(name, "hostile");
            if (answers) assert.equal(answer.status, 200, faultOf(answer));
            else assert.match(answer.text, new RegExp(`provider="${name}"`, "u"), `the fault names ${name}`);
            if (wanted !== undefined) {
              const ends = (): readonly string[] => host.stderr().slice(from).split("\n").filter((line) => line.includes(`plug-in \\"${name}\\": its `) && line.endsWith("}"));
              await until(() => ends().length > 0);
              assert.match(ends()[0]!, wanted);
            }
            const again = await get(name, "good");
            assert.equal(again.status, 200, `it is served again: ${faultOf(again)}`);
          }
          const { asked, slowest } = await others.stop();
          assert.ok(asked > 0);
          assert.deepEqual([host.process.exitCode, host.process.signalCode, host.process.pid], [null, null, pid]);
          t.diagnostic(`${asked} requests of others meanwhile, the slowest took ${slowest.toFixed(0)} ms`);
        });
      }
    });
  }
}

const faultOf = ({ status, text }: PlainAnswer): string => /<s:Text[^>]*>([^<]*)/u.exec(text)?.[1] ?? String(status);

const good = 'get: () => "<good/>"';

/** The selector says whether it does harm this time. */
const hostileOrGood = (operation: string): string =>
  operation === good ? good : `get: (request) => request.selectors.get("do") === "good" ? "<good/>" : ({ ${operation} }).get(request)`;

/** Asks two others all the time, one in the host's own thread and one that is isolated too: nothing of theirs may be lost. */
function askOthers(get: (name: string, what: "good") => Promise<PlainAnswer>): { stop(): Promise<{ readonly asked: number; readonly slowest: number }> } {
  let stopped = false;
  let asked = 0;
  let slowest = 0;
  const ask = async (name: string): Promise<void> => {
    while (!stopped) {
      const began = performance.now();
      const answer = await get(name, "good");
      assert.equal(answer.status, 200, `${name} is served: ${faultOf(answer)}`);
      slowest = Math.max(slowest, performance.now() - began);
      asked++;
      // Below the quota of the application.
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const asking = Promise.all([ask("Good"), ask("Neighbour")]);
  // Told when it is waited for.
  asking.catch(() => undefined);
  return {
    stop: async () => {
      stopped = true;
      await asking;
      return { asked, slowest };
    },
  };
}
