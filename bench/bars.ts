/** The rows of the table: what is promised, what other servers reach, and how it is measured. */
import type { BenchFolder } from "./bench-host.js";
import { anonymousIdentifyCase, atOnceCase, blockRequest, getCase, identifyCase, pullCase, type Case } from "./cases.js";
import { bareCase, compare, rateRatio, type Figures, type Pace } from "./compare.js";
import { load } from "./load.js";
import type { Measured } from "./servers.js";
import { shellBars } from "./shell-bars.js";
import { mockTime, startTimes } from "./start-times.js";

/** One promise, measured. */
export interface Bar {
  readonly name: string;
  readonly bar: string;
  readonly peer: string;
  readonly figure: string;
  readonly isReached: boolean;
}

export interface Lab {
  readonly folder: BenchFolder;
  readonly host: Measured;
  readonly bare: Measured;
  readonly pace: Pace;
}

/** Microseconds that a request to the bare server cost where the bars in microseconds were set. */
const bareCpuOfTheBars = 20;
/** Requests a second of the bare server for which the bar in items a second is set. */
const bareRateOfTheBar = 30_000;

type Measure = (lab: Lab) => Promise<readonly Bar[]>;

const beside = async ({ host, bare, pace }: Lab, one: Case, connections: number): Promise<readonly [ours: Figures, theirs: Figures]> => {
  const [theirs, ours] = await compare([{ server: bare, one: await bareCase(host, one) }, { server: host, one }], connections, pace);
  if (ours!.failures > 0) throw new Error(`${one.name}: ${ours!.failures} requests failed`);
  return [ours!, theirs!];
};

const ratioBar = (name: string, ratio: number, least: number, peer: string): Bar => ({ name, bar: `≥ ${least.toFixed(2)} of bare Node`, peer, figure: ratio.toFixed(2), isReached: ratio >= least });

/** Processor time of a request over the bare server's, as it would be where the bars were set. */
function cpuBar(name: string, ours: Figures, theirs: Figures, most: number, peer: string): Bar {
  const more = ours.cpu - theirs.cpu;
  const scaled = (more * bareCpuOfTheBars) / theirs.cpu;
  return { name, bar: `≤ +${most} µs`, peer, figure: `+${scaled.toFixed(0)} µs (+${more.toFixed(0)} here, where bare costs ${theirs.cpu.toFixed(0)})`, isReached: scaled <= most };
}

const identify: Measure = async (lab) => {
  const [ours, theirs] = await beside(lab, identifyCase, 16);
  return [ratioBar("Identify, 16 connections", rateRatio(ours, theirs), 0.5, "0.35")];
};

const get: Measure = async (lab) => {
  const [ours, theirs] = await beside(lab, getCase(), 16);
  return [
    ratioBar("Get, in process, 16 connections, Basic, quota and log on", rateRatio(ours, theirs), 0.45, "0.23"),
    cpuBar("CPU of a Get over bare Node's", ours, theirs, 25, "+70 µs"),
  ];
};

const isolated: Measure = async (lab) => {
  const rows: Bar[] = [];
  for (const [isolation, most] of [["worker", 60], ["process", 90]] as const) {
    const host = await lab.folder.host(isolation, { isolation });
    try {
      const [ours, theirs] = await beside({ ...lab, host }, getCase(), 16);
      rows.push(cpuBar(`Get through a ${isolation}, CPU over bare Node's`, ours, theirs, most, "+160 µs"));
    } finally {
      await host.stop();
    }
  }
  return rows;
};

const pulls: Measure = async (lab) => {
  const rows: Bar[] = [];
  for (const [kind, what] of [["small", "five properties, as the peers'"], ["thing", "ten properties"]] as const) {
    const one = pullCase(kind);
    const [ours, theirs] = await beside(lab, one, 16);
    const items = ours.rate * one.items!;
    const scaled = (items / theirs.rate) * bareRateOfTheBar;
    rows.push({ name: `Enumerate and Pull, 100 items by 20, 16 connections (${what})`, bar: "≥ 200,000 items/s at 30,000 bare", peer: "82,000", figure: `${thousands(scaled)} (${thousands(items)} here)`, isReached: scaled >= 200_000 });
  }
  return rows;
};

const thousands = (value: number): string => `${Math.round(value / 1000)},000`;

