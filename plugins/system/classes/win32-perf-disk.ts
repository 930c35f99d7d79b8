import { cimClass, type CimClass, type CimValue, type Needs, type PropertyRow } from "../cim-class.js";
import type { Facts } from "../facts.js";
import { fileTime } from "../sources/file-time.js";
import { counted, grown, logicalDrives, physicalDrives, type Drive } from "../sources/drive.js";
import { formattedTimes, low32, perfNow, perMillisecond, rawTimes, undescribed } from "./perf-times.js";

type Rows = Readonly<Record<string, PropertyRow<Drive>>>;

const MiB = 2 ** 20;

const shared: Rows = {
  ...undescribed,
  CurrentDiskQueueLength: ["uint32", (drive) => counted(drive, "pending")],
  Name: ["string", ({ name }) => name],
  // Requests that the kernel cut in two are not told apart from others.
  SplitIOPerSec: ["uint32"],
};

const sum = (...names: readonly string[]) => (drive: Drive): CimValue => counted(drive, ...names);
/** A number of 32 bits. */
const low = (...names: readonly string[]) => (drive: Drive): CimValue => low32(counted(drive, ...names));
/** Time in 100 ns. */
const time = (...names: readonly string[]) => (drive: Drive): number | undefined => {
  const milliseconds = counted(drive, ...names);
  return milliseconds === undefined ? undefined : milliseconds * perMillisecond;
};
const lowTime = (...names: readonly string[]) => (drive: Drive): CimValue => low32(time(...names)(drive));
/** Of several drives the mean, so that it stays a share of the time. */
const meanTime = (...names: readonly string[]) => (drive: Drive): CimValue => {
  const all = time(...names)(drive);
  return all === undefined ? undefined : Math.round(all / drive.devices.length);
};

/** All the time since the start but the busy one. */
function idle(drive: Drive): CimValue {
  const busy = meanTime("busyTime")(drive);
  return typeof busy !== "number" ? undefined : fileTime(drive.facts.cpuSample.at) - fileTime(drive.facts.bootTime) - BigInt(busy);
}

const raw: Rows = {
  ...shared, ...rawTimes,
  AvgDiskBytesPerRead: ["uint64", sum("readBytes")], AvgDiskBytesPerRead_Base: ["uint32", low("reads")],
  AvgDiskBytesPerTransfer: ["uint64", sum("readBytes", "writtenBytes")], AvgDiskBytesPerTransfer_Base: ["uint32", low("reads", "writes")],
  AvgDiskBytesPerWrite: ["uint64", sum("writtenBytes")], AvgDiskBytesPerWrite_Base: ["uint32", low("writes")],
  AvgDiskQueueLength: ["uint64", time("queueTime")], AvgDiskReadQueueLength: ["uint64", time("readTime")], AvgDiskWriteQueueLength: ["uint64", time("writeTime")],
  AvgDisksecPerRead: ["uint32", lowTime("readTime")], AvgDisksecPerRead_Base: ["uint32", low("reads")],
  AvgDisksecPerTransfer: ["uint32", lowTime("readTime", "writeTime")], AvgDisksecPerTransfer_Base: ["uint32", low("reads", "writes")],
  AvgDisksecPerWrite: ["uint32", lowTime("writeTime")], AvgDisksecPerWrite_Base: ["uint32", low("writes")],
  DiskBytesPersec: ["uint64", sum("readBytes", "writtenBytes")], DiskReadBytesPersec: ["uint64", sum("readBytes")], DiskWriteBytesPersec: ["uint64", sum("writtenBytes")],
  DiskReadsPersec: ["uint32", low("reads")], DiskTransfersPersec: ["uint32", low("reads", "writes")], DiskWritesPersec: ["uint32", low("writes")],
  PercentDiskReadTime: ["uint64", meanTime("readTime")], PercentDiskReadTime_Base: ["uint64", perfNow],
  PercentDiskTime: ["uint64", meanTime("readTime", "writeTime")], PercentDiskTime_Base: ["uint64", perfNow],
  PercentDiskWriteTime: ["uint64", meanTime("writeTime")], PercentDiskWriteTime_Base: ["uint64", perfNow],
  PercentIdleTime: ["uint64", idle], PercentIdleTime_Base: ["uint64", perfNow],
};

