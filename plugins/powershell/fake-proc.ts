import { readFileSync, readdirSync } from "node:fs";

/** Why tests that look at processes are skipped; `false` where they are not. */
export const withoutProc = process.platform === "linux" ? false : "looks at processes through /proc";

/** proc(5), stat, third field. `undefined`: there is no such process. */
export function processState(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    return stat.slice(stat.lastIndexOf(")") + 2)[0];
  } catch {
    return undefined;
  }
}

/** Neither ended nor a zombie. */
export const isAlive = (pid: number): boolean => !["Z", "X", undefined].includes(processState(pid));

/** Children of a process. */
export const childrenOf = (pid: number): readonly number[] =>
  readdirSync("/proc").map(Number).filter((id) => {
    try {
      const stat = readFileSync(`/proc/${id}/stat`, "latin1");
      return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1] === String(pid);
    } catch {
      return false;
    }
  });

/** Waits, without a bound of its own, until something has happened: the test runner's time-out is the bound. */
export async function until(happened: () => boolean): Promise<void> {
  while (!happened()) await new Promise((resolve) => setTimeout(resolve, 5));
}
