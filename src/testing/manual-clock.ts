import type { Clock } from "../base/clock.js";

/** A clock that stands still until it is advanced; timers run in the order they fall due. */
export class ManualClock implements Clock {
  #now = 0;
  #timers: { readonly at: number; readonly run: () => void }[] = [];
  readonly #started: number;

  /** @param startedAt wall time at the beginning, milliseconds since 1970 */
  constructor(startedAt = Date.UTC(2026, 0, 1)) {
    this.#started = startedAt;
  }

  now(): number {
    return this.#now;
  }

  wallTime(): number {
    return this.#started + this.#now;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.#now + Math.max(0, milliseconds), run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  /** Timers that have not run; a test that ends with any has found a leak. */
  get pending(): number {
    return this.#timers.length;
  }

  /** Moves time forward, running each timer at its own moment. */
  advance(milliseconds: number): void {
    const end = this.#now + milliseconds;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((other) => other !== due);
      this.#now = due.at;
      due.run();
    }
    this.#now = end;
  }
}
