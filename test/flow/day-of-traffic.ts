import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRandom } from "../fuzz/random.js";
import { runCommand } from "../support/command.js";
import { sendPlain } from "../support/plain-request.js";
import { openDescriptors, processorTime, residentMemory } from "../support/process-figures.js";
import { projectRoot } from "../support/project-root.js";
import { startRunningHost, type RunningHost } from "../support/running-host.js";
import { theilSen } from "../support/theil-sen.js";
import { until } from "../support/until.js";
import { dailyRequests, type DailyRequest } from "./daily-requests.js";

/** Things a second that clients do: one a second through a day of 24 hours, squeezed into half an hour. */
const pace = 48;
/** A simulated hour, in which a configuration manager reloads the host once; milliseconds of a run of half an hour. */
const hour = 75_000;
/** An enumeration that nobody goes on with is given up after this. Seconds. */
const idleEnumeration = 10;

interface Sample {
  /** Minutes since the start. */
  readonly at: number;
  readonly done: number;
  /** Octets of heap and buffers that a garbage collection left. */
  readonly held: number;
  /** Octets of the process in the machine after it. */
  readonly resident: number;
  readonly descriptors: number;
  readonly contexts: number;
  readonly processor: number;
}

export interface DayReport {
  readonly done: number;
  readonly failures: readonly string[];
  readonly samples: readonly Sample[];
  /** How memory grows after the warm-up, by Theil and Sen. MB in ten minutes. */
  readonly slope: { readonly held: number; readonly resident: number };
  readonly reloads: Readonly<Record<string, number>>;
  /** Descriptors and open enumerations, before the first client came and after the last had gone. */
  readonly before: readonly [descriptors: number, contexts: number];
  readonly after: readonly [descriptors: number, contexts: number];
  /** The table as text. */
  readonly table: string;
}

/** A copy of the shipped configuration that a configuration manager writes anew. */
class ManagedConfiguration {
  readonly folder = mkdtempSync(join(tmpdir(), "wsmanor-day-"));
  readonly #webConfig = join(this.folder, "wsman", "web.config");
  readonly #shipped: string;

