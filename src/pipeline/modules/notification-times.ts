import type { ModuleNotification } from "../../sdk/request-notification.js";

/** What one notification of one module has cost so far. */
export interface NotificationTime {
  readonly notification: ModuleNotification;
  readonly calls: number;
  readonly failures: number;
  /** Waiting included. */
  readonly milliseconds: number;
  readonly longestMilliseconds: number;
}

/** Adds up what the notifications of one module take. */
export class NotificationTimes {
  readonly #times = new Map<ModuleNotification, { -readonly [K in keyof NotificationTime]: NotificationTime[K] }>();

  add(notification: ModuleNotification, milliseconds: number, failed: boolean): void {
    let time = this.#times.get(notification);
    if (time === undefined) this.#times.set(notification, (time = { notification, calls: 0, failures: 0, milliseconds: 0, longestMilliseconds: 0 }));
    time.calls++;
    if (failed) time.failures++;
    time.milliseconds += milliseconds;
    time.longestMilliseconds = Math.max(time.longestMilliseconds, milliseconds);
  }

  all(): readonly NotificationTime[] {
    return [...this.#times.values()].map((time) => ({ ...time, milliseconds: rounded(time.milliseconds), longestMilliseconds: rounded(time.longestMilliseconds) }));
  }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 1000) / 1000;