/** Of what was counted between two looks, one part a part of the other. Nothing of nothing is 0. */
const each = (part: readonly string[], whole: readonly string[], factor = 1) => (drive: Drive): CimValue => {
  const [parts, wholes] = [grown(drive, ...part), grown(drive, ...whole)];
  return parts === undefined || wholes === undefined ? undefined : Math.round(wholes === 0 ? 0 : (parts * factor) / wholes);
};
/** A part of the time between two looks. */
function overTime(drive: Drive, names: readonly string[], factor: number): number | undefined {
  const growth = grown(drive, ...names);
  const { milliseconds } = drive.facts.past.disks;
  return growth === undefined || milliseconds === 0 ? growth : (growth * factor) / milliseconds;
}
const rate = (...names: readonly string[]) => (drive: Drive): CimValue => rounded(overTime(drive, names, 1000));
const queue = (...names: readonly string[]) => (drive: Drive): CimValue => rounded(overTime(drive, names, 1));
const share = (...names: readonly string[]) => (drive: Drive): number | undefined => rounded(overTime(drive, names, 100 / drive.devices.length));
const rounded = (value: number | undefined): number | undefined => (value === undefined ? undefined : Math.round(value));

const formatted: Rows = {
  ...shared, ...formattedTimes,
  AvgDiskBytesPerRead: ["uint64", each(["readBytes"], ["reads"])], AvgDiskBytesPerTransfer: ["uint64", each(["readBytes", "writtenBytes"], ["reads", "writes"])],
  AvgDiskBytesPerWrite: ["uint64", each(["writtenBytes"], ["writes"])],
  AvgDiskQueueLength: ["uint64", queue("queueTime")], AvgDiskReadQueueLength: ["uint64", queue("readTime")], AvgDiskWriteQueueLength: ["uint64", queue("writeTime")],
  // Whole seconds, as Windows has them: hardly ever more than 0.
  AvgDisksecPerRead: ["uint32", each(["readTime"], ["reads"], 0.001)], AvgDisksecPerTransfer: ["uint32", each(["readTime", "writeTime"], ["reads", "writes"], 0.001)],
  AvgDisksecPerWrite: ["uint32", each(["writeTime"], ["writes"], 0.001)],
  DiskBytesPersec: ["uint64", rate("readBytes", "writtenBytes")], DiskReadBytesPersec: ["uint64", rate("readBytes")], DiskWriteBytesPersec: ["uint64", rate("writtenBytes")],
  DiskReadsPersec: ["uint32", rate("reads")], DiskTransfersPersec: ["uint32", rate("reads", "writes")], DiskWritesPersec: ["uint32", rate("writes")],
  PercentDiskReadTime: ["uint64", share("readTime")], PercentDiskTime: ["uint64", share("readTime", "writeTime")], PercentDiskWriteTime: ["uint64", share("writeTime")],
  PercentIdleTime: ["uint64", (drive) => {
    const busy = share("busyTime")(drive);
    return busy === undefined ? undefined : Math.max(0, 100 - busy);
  }],
};

const megabytes = (octets: number | undefined): number | undefined => (octets === undefined ? undefined : Math.trunc(octets / MiB));
const sizedBy = ["FreeMegabytes", "PercentFreeSpace", "PercentFreeSpace_Base"];

function sources(className: string): (facts: Facts, needs: Needs) => Iterable<Drive> | AsyncIterable<Drive> {
  return className.endsWith("PhysicalDisk") ? physicalDrives : (facts, needs) => logicalDrives(facts, needs.wants(...sizedBy));
}

const perfDisk = (name: string, properties: Rows): CimClass => cimClass<Drive>({ name, superClass: name.startsWith("Win32_PerfRaw") ? "Win32_PerfRawData" : "Win32_PerfFormattedData", keys: ["Name"], properties, sources: sources(name) });

/** Counters of disks, to make one's own figures of: DiskReadBytesPersec and the like are counts, of which clients take the difference. */
export const rawPhysicalDiskPerformance = perfDisk("Win32_PerfRawData_PerfDisk_PhysicalDisk", raw);
/** The same between the last two looks. */
export const formattedPhysicalDiskPerformance = perfDisk("Win32_PerfFormattedData_PerfDisk_PhysicalDisk", formatted);

export const rawLogicalDiskPerformance = perfDisk("Win32_PerfRawData_PerfDisk_LogicalDisk", {
  ...raw, FreeMegabytes: ["uint32", ({ size }) => megabytes(size?.free)],
  PercentFreeSpace: ["uint32", ({ size }) => megabytes(size?.free)], PercentFreeSpace_Base: ["uint32", ({ size }) => megabytes(size?.size)],
});
export const formattedLogicalDiskPerformance = perfDisk("Win32_PerfFormattedData_PerfDisk_LogicalDisk", {
  ...formatted, FreeMegabytes: ["uint32", ({ size }) => megabytes(size?.free)],
  PercentFreeSpace: ["uint32", ({ size }) => (size === undefined || size.size === 0 ? undefined : Math.round((100 * size.free) / size.size))],
});
