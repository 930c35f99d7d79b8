/**
 * Admits at most `size` in any span of `length` milliseconds, exactly: a ring of the moments of the last `size` admissions. A fixed or
 * estimated window would let nearly twice as many through around its edges.
 */
export class SlidingWindow {
  #moments: Float64Array | undefined;
  #next = 0;
  #count = 0;

  /** @param size at least 0; with 0 nothing is admitted. @param length milliseconds; with 0 everything is */
  constructor(
    readonly size: number,
    readonly length: number,
  ) {}

  /** May one more begin at `now` (monotonic milliseconds, never going back)? If so it is counted. */
  tryEnter(now: number): boolean {
    if (this.length === 0) return true;
    if (this.size === 0) return false;
    // Memory only when it is used, and never more than what the busiest span has needed.
    const moments = (this.#moments ??= new Float64Array(Math.min(this.size, 64)));
    if (this.#count === this.size && now - moments[this.#next]! < this.length) return false;
    this.#put(now);
    return true;
  }

  /** Nothing admitted at `now` or later depends on what is remembered. */
  isIdle(now: number): boolean {
    if (this.#count === 0) return true;
    const last = this.#moments![(this.#next + this.#moments!.length - 1) % this.#moments!.length]!;
    return now - last >= this.length;
  }

  /** The same past under another limit, as far as this one remembers it. @returns itself when nothing changes */
  resized(size: number, length: number): SlidingWindow {
    if (size === this.size && length === this.length) return this;
    const next = new SlidingWindow(size, length);
    const old = this.#moments;
    if (old === undefined || size === 0) return next;
    const kept = Math.min(this.#count, size);
    const moments = (next.#moments = new Float64Array(Math.min(size, Math.max(kept, 64))));
    for (let at = 0; at < kept; at++) moments[at] = old[(this.#next + old.length - kept + at) % old.length]!;
    next.#count = kept;
    next.#next = kept % moments.length;
    return next;
  }

  #put(now: number): void {
    let moments = this.#moments!;
    if (this.#count === moments.length && moments.length < this.size && now - moments[this.#next]! < this.length) {
      moments = this.#grow(moments);
    }
    moments[this.#next] = now;
    this.#next = (this.#next + 1) % moments.length;
    if (this.#count < moments.length) this.#count++;
  }

  /** Twice the room, oldest first. */
  #grow(old: Float64Array): Float64Array {
    const grown = new Float64Array(Math.min(this.size, old.length * 2));
    grown.set(old.subarray(this.#next));
    grown.set(old.subarray(0, this.#next), old.length - this.#next);
    this.#next = old.length;
    this.#moments = grown;
    return grown;
  }
}
