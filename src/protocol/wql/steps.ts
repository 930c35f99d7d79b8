/** What evaluating may still cost; shared by all that is evaluated for one item. */
export interface Steps {
  left: number;
}

/** The query costs more than anybody's may. Thrown where it is noticed, caught where the item is asked about. */
export class TooManySteps extends Error {}

/** Enough for any real pattern on any real text, and a few milliseconds at most. */
export const stepsPerItem = 200_000;

export function spend(steps: Steps, number: number): void {
  steps.left -= number;
  if (steps.left < 0) throw new TooManySteps();
}
