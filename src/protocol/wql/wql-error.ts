import type { ExpressionProblem } from "../../base/expression-problem.js";

/** Leaves the readers of this room; whoever is asked from outside gives it back as a value. */
export class WqlError extends Error {
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }

  get problem(): ExpressionProblem {
    return { message: this.message, offset: this.offset };
  }
}