const atOnce: Measure = async (lab) => {
  const perItem: number[] = [];
  let milliseconds = 0;
  for (const count of [50, 1000, 10_000]) {
    const [ours] = await compare([{ server: lab.host, one: atOnceCase(count, "small") }], 1, lab.pace);
    if (ours!.failures > 0) throw new Error(`${count} items: ${ours!.failures} requests failed`);
    perItem.push((ours!.p50 * 1000) / count);
    if (count === 1000) milliseconds = ours!.p50;
  }
  const [few, , many] = perItem as [number, number, number];
  return [
    { name: "1,000 items in one answer", bar: "≤ 8 ms", peer: "531 ms", figure: `${milliseconds.toFixed(1)} ms`, isReached: milliseconds <= 8 },
    { name: "cost of an item, 50 / 1,000 / 10,000 in an answer", bar: "flat (≤ 1.3 ×)", peer: "quadratic", figure: `${perItem.map((each) => each.toFixed(1)).join(" / ")} µs`, isReached: many <= few * 1.3 },
  ];
};

const tail: Measure = async (lab) => {
  const [ours, theirs] = await beside(lab, getCase(), 64);
  const ratio = ours.p99 / theirs.p99;
  return [{ name: "p99 of a Get at 64 connections", bar: "≤ 2.5 × bare Node's", peer: "4 ×", figure: `${ratio.toFixed(1)} × (${ours.p99.toFixed(1)} ms, bare ${theirs.p99.toFixed(1)})`, isReached: ratio <= 2.5 }];
};

const blocking: Measure = async (lab) => {
  const blocked = await lab.folder.host("blocked", { isolation: "worker", morePlugins: 1 });
  try {
    const other = getCase(0, "urn:wsmanor:bench/1");
    const quiet = await load({ port: blocked.port, connections: 1, seconds: 3, next: other.next });
    let isOver = false;
    const blocker = load({ port: blocked.port, connections: 1, seconds: 2.5, next: () => blockRequest }).then(() => (isOver = true));
    const during = await load({ port: blocked.port, connections: 1, seconds: 2.5, next: other.next });
    if (isOver) throw new Error("the plug-in did not block");
    await blocker;
    const more = during.p99 - quiet.p99;
    return [{ name: "a plug-in that blocks for 3 s (worker): what others wait longer, p99", bar: "≤ 10 ms", peer: "2,354 ms", figure: `${more.toFixed(1)} ms (worst ${during.most.toFixed(1)} ms)`, isReached: more <= 10 }];
  } finally {
    await blocked.stop();
  }
};

const scrypt: Measure = async ({ host, pace }) => {
  const [without, withPassword] = await compare([{ server: host, one: anonymousIdentifyCase }, { server: host, one: identifyCase }], 16, pace);
  const ratio = rateRatio(withPassword!, without!);
  return [{ name: "Basic with scrypt, to the same request without credentials", bar: "≥ 0.95", peer: "0.04", figure: ratio.toFixed(2), isReached: ratio >= 0.95 }];
};

const logged: Measure = async (lab) => {
  const silent = await lab.folder.host("silent", { logLevel: "warn" });
  try {
    const [off, on] = await compare([{ server: silent, one: getCase() }, { server: lab.host, one: getCase() }], 16, lab.pace);
    const ratio = rateRatio(on!, off!);
    return [{ name: "request log on, to off", bar: "≥ 0.90", peer: "-", figure: ratio.toFixed(2), isReached: ratio >= 0.9 }];
  } finally {
    await silent.stop();
  }
};

const starting: Measure = async ({ folder }) => {
  const { ours, bare } = await startTimes(folder);
  const ratio = ours.milliseconds / bare.milliseconds;
  const more = (ours.octets - bare.octets) / (1024 * 1024);
  const mock = await mockTime(folder);
  return [
    { name: "start to first answer", bar: "≤ 2.5 × bare Node's", peer: "-", figure: `${ratio.toFixed(1)} × (${ours.milliseconds.toFixed(0)} ms, bare ${bare.milliseconds.toFixed(0)})`, isReached: ratio <= 2.5 },
    { name: "idle memory", bar: "≤ +25 MB", peer: "-", figure: `+${more.toFixed(0)} MB`, isReached: more <= 25 },
    { name: "`wsmanor mock`, from its start to the line that says where it is", bar: "≤ 1 s", peer: "-", figure: `${mock.toFixed(0)} ms`, isReached: mock <= 1000 },
  ];
};

/** By the name that `--only` takes. */
export const bars: ReadonlyMap<string, Measure> = new Map(Object.entries({ identify, get, isolated, enumerate: pulls, "at-once": atOnce, tail, blocking, scrypt, log: logged, shells: shellBars, start: starting }));
