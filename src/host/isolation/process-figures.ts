import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";

/** What is known of a running process. */
export interface ProcessFigures {
  /** Resident octets; `undefined` where nobody knows. */
  memory(): number | undefined;
  /** Milliseconds of processor used so far. */
  processorTime(): number | undefined;
}

/** Where Linux shows its processes: from outside, whatever the process does or says. */
const processes = "/proc";

/** Figures of a child process as the kernel shows them. @returns `undefined` where it shows none (macOS, Windows) */
export async function processFigures(pid: number, folder = processes): Promise<ProcessFigures | undefined> {
  const read = (name: string): string | undefined => {
    try {
      return readFileSync(`${folder}/${pid}/${name}`, "latin1");
    } catch {
      return undefined;
    }
  };
  if (read("status") === undefined) return undefined;
  const ticks = await (ticksPerSecond ??= askTicks());
  return { memory: () => residentOctets(read("status")), processorTime: () => processorMilliseconds(read("stat"), ticks) };
}

/** proc(5), status: VmRSS in kB, whatever size the machine's pages have. */
export function residentOctets(status: string | undefined): number | undefined {
  const kilobytes = status === undefined ? undefined : /^VmRSS:\s*(\d+) kB$/mu.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
}

/** proc(5), stat: fields 14 and 15 are user and system time in clock ticks; the second field may hold spaces and ends with a parenthesis. */
export function processorMilliseconds(stat: string | undefined, ticks: number): number | undefined {
  const fields = stat?.slice(stat.lastIndexOf(")") + 2).split(" ");
  return fields === undefined ? undefined : ((Number(fields[11]) + Number(fields[12])) * 1000) / ticks;
}

/** Asked once: it does not change while the machine runs. */
let ticksPerSecond: Promise<number> | undefined;

/** What `sysconf(_SC_CLK_TCK)` says; a machine without the command has Linux's usual 100. */
async function askTicks(): Promise<number> {
  try {
    const ticks = Number((await promisify(execFile)("getconf", ["CLK_TCK"])).stdout.trim());
    return Number.isInteger(ticks) && ticks > 0 ? ticks : 100;
  } catch {
    return 100;
  }
}
