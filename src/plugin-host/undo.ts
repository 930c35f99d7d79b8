/** What went wrong while undoing. */
export interface UndoProblem {
  readonly name: string;
  readonly error: unknown;
}

/** Collects clean-up work while something is being built; runs it backwards, all of it, even when one part fails. */
export class Undo {
  readonly #work: (readonly [name: string, run: () => unknown])[] = [];

  /** Call before the risky step, so that a half-done one is undone too. */
  add(name: string, run: () => unknown): void {
    this.#work.push([name, run]);
  }

  /** @returns the problems; a second run does nothing. */
  async run(): Promise<readonly UndoProblem[]> {
    const problems: UndoProblem[] = [];
    for (const [name, run] of this.#work.splice(0).reverse()) {
      try {
        await run();
      } catch (error) {
        problems.push({ name, error });
      }
    }
    return problems;
  }
}
