import type { Exchange } from "./exchange.js";

/**
 * Waits for something that has no regard for the client's OperationTimeout, but no longer than that allows.
 * @param tooLate gets the value when nobody waits any more
 */
export function withinDeadline<T>(exchange: Exchange, pending: Promise<T>, tooLate?: (value: T) => void): Promise<T | "late"> {
  return new Promise((resolve, reject) => {
    let late = false;
    const stop = exchange.state.parts.clock.after(exchange.remainingTime(), () => {
      late = true;
      resolve("late");
    });
    pending.then((value) => {
      stop();
      if (late) tooLate?.(value);
      else resolve(value);
    }, (error: unknown) => {
      stop();
      reject(error instanceof Error ? error : new Error(String(error)));
    });
  });
}
