import type { Machine } from "./machine.js";

/** Milliseconds between two looks at least: a shorter time says nothing. */
export const interval = 1000;

/**
 * The last two looks at what a machine counts. Monitoring asks every few seconds or minutes, and gets the mean of that time; no timer runs
 * in between. The first look is when this is made.
 */
export class TwoLooks<Look extends { /** Milliseconds since 1970. */ readonly at: number }> {
  #before: Look;
  #now: Look;

  constructor(
    private readonly machine: Pick<Machine, "now">,
    private readonly look: () => Look,
  ) {
    this.#before = this.#now = look();
  }

  /** One and the same at first. */
  get(): { readonly before: Look; readonly now: Look } {
    // A clock that was set back makes the old look useless too.
    const passed = this.machine.now() - this.#now.at;
    if (passed < 0 || passed >= interval) [this.#before, this.#now] = [this.#now, this.look()];
    return { before: this.#before, now: this.#now };
  }
}
