import type { Machine } from "../machine.js";

/** Time that a processor has spent since the start, in milliseconds. */
export interface CpuTimes {
  readonly user: number;
  readonly privileged: number;
  readonly interrupt: number;
  readonly deferred: number;
  readonly idle: number;
}

/** What the kernel has counted until one moment. */
export interface CpuSample {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** By the processor's number. */
  readonly cpus: ReadonlyMap<string, CpuTimes>;
  /** `undefined` where nobody counts them. */
  readonly interrupts: number | undefined;
  readonly contextSwitches: number | undefined;
  readonly running: number | undefined;
}

/** The kernel writes hundredths of a second here, whatever it counts in. */
const tick = 10;
export const noTimes: CpuTimes = { user: 0, privileged: 0, interrupt: 0, deferred: 0, idle: 0 };

/** Reads /proc/stat; elsewhere what the system's interface gives. */
export function sampleCpu(machine: Machine): CpuSample {
  const at = machine.now();
  const text = machine.platform === "linux" ? machine.readText("/proc/stat") : undefined;
  if (text === undefined) {
    const cpus = machine.system().cpus.map(({ times }, index) => [String(index), { user: times.user + times.nice, privileged: times.sys, interrupt: times.irq, deferred: 0, idle: times.idle }] as const);
    return { at, cpus: new Map(cpus), interrupts: undefined, contextSwitches: undefined, running: undefined };
  }
  const cpus = new Map<string, CpuTimes>();
  for (const [, name, fields] of text.matchAll(/^cpu(\d+) (.*)$/gmu)) {
    const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0] = fields!.split(" ").map((field) => Number(field) * tick);
    cpus.set(name!, { user: user + nice, privileged: system, interrupt: irq, deferred: softirq, idle: idle + iowait });
  }
  const counter = (name: string): number | undefined => {
    const found = new RegExp(`^${name} (\\d+)`, "mu").exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  return { at, cpus, interrupts: counter("intr"), contextSwitches: counter("ctxt"), running: counter("procs_running") };
}

/** @param names `undefined`: all processors */
export function sumTimes({ cpus }: CpuSample, names: readonly string[] = [...cpus.keys()]): CpuTimes {
  return names.reduce((total, name) => {
    const one = cpus.get(name) ?? noTimes;
    return { user: total.user + one.user, privileged: total.privileged + one.privileged, interrupt: total.interrupt + one.interrupt, deferred: total.deferred + one.deferred, idle: total.idle + one.idle };
  }, noTimes);
}
