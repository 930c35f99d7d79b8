import type { Clock } from "../../base/clock.js";

/** Lines a minute: a timer that throws a thousand times a second must not fill the disk. */
const linesPerMinute = 60;

/** Lets a number of lines a minute through and counts the others. */
export class LineLimit {
  #windowStart = -Infinity;
  #lines = 0;

  /** @param tell told at the next line of a new minute how many were left out */
  constructor(
    private readonly clock: Clock,
    private readonly tell: (omitted: number) => void,
  ) {}

  take(): boolean {
    const now = this.clock.now();
    if (now - this.#windowStart >= 60_000) {
      if (this.#lines > linesPerMinute) this.tell(this.#lines - linesPerMinute);
      this.#windowStart = now;
      this.#lines = 0;
    }
    return ++this.#lines <= linesPerMinute;
  }
}
