import type { Clock } from "../base/clock.js";
import type { NegotiateContext, NegotiateStep } from "../base/negotiate-provider.js";

/** A domain controller that is far away, or a queue of other logins, may take some seconds. Milliseconds. */
export const longestStep = 30_000;

/**
 * One step of a login, which may be a call into a library that never comes back.
 * @returns `undefined` when it has not come back in time. The context is then the caller's no more: it is disposed as soon as the call comes
 * back, because nothing of what a library is using may be freed under it
 */
export function stepInTime(context: NegotiateContext, token: Uint8Array, clock: Pick<Clock, "after">): Promise<NegotiateStep | undefined> | NegotiateStep {
  const step = context.step(token);
  if (!(step instanceof Promise)) return step;
  return new Promise((resolve, reject) => {
    let isLate = false;
    const cancel = clock.after(longestStep, () => {
      isLate = true;
      resolve(undefined);
    });
    const end = (settle: () => void): void => {
      if (isLate) return context.dispose();
      cancel();
      settle();
    };
    step.then((value) => end(() => resolve(value)), (error: Error) => end(() => reject(error)));
  });
}
