import type { Machine } from "./machine.js";
import { TwoLooks } from "./two-looks.js";

/** What the kernel has counted: by whose it is (a disk, a network interface), then by name. */
export type Counters = ReadonlyMap<string, Readonly<Record<string, number>>>;

interface Look {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly counters: Counters;
}

/** How counters changed between the last two looks at them. */
export class CounterHistory {
  readonly #looks: TwoLooks<Look>;

  constructor(machine: Machine, read: (machine: Machine) => Counters) {
    this.#looks = new TwoLooks(machine, () => ({ at: machine.now(), counters: read(machine) }));
  }

  /** Milliseconds between the looks; 0 when there has been only one. */
  get milliseconds(): number {
    const { before, now } = this.#looks.get();
    return Math.max(0, now.at - before.at);
  }

  /** How much it has grown; 0 for what began anew or was not there before. @returns `undefined` where nobody counts it */
  growth(of: string, name: string): number | undefined {
    const looks = this.#looks.get();
    const now = looks.now.counters.get(of)?.[name];
    if (now === undefined) return undefined;
    return Math.max(0, now - (looks.before.counters.get(of)?.[name] ?? now));
  }

  /** A second. @returns `undefined` where nobody counts it */
  rate(of: string, name: string): number | undefined {
    const [growth, { milliseconds }] = [this.growth(of, name), this];
    return growth === undefined || milliseconds === 0 ? growth : (growth * 1000) / milliseconds;
  }
}
