import { interval } from "./two-looks.js";

/** What was counted of one process. Times in ticks. */
export interface ProcessCounts {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Tells one process from another that got its number later. */
  readonly startTicks: number;
  readonly userTicks: number;
  readonly kernelTicks: number;
  readonly faults: number;
  /** `undefined`: not for us to know, or nobody asked. Octets and calls, named as the kernel does. */
  readonly io: Readonly<Record<"rchar" | "wchar" | "syscr" | "syscw", number>> | undefined;
}

interface Looks {
  readonly before: ProcessCounts;
  readonly now: ProcessCounts;
}

/** The last two looks at each process. A look is taken while the process is told of, so that nobody reads all of them for one. */
export class ProcessHistory {
  #known = new Map<string, Looks>();

  /** Takes a look, unless the last one was just now. @returns the last two, one and the same the first time */
  look(id: string, counts: ProcessCounts): Looks {
    const known = this.#known.get(id);
    if (known === undefined || known.now.startTicks !== counts.startTicks || counts.at < known.now.at) return this.#keep(id, { before: counts, now: counts });
    if (counts.at - known.now.at < interval) return known;
    return this.#keep(id, { before: known.now, now: counts });
  }

  #keep(id: string, looks: Looks): Looks {
    this.#known.set(id, looks);
    return looks;
  }

  /** Forgets all but these: the others have ended. */
  keepOnly(ids: ReadonlySet<string>): void {
    for (const id of this.#known.keys()) if (!ids.has(id)) this.#known.delete(id);
  }
}
