/**
 * How much work an evaluator may still do. A step is about one comparison of characters, some nanoseconds. Who spends looks at
 * `isExhausted` in long loops and gives up; whoever asked for the result then has none.
 */
export class StepBudget {
  #left: number;

  /** @param most steps there are at the beginning, and never more */
  constructor(readonly most: number) {
    this.#left = most;
  }

  spend(steps: number): void {
    this.#left -= steps;
  }

  /** Gives back some of what was spent. Not to one that is exhausted. */
  refill(steps: number): void {
    if (this.#left >= 0) this.#left = Math.min(this.most, this.#left + steps);
  }

  get left(): number {
    return this.#left;
  }

  get isExhausted(): boolean {
    return this.#left < 0;
  }
}
