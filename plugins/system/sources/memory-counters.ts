import type { Counters } from "../counter-history.js";
import type { Machine } from "../machine.js";

/** Whose the machine's own counters are. */
export const wholeMachine = "machine";

/** What is looked at of /proc/vmstat; its other hundred are left alone. */
const names = ["pgfault", "pgmajfault", "pswpin", "pswpout"];

/** Reads /proc/vmstat: faults, and pages that came from and went to swap. Empty where there is none. */
export function readMemoryCounters(machine: Machine): Counters {
  const text = machine.platform === "linux" ? machine.readText("/proc/vmstat") : undefined;
  const found = [...(text ?? "").matchAll(/^(\w+) (\d+)$/gmu)].filter(([, name]) => names.includes(name!)).map(([, name, value]) => [name!, Number(value)] as const);
  return new Map(found.length === 0 ? [] : [[wholeMachine, Object.fromEntries(found)]]);
}
