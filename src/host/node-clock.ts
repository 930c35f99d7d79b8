import type { Clock } from "../base/clock.js";

/** Longest delay that setTimeout takes; longer ones are waited for in steps. */
const longestDelay = 2 ** 31 - 1;

/** The machine's clock. Its timers do not keep the process alive: only sockets do. */
export const nodeClock: Clock = {
  now: () => performance.now(),
  wallTime: () => Date.now(),
  after(milliseconds, run) {
    let timer: NodeJS.Timeout;
    const wait = (left: number): void => {
      const step = Math.min(left, longestDelay);
      timer = setTimeout(() => (left > step ? wait(left - step) : run()), Math.max(0, step));
      timer.unref();
    };
    wait(milliseconds);
    return () => clearTimeout(timer);
  },
};
