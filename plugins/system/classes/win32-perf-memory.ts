import type { CimType } from "wsmanor/sdk";
import { cimClass, type CimValue, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { wholeMachine } from "../sources/memory-counters.js";
import { formattedTimes, low32, rawTimes, undescribed } from "./perf-times.js";

interface Memory {
  readonly facts: Facts;
}

type Rows = Readonly<Record<string, PropertyRow<Memory>>>;

const KiB = 1024;

/** Lists and pools that only Windows has, or that the kernel here does not count. */
const uncounted = [
  "CacheBytesPeak", "CacheFaultsPersec", "DemandZeroFaultsPersec", "FreeSystemPageTableEntries", "LongTermAverageStandbyCacheLifetimes", "PageWritesPersec", "PoolNonpagedAllocs", "PoolPagedAllocs",
  "PoolPagedBytes", "PoolPagedResidentBytes", "StandbyCacheCoreBytes", "StandbyCacheNormalPriorityBytes", "StandbyCacheReserveBytes", "SystemCacheResidentBytes", "SystemCodeResidentBytes",
  "SystemCodeTotalBytes", "SystemDriverResidentBytes", "SystemDriverTotalBytes", "TransitionFaultsPersec", "TransitionPagesRePurposedPersec", "WriteCopiesPersec",
];
const typeOf = (name: string): CimType => (/Bytes(?:Peak)?$/u.test(name) ? "uint64" : "uint32");

/** Octets of a line of /proc/meminfo. */
const octets = (name: string) => ({ facts }: Memory): number | undefined => {
  const kilobytes = facts.memoryInfo.get(name);
  return kilobytes === undefined ? undefined : kilobytes * KiB;
};

const shared: Rows = {
  ...undescribed,
  ...Object.fromEntries(uncounted.map((name) => [name, [typeOf(name)] as const])),
  AvailableBytes: ["uint64", ({ facts }) => facts.memory.available * KiB],
  AvailableKBytes: ["uint64", ({ facts }) => facts.memory.available],
  AvailableMBytes: ["uint64", ({ facts }) => facts.memory.available / KiB],
  CacheBytes: ["uint64", octets("Cached")],
  CommitLimit: ["uint64", octets("CommitLimit")],
  CommittedBytes: ["uint64", octets("Committed_AS")],
  FreeAndZeroPageListBytes: ["uint64", octets("MemFree")],
  // What waits to be written to disk.
  ModifiedPageListBytes: ["uint64", octets("Dirty")],
  Name: ["string"],
  // The kernel's own memory, which never goes to swap.
  PoolNonpagedBytes: ["uint64", octets("Slab")],
};

/** What classes call a second, and what of /proc/vmstat they are a count of: pages of swap, and faults that had to wait for a disk. */
const rates: Readonly<Record<string, readonly string[]>> = {
  PageFaultsPersec: ["pgfault"], PageReadsPersec: ["pgmajfault"], PagesInputPersec: ["pswpin"], PagesOutputPersec: ["pswpout"], PagesPersec: ["pswpin", "pswpout"],
};
const rowsOf = (value: (facts: Facts, name: string) => number | undefined): Rows =>
  Object.fromEntries(Object.entries(rates).map(([property, names]) => [property, ["uint32", ({ facts }: Memory): CimValue => low32(names.reduce((sum, name) => sum + (value(facts, name) ?? Number.NaN), 0))] as const]));

/** Pages, of which 32 bits are enough for 16 TiB. */
const pages = (name: string) => (memory: Memory): CimValue => low32(Math.trunc((octets(name)(memory) ?? Number.NaN) / memory.facts.pageSize));

/** Memory as it is, and counts to make one's own figures of. */
export const rawMemoryPerformance = cimClass<Memory>({
  name: "Win32_PerfRawData_PerfOS_Memory", superClass: "Win32_PerfRawData", keys: ["Name"], isSingleton: true,
  properties: {
    ...shared, ...rawTimes, ...rowsOf((facts, name) => facts.memoryCounters.get(wholeMachine)?.[name]),
    PercentCommittedBytesInUse: ["uint32", pages("Committed_AS")], PercentCommittedBytesInUse_Base: ["uint32", pages("CommitLimit")],
  },
  sources: (facts) => [{ facts }],
});

/** Memory as it is, and what went on between the last two looks. */
export const formattedMemoryPerformance = cimClass<Memory>({
  name: "Win32_PerfFormattedData_PerfOS_Memory", superClass: "Win32_PerfFormattedData", keys: ["Name"], isSingleton: true,
  properties: {
    ...shared, ...formattedTimes, ...rowsOf((facts, name) => Math.round(facts.past.memory.rate(wholeMachine, name) ?? Number.NaN)),
    PercentCommittedBytesInUse: ["uint32", (memory) => Math.round((100 * (octets("Committed_AS")(memory) ?? Number.NaN)) / (octets("CommitLimit")(memory) ?? Number.NaN))],
  },
  sources: (facts) => [{ facts }],
});
