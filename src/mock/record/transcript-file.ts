/**
 * The transcript on the disk: replaced whole, so that it can be read at every moment and nothing is lost that was in it. What is added
 * while it is being written is written right after, once for all.
 */
export class TranscriptFile {
  /** The writing that goes on, or has ended. */
  #last: Promise<void> = Promise.resolve();
  /** A writing that has not begun. */
  #next: Promise<void> | undefined;

  /** @param write replaces the file with what is known when it is called */
  constructor(private readonly write: () => Promise<void>) {}

  /** @returns resolves when everything that was known at the call is on the disk; rejects as `write` does */
  save(): Promise<void> {
    if (this.#next !== undefined) return this.#next;
    const next = this.#last.then(() => {
      this.#next = undefined;
      return this.write();
    });
    this.#next = next;
    this.#last = next.catch(() => undefined);
    return next;
  }
}
