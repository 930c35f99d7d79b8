import { XmlSyntaxError, type XmlProblem } from "./xml-problem.js";

/** More than this nobody reads; it also bounds the work recovery may take. */
const maxProblems = 200;

/** Collects the problems of one text. */
export class ProblemList {
  readonly #problems: XmlProblem[] = [];

  get isEmpty(): boolean {
    return this.#problems.length === 0;
  }

  /** Readers stop when it is. */
  get isFull(): boolean {
    return this.#problems.length >= maxProblems;
  }

  add(problem: XmlProblem): void {
    if (!this.isFull) this.#problems.push(problem);
  }

  /** Runs a strict reader's function; its refusal becomes a problem and `undefined`. */
  attempt<T>(read: () => T): T | undefined {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof XmlSyntaxError)) throw error;
      this.add(error.problem);
      return undefined;
    }
  }

  /** By offset; the sort keeps the order of those at one offset. */
  sorted(): readonly XmlProblem[] {
    return [...this.#problems].sort((a, b) => a.offset - b.offset);
  }
}
