import type { Machine } from "./machine.js";

/** What the kernel has counted: by whose it is (a disk, a network interface), then by name. */
export type Counters = ReadonlyMap<string, Readonly<Record<string, number>>>;

interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counters: Counters;
}

/** Milliseconds between two looks at least: a shorter time says nothing. */
const interval = 1000;

/**
 * How counters changed between the last two looks at them, as CpuLoad does for processors: tools that ask again and again get the mean of
 * the time between, and no timer runs. The first look is at the start of the plug-in.
 */
export class CounterHistory {
  #before: Look;
  #now: Look;

  constructor(
    private readonly machine: Machine,
    private readonly read: (machine: Machine) => Counters,
  ) {
    this.#before = this.#now = this.#look();
  }

  #look(): Look {
    return { at: this.machine.now(), counters: this.read(this.machine) };
  }

  #refresh(): void {
    // A clock that was set back makes the old look useless too.
    const passed = this.machine.now() - this.#now.at;
    if (passed >= 0 && passed < interval) return;
    [this.#before, this.#now] = [this.#now, this.#look()];
  }

  /** Milliseconds between the looks; 0 when there has been only one. */
  get milliseconds(): number {
    this.#refresh();
    return Math.max(0, this.#now.at - this.#before.at);
  }

  /** How much it has grown; 0 for what began anew or was not there before. @returns `undefined` where nobody counts it */
  growth(of: string, name: string): number | undefined {
    this.#refresh();
    const now = this.#now.counters.get(of)?.[name];
    if (now === undefined) return undefined;
    return Math.max(0, now - (this.#before.counters.get(of)?.[name] ?? now));
  }

  /** A second. @returns `undefined` where nobody counts it */
  rate(of: string, name: string): number | undefined {
    const [growth, { milliseconds }] = [this.growth(of, name), this];
    return growth === undefined || milliseconds === 0 ? growth : (growth * 1000) / milliseconds;
  }
}
