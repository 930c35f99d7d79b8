import type { Machine } from "./machine.js";
import { noTimes, sampleCpu, sumTimes, type CpuSample, type CpuTimes } from "./sources/cpu-sample.js";

/** Shares of time between two looks, in percent. */
export type CpuShares = Readonly<Record<keyof CpuTimes, number>>;

/** Milliseconds between two looks at least: a shorter time says nothing. */
const interval = 1000;

/**
 * How busy the processors were between the last two looks at them. Monitoring asks every few seconds or minutes, and gets the mean of
 * that time; no timer runs in between. The first look is at the start of the plug-in.
 */
export class CpuLoad {
  #before: CpuSample;
  #now: CpuSample;

  constructor(private readonly machine: Machine) {
    this.#before = this.#now = sampleCpu(machine);
  }

  #look(): void {
    // A clock that was set back makes the old look useless too.
    const passed = this.machine.now() - this.#now.at;
    if (passed >= 0 && passed < interval) return;
    [this.#before, this.#now] = [this.#now, sampleCpu(this.machine)];
  }

  /** @param cpus numbers of processors; `undefined`: all. Without time between the looks everything is 0 and idle 100 */
  shares(cpus?: readonly string[]): CpuShares {
    this.#look();
    const [before, now] = [sumTimes(this.#before, cpus), sumTimes(this.#now, cpus)];
    const names = Object.keys(noTimes) as (keyof CpuTimes)[];
    // Idle time is known to go back a little now and then.
    const spent = names.map((name) => Math.max(0, now[name] - before[name]));
    const whole = spent.reduce((total, one) => total + one, 0);
    if (whole === 0) return { ...noTimes, idle: 100 };
    return Object.fromEntries(names.map((name, index) => [name, (100 * spent[index]!) / whole])) as unknown as CpuShares;
  }

  /** A second; 0 without time between the looks. @returns `undefined` where nobody counts them */
  rate(what: "interrupts" | "contextSwitches"): number | undefined {
    this.#look();
    const [before, now, seconds] = [this.#before[what], this.#now[what], (this.#now.at - this.#before.at) / 1000];
    if (before === undefined || now === undefined) return undefined;
    return seconds > 0 ? Math.max(0, now - before) / seconds : 0;
  }
}
