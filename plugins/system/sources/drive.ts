import type { Facts } from "../facts.js";
import type { FileSystemSize } from "../machine.js";
import { disks, driveTypes, type Disk } from "./disk.js";

/** A disk, a file system, or all of them together, as performance classes see it. */
export interface Drive {
  readonly facts: Facts;
  readonly name: string;
  /** Names in /proc/diskstats whose counts make its own; empty: nobody counts it. */
  readonly devices: readonly string[];
  /** Of a file system, when it was asked for; of all of them the sum. */
  readonly size: FileSystemSize | undefined;
}

export const total = "_Total";

/** Hardware, without what others are made of: partitions, volumes of LVM, files as disks; and without what takes media. */
export function* physicalDrives(facts: Facts): Generator<Drive, void> {
  const names = [...facts.diskCounters.keys()].filter((name) => !/^(?:sr|fd)\d/u.test(name) && facts.machine.readLink(`/sys/block/${name}/device`) !== undefined);
  for (const name of names) yield { facts, name, devices: [name], size: undefined };
  if (names.length > 0) yield { facts, name: total, devices: names, size: undefined };
}

/** File systems on disks; Windows has none of the network among these either. @param sized their sizes are needed */
export async function* logicalDrives(facts: Facts, sized: boolean): AsyncGenerator<Drive, void> {
  const devices: string[] = [];
  const whole = { size: 0, free: 0, blockSize: 1 };
  if (facts.diskCounters.size === 0) return;
  for await (const disk of disks(facts, { mountPoint: undefined, sized })) {
    if (disk.driveType === driveTypes.network) continue;
    const device = deviceOf(disk);
    if (device !== undefined && !devices.includes(device)) devices.push(device);
    whole.size += disk.size?.size ?? 0;
    whole.free += disk.size?.free ?? 0;
    yield { facts, name: disk.mount.mountPoint, devices: device === undefined ? [] : [device], size: disk.size };
  }
  yield { facts, name: total, devices, size: sized ? whole : undefined };
}

/** By its number; file systems of several disks have one of their own, and then the source's name stands for it. */
function deviceOf({ facts, mount }: Disk): string | undefined {
  for (const [name, { major, minor }] of facts.diskCounters) if (`${major}:${minor}` === mount.device) return name;
  const name = mount.source.slice(mount.source.lastIndexOf("/") + 1);
  return facts.diskCounters.has(name) ? name : undefined;
}

/** Counted until now. @returns `undefined` where nobody counts */
export function counted({ facts, devices }: Drive, ...names: readonly string[]): number | undefined {
  if (devices.length === 0) return undefined;
  return devices.reduce((sum, device) => names.reduce((own, name) => own + (facts.diskCounters.get(device)?.[name] ?? 0), sum), 0);
}

/** Counted between the last two looks. @returns `undefined` where nobody counts */
export function grown({ facts, devices }: Drive, ...names: readonly string[]): number | undefined {
  if (devices.length === 0) return undefined;
  return devices.reduce((sum, device) => names.reduce((own, name) => own + (facts.past.disks.growth(device, name) ?? 0), sum), 0);
}
