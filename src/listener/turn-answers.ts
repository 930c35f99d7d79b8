/** Answers that are ready are not gathered for longer than this. Milliseconds. */
const longest = 1;

/**
 * Answers that become ready in the turn of the event loop that brought their requests go out together, at its end or after a millisecond.
 * Each write wakes a client that sleeps, which is a fifth of what an answer costs; one that was woken by the first is awake for the next.
 * Whoever keeps the thread to himself meanwhile keeps them too, with everything else.
 */
export class TurnAnswers {
  #waiting: (() => void)[] = [];
  /** Since when answers are kept in this turn, monotonic milliseconds; `undefined` outside of turns that brought requests. */
  #since: number | undefined;

  /** A request has come: answers of this turn wait for its end. */
  open(): void {
    if (this.#since !== undefined) {
      if (this.#waiting.length > 0) this.#releaseLate(this.#since);
      return;
    }
    this.#since = performance.now();
    setImmediate(() => {
      this.#since = undefined;
      this.#release();
    });
  }

  /** @param send sends an answer; runs now or at the end of the turn */
  add(send: () => void): void {
    if (this.#since === undefined) {
      send();
      return;
    }
    this.#waiting.push(send);
    this.#releaseLate(this.#since);
  }

  #releaseLate(since: number): void {
    const now = performance.now();
    if (now - since < longest) return;
    this.#since = now;
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const send of waiting) {
      try {
        send();
      } catch (error) {
        // One that goes wrong costs the others nothing, and is as loud as it would have been by itself.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
