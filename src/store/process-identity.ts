import { readFileSync } from "node:fs";

/**
 * A process that no other one is ever taken for: its id, when it began (ticks since boot), and the boot. Process ids are given again,
 * and a state directory outlives the machine's boots. The last two are `0` where /proc is missing.
 */
export interface ProcessIdentity {
  readonly pid: number;
  readonly started: string;
  readonly boot: string;
}

const boot = readOr("/proc/sys/kernel/random/boot_id").trim().replaceAll("-", "").slice(0, 12) || "0";

export const ownIdentity: ProcessIdentity = { pid: process.pid, started: startOf(process.pid) ?? "0", boot };

export const formatIdentity = ({ pid, started, boot: of }: ProcessIdentity): string => `${pid}-${started}-${of}`;

/** @returns `undefined` for anything that is not an identity */
export function parseIdentity(text: string): ProcessIdentity | undefined {
  const match = /^([1-9]\d{0,9})-(\d{1,20})-([0-9a-f]{1,12})$/u.exec(text.trim());
  return match === null ? undefined : { pid: Number(match[1]), started: match[2]!, boot: match[3]! };
}

/** Does that very process live? One that has ended and waits for its parent to notice does not; one that may not be signalled does. */
export function isProcessAlive(identity: ProcessIdentity): boolean {
  if (identity.boot !== boot) return false;
  try {
    process.kill(identity.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  const started = startOf(identity.pid);
  return started === identity.started || (started === undefined && identity.started === "0");
}

/** `undefined` for a process that has ended, and where /proc is missing. */
function startOf(pid: number): string | undefined {
  // The name stands in parentheses and may hold anything; state is the first field behind it, the start the twentieth.
  const fields = readOr(`/proc/${pid}/stat`).split(") ").at(-1)!.split(" ");
  return fields[0] === "Z" || fields[0] === "X" ? undefined : fields[19];
}

function readOr(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
