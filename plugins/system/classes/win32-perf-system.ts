import type { CimType } from "wsmanor/sdk";
import { cimClass, type CimValue, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { fileTime } from "../sources/file-time.js";
import { formattedTimes, low32, rawTimes, undescribed } from "./perf-times.js";

interface System {
  readonly facts: Facts;
}

/** Counters of Windows that mean nothing here. */
const uncounted = [
  "AlignmentFixupsPersec", "ExceptionDispatchesPersec", "FileControlBytesPersec", "FileControlOperationsPersec", "FileDataOperationsPersec", "FileReadBytesPersec", "FileReadOperationsPersec",
  "FileWriteBytesPersec", "FileWriteOperationsPersec", "FloatingEmulationsPersec", "PercentRegistryQuotaInUse", "SystemCallsPersec",
];
const typeOf = (name: string): CimType => (name.startsWith("File") && name.endsWith("BytesPersec") ? "uint64" : "uint32");

const shared: Readonly<Record<string, PropertyRow<System>>> = {
  ...Object.fromEntries(uncounted.map((name) => [name, [typeOf(name)] as const])),
  ...undescribed, Name: ["string"],
  Processes: ["uint32", ({ facts }) => (facts.isLinux ? facts.processIds.length : null)],
  // Whoever asks is running and does not wait.
  ProcessorQueueLength: ["uint32", ({ facts }) => (facts.cpuSample.running === undefined ? null : Math.max(0, facts.cpuSample.running - facts.cpuSample.cpus.size))],
  Threads: ["uint32", ({ facts }) => threads(facts)],
};

/** Threads that there are: the second number of the fourth field of /proc/loadavg. */
function threads({ machine }: Facts): CimValue {
  const found = / \d+\/(\d+) /u.exec(machine.readText("/proc/loadavg") ?? "")?.[1];
  return found === undefined ? null : Number(found);
}

/** Figures of the whole machine. */
export const formattedSystemPerformance = cimClass<System>({
  name: "Win32_PerfFormattedData_PerfOS_System", superClass: "Win32_PerfFormattedData", keys: ["Name"], isSingleton: true,
  properties: {
    ...shared, ...formattedTimes,
    ContextSwitchesPersec: ["uint32", ({ facts }) => Math.round(facts.load.rate("contextSwitches") ?? Number.NaN)],
    SystemUpTime: ["uint64", ({ facts }) => Math.max(0, (facts.machine.now() - facts.bootTime) / 1000)],
  },
  sources: (facts) => [{ facts }],
});

/** PERF_ELAPSED_TIME: SystemUpTime is when it was started, and clients take it from Timestamp_Object. */
export const rawSystemPerformance = cimClass<System>({
  name: "Win32_PerfRawData_PerfOS_System", superClass: "Win32_PerfRawData", keys: ["Name"], isSingleton: true,
  properties: {
    ...shared, ...rawTimes,
    ContextSwitchesPersec: ["uint32", ({ facts }) => low32(facts.cpuSample.contextSwitches)],
    SystemUpTime: ["uint64", ({ facts }) => fileTime(facts.bootTime)],
  },
  sources: (facts) => [{ facts }],
});
