import { readdirSync, readFileSync } from "node:fs";

/** Why tests that look into another process are skipped; `false` where they are not. */
export const withoutProc = process.platform === "linux" ? false : "looks at the host through /proc";

/** File descriptors that a process has open. */
export const openDescriptors = (pid: number): number => readdirSync(`/proc/${pid}/fd`).length;

/** Memory that a process has in the machine. Octets. */
export const residentMemory = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))![1]) * 1024;

/** Processor time that all threads of a process have used, also what a garbage collector did beside the others. Milliseconds. */
export function processorTime(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]);
    } catch {
      // A thread that ended meanwhile.
    }
  }
  return nanoseconds / 1e6;
}
