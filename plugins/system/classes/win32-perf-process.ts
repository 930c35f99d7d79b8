import { cimClass, type CimValue, type Needs, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import type { ProcessCounts } from "../process-history.js";
import { fileTime } from "../sources/file-time.js";
import { processes, type Process } from "../sources/process.js";
import { formattedTimes, frequency, rawTimes, undescribed } from "./perf-times.js";
import { priority } from "./win32-process.js";

interface Counted {
  readonly facts: Facts;
  /** Of several processes of one name the later ones have a number: `sshd`, `sshd#1`. */
  readonly name: string;
  readonly process: Process;
  readonly inputOutput: boolean;
}

type Rows = Readonly<Record<string, PropertyRow<Counted>>>;

const KiB = 1024;

/** Octets of a line of /proc/PID/status. */
const octets = (name: string) => ({ process }: Counted): number | undefined => {
  const kilobytes = process.kilobytes(name);
  return kilobytes === undefined ? undefined : kilobytes * KiB;
};

/** Octets that nothing else has: in memory, and in swap. */
function own(source: Counted): number | undefined {
  const resident = octets("RssAnon")(source);
  return resident === undefined ? undefined : resident + (octets("VmSwap")(source) ?? 0);
}

const started = ({ facts, process }: Counted): number => facts.bootTime + (process.stat.startTicks * 1000) / facts.ticks;

const shared: Rows = {
  ...undescribed,
  CreatingProcessID: ["uint32", ({ process }) => process.stat.parent],
  HandleCount: ["uint32", ({ process }) => process.openFiles],
  IDProcess: ["uint32", ({ process }) => Number(process.id)],
  IOOtherBytesPersec: ["uint64"], IOOtherOperationsPersec: ["uint64"],
  Name: ["string", ({ name }) => name],
  PageFileBytes: ["uint64", own], PageFileBytesPeak: ["uint64"],
  PoolNonpagedBytes: ["uint32"], PoolPagedBytes: ["uint32"],
  PriorityBase: ["uint32", ({ process }) => priority(process)],
  PrivateBytes: ["uint64", own],
  ThreadCount: ["uint32", ({ process }) => process.stat.threads],
  VirtualBytes: ["uint64", ({ process }) => process.stat.virtualSize], VirtualBytesPeak: ["uint64", octets("VmPeak")],
  WorkingSet: ["uint64", ({ facts, process }) => process.stat.residentPages * facts.pageSize], WorkingSetPeak: ["uint64", octets("VmHWM")], WorkingSetPrivate: ["uint64", octets("RssAnon")],
};

/** What classes call a second, and what of /proc/PID/io they are a sum of. */
const inputOutput: Readonly<Record<string, readonly string[]>> = {
  IODataBytesPersec: ["rchar", "wchar"], IODataOperationsPersec: ["syscr", "syscw"], IOReadBytesPersec: ["rchar"], IOReadOperationsPersec: ["syscr"], IOWriteBytesPersec: ["wchar"],
  IOWriteOperationsPersec: ["syscw"],
};
const rowsOf = (value: (source: Counted, names: readonly string[]) => CimValue): Rows =>
  Object.fromEntries(Object.entries(inputOutput).map(([property, names]) => [property, ["uint64", (source: Counted) => value(source, names)] as const]));

function summed({ process }: Counted, names: readonly string[]): bigint | null {
  return names.reduce<bigint | null>((sum, name) => {
    const count = process.inputOutput(name);
    return sum === null || count === null ? null : sum + count;
  }, 0n);
}

/** Time in 100 ns. */
const spent = (pick: (stat: Process["stat"]) => number) => ({ facts, process }: Counted): CimValue => Math.round((pick(process.stat) * frequency) / facts.ticks);

/** Counters of every process, to make one's own figures of. PercentProcessorTime is the time it had, not what was idle. */
export const rawProcessPerformance = cimClass<Counted>({
  name: "Win32_PerfRawData_PerfProc_Process", superClass: "Win32_PerfRawData", keys: ["Name"], sources: counted,
  properties: {
    ...shared, ...rawTimes, ...rowsOf(summed),
    // PERF_ELAPSED_TIME: when it began; clients take it from Timestamp_Object.
    ElapsedTime: ["uint64", (source) => fileTime(started(source))],
    PageFaultsPersec: ["uint32", ({ process }) => process.stat.faults],
    PercentPrivilegedTime: ["uint64", spent(({ kernelTicks }) => kernelTicks)],
    PercentProcessorTime: ["uint64", spent(({ kernelTicks, userTicks }) => kernelTicks + userTicks)],
    PercentUserTime: ["uint64", spent(({ userTicks }) => userTicks)],
  },
});

function look({ facts, process, inputOutput: asked }: Counted): { readonly before: ProcessCounts; readonly now: ProcessCounts } {
  const { stat, id } = process;
  const io = (name: string): number => Number(process.inputOutput(name));
  return facts.past.processes.look(id, {
    at: facts.cpuSample.at, startTicks: stat.startTicks, userTicks: stat.userTicks, kernelTicks: stat.kernelTicks, faults: stat.faults,
    io: !asked || process.inputOutput("rchar") === null ? undefined : { rchar: io("rchar"), wchar: io("wchar"), syscr: io("syscr"), syscw: io("syscw") },
  });
}

/** Growth a second; 0 when there has been only one look. */
function rate(source: Counted, of: (counts: ProcessCounts) => number | undefined): CimValue {
  const { before, now } = look(source);
  const [from, to, milliseconds] = [of(before), of(now), now.at - before.at];
  if (to === undefined) return undefined;
  return milliseconds === 0 || from === undefined ? 0 : Math.round((Math.max(0, to - from) * 1000) / milliseconds);
}

/** Of one processor's time in percent: two busy threads are 200. */
const share = (pick: (counts: ProcessCounts) => number) => (source: Counted): CimValue => rate(source, (counts) => (pick(counts) * 100) / source.facts.ticks);

/** What each process did between the last two looks at it. */
export const formattedProcessPerformance = cimClass<Counted>({
  name: "Win32_PerfFormattedData_PerfProc_Process", superClass: "Win32_PerfFormattedData", keys: ["Name"], sources: remembered,
  properties: {
    ...shared, ...formattedTimes,
    ...rowsOf((source, names) => rate(source, ({ io }) => (io === undefined ? undefined : names.reduce((sum, name) => sum + io[name as keyof typeof io], 0)))),
    ElapsedTime: ["uint64", (source) => Math.max(0, (source.facts.machine.now() - started(source)) / 1000)],
    PageFaultsPersec: ["uint32", (source) => rate(source, ({ faults }) => faults)],
    PercentPrivilegedTime: ["uint64", share(({ kernelTicks }) => kernelTicks)],
    PercentProcessorTime: ["uint64", share(({ kernelTicks, userTicks }) => kernelTicks + userTicks)],
    PercentUserTime: ["uint64", share(({ userTicks }) => userTicks)],
  },
});

function* counted(facts: Facts, needs: Needs): Generator<Counted, void> {
  const inputOutputAsked = needs.wants(...Object.keys(inputOutput));
  const met = new Map<string, number>();
  for (const process of processes(facts, undefined)) {
    const times = met.get(process.name) ?? 0;
    met.set(process.name, times + 1);
    yield { facts, process, name: times === 0 ? process.name : `${process.name}#${times}`, inputOutput: inputOutputAsked };
  }
}

/** As often as all were listed, those that have ended are forgotten. */
function* remembered(facts: Facts, needs: Needs): Generator<Counted, void> {
  yield* counted(facts, needs);
  facts.past.processes.keepOnly(new Set(facts.processIds));
}
