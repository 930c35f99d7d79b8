import type { Facts } from "../facts.js";
import type { FileSystemSize } from "../machine.js";
import type { Mount } from "./mounts.js";

/** WMI's numbers of kinds of drives. */
export const driveTypes = { unknown: 0, removable: 2, fixed: 3, network: 4, optical: 5 } as const;

/** A file system that holds somebody's data. */
export interface Disk {
  readonly facts: Facts;
  readonly mount: Mount;
  readonly driveType: number;
  /** `undefined`: not asked for, or no answer. */
  readonly size: FileSystemSize | undefined;
}

const networkTypes = new Set(["nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "afs", "glusterfs", "fuse.sshfs", "fuse.glusterfs", "fuse.rclone", "fuse.s3fs", "lustre", "virtiofs"]);
const opticalTypes = new Set(["iso9660", "udf"]);
/** File systems whose source is no device under /dev, and yet hold data. */
const deviceless = new Set(["zfs", "btrfs", "bcachefs", "virtiofs"]);

/** What every mount of the kernel's own, of containers and of packed programs is not. */
function isDisk({ type, source, mountPoint, root }: Mount): boolean {
  // Single files that containers are given: /etc/hosts and the like.
  if (root !== "/" && /^\/(?:etc|dev|proc|run|sys)\//u.test(mountPoint)) return false;
  if (type === "squashfs" || type === "tmpfs" || type === "ramfs" || type === "devtmpfs") return false;
  // A container's only disk.
  if (type === "overlay") return mountPoint === "/";
  return networkTypes.has(type) || deviceless.has(type) || type === "fuseblk" || source.startsWith("/dev/");
}

/** File systems, each once however often it is mounted. @param sized their sizes are needed */
export async function* disks(facts: Facts, { mountPoint, sized }: { readonly mountPoint: string | undefined; readonly sized: boolean }): AsyncGenerator<Disk, void> {
  for (const mount of mountsOf(facts)) {
    if (mountPoint !== undefined && mount.mountPoint.toLowerCase() !== mountPoint.toLowerCase()) continue;
    yield { facts, mount, driveType: driveTypeOf(facts, mount), size: sized ? await facts.machine.fileSystem(mount.mountPoint) : undefined };
  }
}

function mountsOf(facts: Facts): readonly Mount[] {
  if (!facts.isLinux) return [elsewhere(facts)];
  // What was mounted there later hides what was before.
  const visible = new Map(facts.mounts.map((mount) => [mount.mountPoint, mount]));
  const chosen = new Map<string, Mount>();
  for (const mount of [...visible.values()].filter(isDisk)) {
    const before = chosen.get(mount.device);
    // The whole file system is told before a part of it that is bound elsewhere.
    if (before === undefined || (before.root !== "/" && mount.root === "/")) chosen.set(mount.device, mount);
  }
  return [...chosen.values()];
}

/** Other systems have no list of mounts that Node can read: the one with the system on it. */
function elsewhere(facts: Facts): Mount {
  const isWindows = facts.machine.platform === "win32";
  return { id: 0, device: "0:0", root: "/", mountPoint: isWindows ? (facts.machine.environment("SystemDrive") ?? "C:") : "/", readOnly: false, type: "", source: "" };
}

function driveTypeOf(facts: Facts, { type, device }: Mount): number {
  if (networkTypes.has(type) && type !== "virtiofs") return driveTypes.network;
  if (opticalTypes.has(type)) return driveTypes.optical;
  const link = facts.machine.readLink(`/sys/dev/block/${device}`);
  if (link === undefined) return driveTypes.fixed;
  const folder = `/sys/dev/block/${link}`;
  // A partition's own folder does not say; the folder around it is the disk's.
  const removable = facts.machine.readText(`${folder}/removable`) ?? facts.machine.readText(`${folder}/../removable`);
  return removable?.trim() === "1" ? driveTypes.removable : driveTypes.fixed;
}

/** Name that udev gave to the device of a mount in one of its folders: its label or its UUID. */
export function diskName(facts: Facts, { source }: Mount, folder: "by-label" | "by-uuid"): string | undefined {
  const device = source.slice(source.lastIndexOf("/") + 1);
  if (device === "") return undefined;
  const name = facts.machine.list(`/dev/disk/${folder}`).find((each) => facts.machine.readLink(`/dev/disk/${folder}/${each}`)?.endsWith(`/${device}`) === true);
  return name?.replace(/\\x([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The first 8 hexadecimal digits of the UUID. */
export function serialNumber(facts: Facts, mount: Mount): string | undefined {
  const digits = diskName(facts, mount, "by-uuid")?.replace(/[^0-9a-f]/giu, "").slice(0, 8).toUpperCase();
  return digits?.length === 8 ? digits : undefined;
}
