/** A line of /proc/self/mountinfo (proc_pid_mountinfo(5)). */
export interface Mount {
  readonly id: number;
  /** `8:1`. */
  readonly device: string;
  /** What of the file system is mounted: `/` for all of it. */
  readonly root: string;
  readonly mountPoint: string;
  readonly readOnly: boolean;
  readonly type: string;
  /** `/dev/sda1`, `server:/export`. */
  readonly source: string;
}

/** Lines that cannot be read are passed over. */
export function readMounts(text: string): readonly Mount[] {
  const mounts: Mount[] = [];
  for (const line of text.split("\n")) {
    const fields = line.split(" ");
    const separator = fields.indexOf("-", 6);
    if (separator < 0) continue;
    const [id, , device, root, mountPoint, options] = fields;
    const [type, source] = fields.slice(separator + 1);
    mounts.push({
      id: Number(id), device: device!, root: unescape(root!), mountPoint: unescape(mountPoint!), readOnly: options!.split(",").includes("ro"),
      type: type ?? "", source: unescape(source ?? ""),
    });
  }
  return mounts;
}

/** Blank, tab, line feed and backslash are written as `\040`; everything else as it is. */
function unescape(text: string): string {
  return text.includes("\\") ? text.replace(/\\([0-7]{3})/gu, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8))) : text;
}