  constructor() {
    cpSync(join(projectRoot, "config"), this.folder, { recursive: true });
    this.#shipped = readFileSync(this.#webConfig, "utf8").replace(/MaxEnumerateIdleTimeoutSeconds="\d+"/u, `MaxEnumerateIdleTimeoutSeconds="${idleEnumeration}"`);
    writeFileSync(this.#webConfig, this.#shipped);
  }

  /** Every fourth time something has changed, every twelfth it is broken, else it is as it was. @returns what became of it */
  async reload(at: number, state: string): Promise<"same" | "changed" | "broken"> {
    const kind = at % 12 === 11 ? "broken" : at % 4 === 3 ? "changed" : "same";
    const before = readFileSync(this.#webConfig, "utf8");
    if (kind === "changed") writeFileSync(this.#webConfig, this.#shipped.replace('MaxOperationTimeoutSeconds="60"', `MaxOperationTimeoutSeconds="${60 + at}"`));
    if (kind === "broken") writeFileSync(this.#webConfig, "<configuration>");
    const { status, stderr } = await runCommand(["reload", "--state", state]);
    if (kind === "broken") writeFileSync(this.#webConfig, before);
    assert.equal(status, kind === "broken" ? 2 : 0, stderr);
    return kind;
  }
}

/** @param minutes that it takes; half an hour is a day */
export async function dayOfTraffic(minutes: number, progress: (line: string) => void = () => undefined): Promise<DayReport> {
  const configuration = new ManagedConfiguration();
  // What V8 has not collected yet is no growth: the host collects four times a minute and tells what is left.
  const memory = join(configuration.folder, "memory");
  writeFileSync(memory, "");
  const host = await startRunningHost({ config: configuration.folder, env: { NODE_OPTIONS: `--import ${new URL("../support/collecting-host.js", import.meta.url).href}`, WSMANOR_TEST_MEMORY: memory } });
  const { requests, prepare, close } = dailyRequests(host);
  const random = createRandom(20261126);
  const deck = requests.flatMap((request) => Array<DailyRequest>(request.share).fill(request));
  const failures: string[] = [];
  const samples: Sample[] = [];
  const reloads: Record<string, number> = {};
  const running = new Set<Promise<void>>();
  let done = 0;
  const failed = (name: string) => (error: unknown): void => void failures.push(`${name}: ${(error as Error).message}`);
  const sample = async (began: number): Promise<Sample> => ({
    at: (performance.now() - began) / 60_000, done, ...memoryTold(memory, host.pid), descriptors: openDescriptors(host.pid), contexts: await openContexts(host), processor: processorTime(host.pid),
  });
  try {
    await prepare();
    const before = [openDescriptors(host.pid), await openContexts(host)] as const;
    const began = performance.now();
    const end = began + minutes * 60_000;
    const rows = [head];
    for (let at = 0, nextSample = 0, nextReload = hour / 2; performance.now() < end; at++) {
      const { name, run } = random.pick(deck);
      const one = run(at).catch(failed(name)).finally(() => {
        done++;
        running.delete(one);
      });
      running.add(one);
      const elapsed = performance.now() - began;
      if (elapsed >= nextSample) {
        nextSample += 5000;
        samples.push(await sample(began));
        if (samples.length % 12 === 1) progress(rows[rows.push(rowOf(samples.at(-1)!)) - 1]!);
      }
      if (elapsed >= nextReload) {
        const number = Math.round((nextReload + hour / 2) / hour);
        nextReload += hour;
        const one = configuration.reload(number, host.state).then((kind) => void (reloads[kind] = (reloads[kind] ?? 0) + 1)).catch(failed("reload")).finally(() => running.delete(one));
        running.add(one);
      }
      // Behind schedule, as when the machine has other work, it catches up.
      await new Promise((later) => setTimeout(later, Math.max(0, began + ((at + 1) * 1000) / pace - performance.now())));
    }
    await Promise.all(running);
    close();
    await until(() => openDescriptors(host.pid) <= before[0]);
    while ((await openContexts(host)) > before[1]) await new Promise((later) => setTimeout(later, 200));
    samples.push(await sample(began));
    rows.push(rowOf(samples.at(-1)!));
    const after = [openDescriptors(host.pid), await openContexts(host)] as const;
    const warm = samples.filter(({ at }) => at >= minutes / 3 && at <= minutes);
    const slopeOf = (figure: "held" | "resident"): number => theilSen(warm.map((each) => [each.at, each[figure] / 1e6])) * 10;
    return { done, failures, samples, slope: { held: slopeOf("held"), resident: slopeOf("resident") }, reloads, before, after, table: rows.join("\n") };
  } finally {
    close();
    assert.equal(await host.stop(), 0);
    rmSync(configuration.folder, { recursive: true });
  }
}

/** What the host told last of its memory; before it did, what can be seen from outside. */
function memoryTold(file: string, pid: number): Pick<Sample, "held" | "resident"> {
  const last = readFileSync(file, "utf8").trimEnd().split("\n").at(-1)!;
  return last === "" ? { held: 0, resident: residentMemory(pid) } : (JSON.parse(last) as Pick<Sample, "held" | "resident">);
}

/** Enumerations that the host keeps open, as `/status` tells. */
async function openContexts(host: RunningHost): Promise<number> {
  const { text } = await sendPlain(new URL("/status", host.urls[0]).href, { method: "GET", headers: { Authorization: host.authorization } });
  const { applications } = JSON.parse(text) as { readonly applications: readonly { readonly openEnumerations?: number }[] };
  return applications.reduce((sum, { openEnumerations = 0 }) => sum + openEnumerations, 0);
}

const head = "| minute | done | held MB | resident MB | descriptors | open enumerations | processor s |\n|---|---|---|---|---|---|---|";
const rowOf = ({ at, done, held, resident, descriptors, contexts, processor }: Sample): string =>
  `| ${at.toFixed(0)} | ${done} | ${(held / 1e6).toFixed(1)} | ${(resident / 1e6).toFixed(1)} | ${descriptors} | ${contexts} | ${(processor / 1000).toFixed(0)} |`;
