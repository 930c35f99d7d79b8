/** An answer that is ready is not kept for longer than this. Milliseconds. */
const longest = 1;

/**
 * Answers that become ready in the turn of the event loop that brought their requests go out together at its end. Each write wakes a client
 * that sleeps, which is a fifth of what an answer costs; one that was woken by the first is awake for the next.
 */
export class TurnAnswers {
  #waiting: (() => void)[] = [];
  /** Since when answers are kept in this turn, monotonic milliseconds; `undefined` outside of turns that brought requests. */
  #since: number | undefined;

  /** A request has come: answers of this turn wait for its end. */
  open(): void {
    if (this.#since !== undefined) return;
    this.#since = performance.now();
    setImmediate(() => {
      this.#since = undefined;
      this.#release();
    });
  }

  /** @param send sends an answer; runs now or at the end of the turn, never throws */
  add(send: () => void): void {
    if (this.#since === undefined) {
      send();
      return;
    }
    this.#waiting.push(send);
    const now = performance.now();
    if (now - this.#since < longest) return;
    this.#since = now;
    this.#release();
  }

  #release(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const send of waiting) send();
  }
}
