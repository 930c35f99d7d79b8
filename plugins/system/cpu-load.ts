import type { Machine } from "./machine.js";
import { noTimes, sampleCpu, sumTimes, type CpuSample, type CpuTimes } from "./sources/cpu-sample.js";
import { TwoLooks } from "./two-looks.js";

/** Shares of time between two looks, in percent. */
export type CpuShares = Readonly<Record<keyof CpuTimes, number>>;

/** How busy the processors were between the last two looks at them. */
export class CpuLoad {
  readonly #looks: TwoLooks<CpuSample>;

  constructor(machine: Machine) {
    this.#looks = new TwoLooks(machine, () => sampleCpu(machine));
  }

  /** @param cpus numbers of processors; `undefined`: all. Without time between the looks everything is 0 and idle 100 */
  shares(cpus?: readonly string[]): CpuShares {
    const looks = this.#looks.get();
    const [before, now] = [sumTimes(looks.before, cpus), sumTimes(looks.now, cpus)];
    const names = Object.keys(noTimes) as (keyof CpuTimes)[];
    // Idle time is known to go back a little now and then.
    const spent = names.map((name) => Math.max(0, now[name] - before[name]));
    const whole = spent.reduce((total, one) => total + one, 0);
    if (whole === 0) return { ...noTimes, idle: 100 };
    return Object.fromEntries(names.map((name, index) => [name, (100 * spent[index]!) / whole])) as unknown as CpuShares;
  }

  /** A second; 0 without time between the looks. @returns `undefined` where nobody counts them */
  rate(what: "interrupts" | "contextSwitches"): number | undefined {
    const looks = this.#looks.get();
    const [before, now, seconds] = [looks.before[what], looks.now[what], (looks.now.at - looks.before.at) / 1000];
    if (before === undefined || now === undefined) return undefined;
    return seconds > 0 ? Math.max(0, now - before) / seconds : 0;
  }
}
