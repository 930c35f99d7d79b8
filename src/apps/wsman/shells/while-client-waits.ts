import type { Exchange } from "../exchange.js";

/**
 * Waits for something as long as the client of a request waits for its answer.
 * @param pending never rejects
 * @returns `late`: the answer has to go now; `gone`: nobody will read it
 */
export function whileClientWaits<T>(exchange: Exchange, pending: Promise<T>): Promise<T | "late" | "gone"> {
  return new Promise((resolve) => {
    const finish = (how: T | "late" | "gone"): void => {
      stopTimer();
      forgetClient();
      resolve(how);
    };
    const stopTimer = exchange.state.parts.clock.after(exchange.remainingTime(), () => finish("late"));
    const forgetClient = exchange.context.request.onGone(() => finish("gone"));
    void pending.then(finish);
  });
}
