import { readFile as readFileCalling } from "node:fs";
import { readdir } from "node:fs/promises";
import { promisify } from "node:util";

/**
 * Costs half of what the one of node:fs/promises does, and a look at all processes is hundreds of calls. Not in this thread: a process that
 * hangs in the kernel may hold up whoever reads of it.
 */
const readFile = promisify(readFileCalling);

/** How many are looked at at a time. */
const atATime = 16;
/** How many numbers are asked one by one, rather than that all processes are listed. */
const mostByNumber = 64;
/** How often those are looked at that began during a look. */
const mostLooks = 4;

export interface LiveProcess {
  readonly id: number;
  readonly isOfGroup: boolean;
}

/**
 * Processes that were started with an entry in their environment, or are of a group, as Linux tells under /proc (proc(5), environ and stat):
 * those of this account, and of all accounts for root. Without zombies. Empty on other systems.
 * @param entry `NAME=value`, whole
 * @param group its number; `undefined`: there is none
 * @param first number of the process that is the eldest of them, where the machine has not come round to small numbers since it began;
 * `undefined`: they may have any number
 */
export async function liveProcesses(entry: string, group: number | undefined, first: number | undefined): Promise<readonly LiveProcess[]> {
  if (process.platform !== "linux") return [];
  let last = await lastNumber();
  if (first === undefined || last === undefined || last < first) return among(await processIds(), entry, group);
  const found: LiveProcess[] = [];
  for (let [look, from] = [0, first]; look < mostLooks && last !== undefined && last >= from; look++) {
    found.push(...(await among(await numbers(from, last), entry, group)));
    from = last + 1;
    last = await lastNumber();
  }
  return found;
}

/** Processes from one number to another. */
async function numbers(from: number, to: number): Promise<readonly number[]> {
  if (to - from < mostByNumber) return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  return (await processIds()).filter((id) => id >= from && id <= to);
}

/** Which the newest process, or thread, has (proc(5), loadavg). Numbers are given in turn; after the greatest come small ones again. */
async function lastNumber(): Promise<number | undefined> {
  const number = Number((await readFile("/proc/loadavg", "latin1").catch(() => "")).trim().split(" ").at(-1));
  return number > 0 ? number : undefined;
}

async function among(ids: readonly number[], entry: string, group: number | undefined): Promise<readonly LiveProcess[]> {
  const found: LiveProcess[] = [];
  for (let at = 0; at < ids.length; at += atATime) {
    const some = await Promise.all(ids.slice(at, at + atATime).map(async (id) => {
      const isOfGroup = group !== undefined && (await isLiveIn(id, group));
      return isOfGroup || (await hasEntry(id, entry)) ? { id, isOfGroup } : undefined;
    }));
    found.push(...some.filter((each) => each !== undefined));
  }
  return found;
}

/** What processes come to. */
export interface ProcessSum {
  readonly processes: number;
  /** Octets in the machine's memory, what they share counted for each. */
  readonly memory: number;
}

/** All processes of this account that have one of these entries in their environment; `undefined` where the system does not tell. */
export async function sumOfProcesses(entries: ReadonlySet<string>): Promise<ProcessSum | undefined> {
  if (process.platform !== "linux") return undefined;
  const ids = entries.size === 0 ? [] : await processIds();
  let [processes, memory] = [0, 0];
  for (let at = 0; at < ids.length; at += atATime) {
    await Promise.all(ids.slice(at, at + atATime).map(async (id) => {
      const environment = (await read(id, "environ"))?.split("\0");
      if (environment?.some((entry) => entries.has(entry)) !== true) return;
      processes++;
      // Kilobytes, whatever the size of a page (proc(5), status).
      memory += Number(/^VmRSS:\s+(\d+) kB$/mu.exec((await read(id, "status")) ?? "")?.[1] ?? 0) * 1024;
    }));
  }
  return { processes, memory };
}

const processIds = async (): Promise<readonly number[]> => (await readdir("/proc").catch(() => [])).map(Number).filter((id) => Number.isInteger(id) && id !== process.pid);

/** `undefined`: it has ended, or is another account's. */
const read = (id: number, name: string): Promise<string | undefined> => readFile(`/proc/${id}/${name}`, "latin1").catch(() => undefined);

/** A zombie has no environment. */
const hasEntry = async (id: number, entry: string): Promise<boolean> => `\0${(await read(id, "environ")) ?? ""}\0`.includes(`\0${entry}\0`);

/** The second field may hold blanks and ends with a parenthesis; then come state, parent and group. */
async function isLiveIn(id: number, group: number): Promise<boolean> {
  const stat = await read(id, "stat");
  const [state, , its] = stat?.slice(stat.lastIndexOf(")") + 2).split(" ") ?? [];
  return its === String(group) && state !== "Z" && state !== "X";
}
