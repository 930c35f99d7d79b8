import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCommand } from "../support/command.js";
import { post, type PlainAnswer } from "../support/plain-request.js";
import { pluginModule, writeConfiguration } from "../support/scratch-configuration.js";
import { actions, soapEnvelope } from "../support/soap-envelope.js";
import { localAuthorization, startProcess, type StartedProcess } from "../support/started-host.js";

interface HostileKind {
  readonly name: string;
  readonly operation: string;
  /** What the log says of its end; `undefined`: it lives on. By mode where they differ. */
  readonly end?: RegExp | { readonly worker: RegExp | undefined; readonly process: RegExp | undefined };
  /** It answers its client before, or instead of, doing harm. */
  readonly answers?: boolean;
}

const silent = /(?:thread|process) was ended: its code has kept it busy for \d\.\d s without a pause, in Get/u;
const memory = /(?:thread|process) was ended: (?:it has \d+ MB of memory; its limit is \d+ MB|while it was silent, the host's memory grew until it must have about \d+ MB(?: \(or others have taken it: [^)]*\))?; its limit is \d+ MB), in Get/u;

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

/** What the soak does more than the test. */
export interface Soak {
  /** Each kind does harm as often; what its circuit would refuse is made possible by a reload. */
  readonly rounds: number;
  /** Pairs of slices, one without and one with an attack, in which the latency of others is measured. */
  readonly slices: number;
}

/** A soak's harm in one round: fewer than open the circuit. */
const harmsInRound = 2;
/** Milliseconds of a slice without an attack; one with it lasts as long as the attack, and no shorter than this. */
const quietSlice = 1000;
/** A p99 that is shorter says more about the machine than about the host: milliseconds. */
const leastToCompare = 5;

/** A running host, whose isolated plug-ins do each of these, all at the same time, while others are being served. */
export function hostileIsolatedPlugins(soak?: Soak): void {
  for (const mode of ["worker", "process"] as const) {
    describe(`hostile plug-ins, ${mode}`, { concurrency: false }, () => {
      const { rounds, harms } = soak === undefined ? { rounds: 1, harms: 1 } : { rounds: soak.rounds, harms: harmsInRound };
      let root = "";
      let state = "";
      let settings = "";
      let host: StartedProcess;
      let url = "";
      let pid: number | undefined;
      before(async () => {
        root = mkdtempSync(join(tmpdir(), "wsmanor-isolated-"));
        state = join(root, "state");
        const plugin = (name: string, operation: string) => ({ name, resourceUri: `urn:${name}`, capabilities: ["Get"], module: pluginModule(name, ["Get"], hostileOrGood(operation)) });
        const config = writeConfiguration(join(root, "config"), [{
          name: "S", bindings: ["127.0.0.1:1:"], applications: { "/wsman": [...kinds.map(({ name, operation }) => plugin(name, operation)), plugin("Good", good), plugin("Neighbour", good)] },
        }]);
        settings = join(config, "applicationHost.config");
        // On a busy machine memory is given out slowly: these are to be ended for what they have, not for their silence.
        const bombs = ["HeapBomb", "BufferBomb", "SlowBufferBomb"].map((name) => `<add name="${name}" memoryLimitMB="128" hangTimeout="00:01:00"/>`).join("");
        // Those that are asked all the time are given time: three others compute without end beside them.
        const others = '<add name="Good" isolation="inProcess"/><add name="Neighbour" hangTimeout="00:01:00"/>';
        writeFileSync(settings, readFileSync(settings, "utf8").replace(/<plugins ([^>]*)\/>/u, `<plugins isolation="${mode}" hangTimeout="00:00:01" $1>${others}${bombs}</plugins>`));
        host = startProcess(state, { args: ["--config", config, "--port", "0", "--json"] });
        url = (await host.ready()).find((each) => each.endsWith("/wsman"))!;
        ({ pid } = host.process);
      });
      after(async () => {
        host.process.kill("SIGTERM");
        const code = await host.ended;
        rmSync(root, { recursive: true });
        assert.equal(code, 0, "the host ended in order");
      });
      const get = (name: string, what: "good" | "hostile"): Promise<PlainAnswer> =>
        post(url, soapEnvelope({ action: actions.get, resourceUri: `urn:${name}`, selectors: { do: what } }), { authorization: localAuthorization(state) });
      const isSame = (): void => assert.deepEqual([host.process.exitCode, host.process.signalCode, host.process.pid], [null, null, pid]);

      /** One attack, what the log says of it, and that it is served again. */
      async function attack({ name, end, answers = false }: HostileKind): Promise<void> {
        const wanted = end === undefined || end instanceof RegExp ? end : end[mode];
        const from = host.stderr().length;
        const answer = await get(name, "hostile");
        if (answers) assert.equal(answer.status, 200, faultOf(answer));
        else assert.match(answer.text, new RegExp(`provider="${name}"`, "u"), `the fault names ${name}: ${faultOf(answer)}`);
        if (wanted === undefined) return;
        const ends = (): readonly string[] => host.stderr().slice(from).split("\n").filter((line) => line.includes(`plug-in \\"${name}\\": its `) && line.endsWith("}"));
        await pollUntil(() => ends().length > 0, `the log tells of ${name}`);
        assert.match(ends()[0]!, wanted);
      }

      /** After a second end it waits for its back-off. */
      async function servedAgain({ name }: HostileKind): Promise<void> {
        let answer = await get(name, "good");
        await pollUntil(async () => (answer.status === 200 ? true : ((answer = await get(name, "good")), false)), `${name} is served again`);
      }

      async function reload(round: number): Promise<void> {
        // Something has to differ; nobody is bothered by this.
        writeFileSync(settings, readFileSync(settings, "utf8").replace(/drainTimeout="[^"]*"/u, `drainTimeout="00:00:${String(5 + (round % 2)).padStart(2, "0")}"`));
        const { status, stderr } = await runCommand(["reload", "--state", state]);
        assert.equal(status, 0, stderr);
      }

      it(`harm themselves only, all ${kinds.length} at once, ${rounds * harms} times each`, async (t) => {
        const others = askOthers(get);
        for (let round = 0; round < rounds; round++) {
          if (round > 0) await reload(round);
          await Promise.all(kinds.map(async (kind) => {
            for (let time = 0; time < harms; time++) {
              await attack(kind);
              await servedAgain(kind);
            }
          }));
          isSame();
        }
        const { times } = await others.stop();
        assert.ok(times.length > 0);
        t.diagnostic(`${times.length} requests of others meanwhile, none lost, the slowest took ${Math.max(...times).toFixed(0)} ms`);
      });

      if (soak === undefined) return;
      for (const kind of kinds) {
        it(`${kind.name}: others wait at most twice as long at p99`, async (t) => {
          await reload(kinds.indexOf(kind));
          const quiet: number[] = [];
          const attacked: number[] = [];
          for (let slice = 0; slice < soak.slices; slice++) {
            const calm = askOthers(get);
            await new Promise((resolve) => setTimeout(resolve, quietSlice));
            quiet.push(...(await calm.stop()).times);
            const began = performance.now();
            const troubled = askOthers(get);
            // What is over at once and lives on is done again all the time; what ends is watched until it is served again. Both for as long
            // as a slice without: of few requests the p99 would be the slowest.
            do {
              await attack(kind);
              if (!isRepeatable(kind, mode)) await servedAgain(kind);
              await new Promise((resolve) => setTimeout(resolve, 5));
            } while (performance.now() - began < quietSlice && isRepeatable(kind, mode));
            await new Promise((resolve) => setTimeout(resolve, Math.max(0, quietSlice - (performance.now() - began))));
            attacked.push(...(await troubled.stop()).times);
          }
          isSame();
          const [before, during] = [p99(quiet), p99(attacked)];
          t.diagnostic(`p99 of others ${before.toFixed(1)} ms without (${quiet.length}), ${during.toFixed(1)} ms with the attack (${attacked.length}): ${(during / before).toFixed(2)} times`);
          assert.ok(during <= 2 * Math.max(before, leastToCompare), `${during.toFixed(1)} ms after ${before.toFixed(1)} ms`);
        });
      }
    });
  }
}

/** One that lives on may be asked for the same again at once. */
const isRepeatable = ({ end }: HostileKind, mode: "worker" | "process"): boolean => end === undefined || (!(end instanceof RegExp) && end[mode] === undefined);

const p99 = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

/** Not as often as `until`: a hundred files of a log are searched through. */
async function pollUntil(happened: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let time = 0; !(await happened()); time++) {
    assert.ok(time < 600, what);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const faultOf = ({ status, text }: PlainAnswer): string => /<s:Text[^>]*>([^<]*)/u.exec(text)?.[1] ?? String(status);

const good = 'get: () => "<good/>"';

/** The selector says whether it does harm this time. */
const hostileOrGood = (operation: string): string =>
  operation === good ? good : `get: (request) => request.selectors.get("do") === "good" ? "<good/>" : ({ ${operation} }).get(request)`;

/** Asks two others all the time, one in the host's own thread and one that is isolated too: nothing of theirs may be lost. */
function askOthers(get: (name: string, what: "good") => Promise<PlainAnswer>): { stop(): Promise<{ readonly times: readonly number[] }> } {
  let stopped = false;
  const times: number[] = [];
  const ask = async (name: string): Promise<void> => {
    while (!stopped) {
      const began = performance.now();
      const answer = await get(name, "good");
      assert.equal(answer.status, 200, `${name} is served: ${faultOf(answer)}`);
      times.push(performance.now() - began);
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
      return { times };
    },
  };
}
