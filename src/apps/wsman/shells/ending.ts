/** Tells whoever waits for something of a shell or command that it has ended. */
export class Ending {
  readonly #waiting = new Set<() => void>();
  #isOver = false;

  get isOver(): boolean {
    return this.#isOver;
  }

  /** @param run called once, when it ends; not when it has ended already @returns forgets it */
  onEnd(run: () => void): () => void {
    this.#waiting.add(run);
    return () => void this.#waiting.delete(run);
  }

  /** Once; later calls do nothing. */
  end(): void {
    this.#isOver = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const run of waiting) run();
  }
}
