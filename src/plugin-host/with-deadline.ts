import type { Clock } from "../base/clock.js";

/** Where work ended up. `late` keeps the work going: who asked says what becomes of it. */
export type DeadlineOutcome<T> = { readonly kind: "done"; readonly value: T } | { readonly kind: "threw"; readonly error: unknown } | { readonly kind: "late" };

/**
 * Runs work that may throw, reject or never end, for at most `milliseconds`. Never rejects.
 * @param afterwards told how late work ended after all; for logging and cleaning up
 */
export function withDeadline<T>(
  clock: Clock, milliseconds: number, work: () => T | Promise<T>, afterwards: (outcome: DeadlineOutcome<T>) => void,
): Promise<DeadlineOutcome<T>> {
  return new Promise((resolve) => {
    let late = false;
    const cancel = clock.after(milliseconds, () => {
      late = true;
      resolve({ kind: "late" });
    });
    const finish = (outcome: DeadlineOutcome<T>): void => {
      cancel();
      if (late) afterwards(outcome);
      else resolve(outcome);
    };
    void (async () => work())().then((value) => finish({ kind: "done", value }), (error: unknown) => finish({ kind: "threw", error }));
  });
}
