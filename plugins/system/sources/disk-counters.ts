import type { Counters } from "../counter-history.js";
import type { Machine } from "../machine.js";

/** The kernel counts these whatever a disk's own are (Documentation/admin-guide/iostats). */
const octetsPerSector = 512;

/**
 * Reads /proc/diskstats, by the name of the device: disks and their partitions. Times in milliseconds; `readTime` and `writeTime` are summed
 * over requests, `busyTime` is that of the disk. Lines that cannot be read are passed over.
 */
export function readDiskCounters(machine: Machine): Counters {
  const counters = new Map<string, Readonly<Record<string, number>>>();
  for (const line of (machine.platform === "linux" ? (machine.readText("/proc/diskstats") ?? "") : "").split("\n")) {
    const fields = line.trim().split(/\s+/u);
    const name = fields[2];
    const [major, minor, , reads, , sectorsRead, readTime, writes, , sectorsWritten, writeTime, pending, busyTime, queueTime] = fields.map(Number);
    if (name === undefined || queueTime === undefined || Number.isNaN(queueTime)) continue;
    counters.set(name, {
      major: major!, minor: minor!, reads: reads!, readBytes: sectorsRead! * octetsPerSector, readTime: readTime!, writes: writes!, writtenBytes: sectorsWritten! * octetsPerSector,
      writeTime: writeTime!, pending: pending!, busyTime: busyTime!, queueTime,
    });
  }
  return counters;
}
