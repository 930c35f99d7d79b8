import type { Clock } from "../base/clock.js";

/** One source's recent history. */
interface Source {
  /** When its wrong attempts were, oldest first; monotonic. */
  readonly failures: number[];
  /** Attempts being verified. */
  running: number;
  readonly whenOver: (() => void)[];
}

/** The span in which wrong attempts count. Milliseconds. */
const span = 60_000;

/** Counts wrong attempts per source in an exact sliding minute. */
export class FailedAttempts {
  readonly #sources = new Map<string, Source>();

  /**
   * @param perMinute wrong attempts of one source in any minute
   * @param sources remembered at most; the one longest quiet is forgotten first
   */
  constructor(
    private readonly clock: Pick<Clock, "now">,
    private readonly perMinute: number,
    private readonly sources: number,
  ) {}

  /** Has this source used up its attempts? */
  isExhausted(source: string): boolean {
    return this.#recent(source) >= this.perMinute;
  }

  /**
   * Runs an attempt, unless the source has used up its minute; waits for others of the source where these might use it up, so that many
   * attempts at a time get no further than one after the other.
   * @returns `undefined` when it was not run
   */
  async attempt<T>(source: string, run: () => Promise<T>, isWrong: (outcome: T) => boolean): Promise<T | undefined> {
    for (;;) {
      const history = this.#sources.get(source);
      const recent = this.#recent(source);
      if (recent >= this.perMinute) return undefined;
      if (history === undefined || recent + history.running < this.perMinute) break;
      await new Promise<void>((resolve) => history.whenOver.push(resolve));
    }
    const history = this.#open(source);
    history.running++;
    try {
      const outcome = await run();
      if (isWrong(outcome)) history.failures.push(this.clock.now());
      return outcome;
    } finally {
      history.running--;
      for (const wake of history.whenOver.splice(0)) wake();
      if (history.failures.length === 0 && history.running === 0) this.#sources.delete(source);
    }
  }

  #recent(source: string): number {
    const failures = this.#sources.get(source)?.failures ?? [];
    while (failures.length > 0 && this.clock.now() - failures[0]! >= span) failures.shift();
    return failures.length;
  }

  #open(source: string): Source {
    const history = this.#sources.get(source) ?? { failures: [], running: 0, whenOver: [] };
    this.#sources.delete(source);
    this.#sources.set(source, history);
    if (this.#sources.size > this.sources) {
      for (const [name, { running }] of this.#sources) {
        if (running > 0) continue;
        this.#sources.delete(name);
        break;
      }
    }
    return history;
  }
}

/** What counts as one source: an IPv4 address, or the /64 that one owner of IPv6 addresses has at least. */
export function sourceOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.replace(/%.*$/u, "").toLowerCase().split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === undefined || tail === "" ? [] : tail.split(":");
  const groups = tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
  return `${groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16)).join(":")}::/64`;
}
