import { cimClass, type CimValue, type Needs, type PropertyRow } from "../cim-class.js";
import type { CpuShares } from "../cpu-load.js";
import type { Facts } from "../facts.js";
import { sumTimes, type CpuTimes } from "../sources/cpu-sample.js";
import { formattedTimes, low32, rawTimes, undescribed } from "./perf-times.js";

interface Counted {
  readonly facts: Facts;
  /** `0`, `1`, … and `_Total`. */
  readonly name: string;
  /** `undefined`: all of them. */
  readonly cpus: readonly string[] | undefined;
}

const total = "_Total";

function* counted(facts: Facts, needs: Needs): Generator<Counted, void> {
  const wanted = needs.equals("Name")?.toLowerCase();
  for (const cpu of facts.cpuSample.cpus.keys()) if (wanted === undefined || wanted === cpu) yield { facts, name: cpu, cpus: [cpu] };
  if (wanted === undefined || wanted === total.toLowerCase()) yield { facts, name: total, cpus: undefined };
}

/** Sleeping states and deferred calls that the kernel does not count for each processor: no value, for 0 would be one. */
const uncounted: Readonly<Record<string, PropertyRow<Counted>>> = {
  ...undescribed,
  C1TransitionsPersec: ["uint64"], C2TransitionsPersec: ["uint64"], C3TransitionsPersec: ["uint64"],
  DPCRate: ["uint32"], DPCsQueuedPersec: ["uint32"],
  PercentC1Time: ["uint64"], PercentC2Time: ["uint64"], PercentC3Time: ["uint64"],
  Name: ["string", ({ name }) => name],
};

const share = (pick: (shares: CpuShares) => number) => ({ facts, cpus }: Counted): CimValue => Math.round(pick(facts.load.shares(cpus)));

/** Windows counts the time of interrupts and deferred calls as privileged too. */
const privileged = ({ privileged: own, interrupt, deferred }: CpuTimes): number => own + interrupt + deferred;

/** Interrupts are told for the whole machine only. */
const forTotal = (value: (facts: Facts) => CimValue) => ({ facts, name }: Counted): CimValue => (name === total ? value(facts) : null);

/** Shares of the time between the last two looks, in percent. */
export const formattedProcessorPerformance = cimClass<Counted>({
  name: "Win32_PerfFormattedData_PerfOS_Processor", superClass: "Win32_PerfFormattedData", keys: ["Name"],
  properties: {
    ...uncounted, ...formattedTimes,
    InterruptsPersec: ["uint32", forTotal(({ load }) => Math.round(load.rate("interrupts") ?? Number.NaN))],
    PercentDPCTime: ["uint64", share(({ deferred }) => deferred)],
    PercentIdleTime: ["uint64", share(({ idle }) => idle)],
    PercentInterruptTime: ["uint64", share(({ interrupt }) => interrupt)],
    PercentPrivilegedTime: ["uint64", share(privileged)],
    PercentProcessorTime: ["uint64", share(({ idle }) => 100 - idle)],
    PercentUserTime: ["uint64", share(({ user }) => user)],
  },
  sources: counted,
});

/** Time since the start in 100 ns; `_Total` is the mean of the processors, so that the same sum is right for it. */
const spent = (pick: (times: CpuTimes) => number) => ({ facts, cpus }: Counted): CimValue =>
  BigInt(Math.round((pick(sumTimes(facts.cpuSample, cpus)) * 10_000) / (cpus === undefined ? Math.max(1, facts.cpuSample.cpus.size) : 1)));

/** Counters to make one's own shares of: of two answers, the difference over the difference of Timestamp_Sys100NS. */
export const rawProcessorPerformance = cimClass<Counted>({
  name: "Win32_PerfRawData_PerfOS_Processor", superClass: "Win32_PerfRawData", keys: ["Name"],
  properties: {
    ...uncounted, ...rawTimes,
    InterruptsPersec: ["uint32", forTotal(({ cpuSample }) => low32(cpuSample.interrupts))],
    PercentDPCTime: ["uint64", spent(({ deferred }) => deferred)],
    PercentIdleTime: ["uint64", spent(({ idle }) => idle)],
    PercentInterruptTime: ["uint64", spent(({ interrupt }) => interrupt)],
    PercentPrivilegedTime: ["uint64", spent(privileged)],
    // PERF_100NSEC_TIMER_INV: idle time, of which clients make the opposite.
    PercentProcessorTime: ["uint64", spent(({ idle }) => idle)],
    PercentUserTime: ["uint64", spent(({ user }) => user)],
  },
  sources: counted,
});
