import type { Clock } from "../../base/clock.js";
import type { Quota } from "../../sdk/define-authorization-plugin.js";
import { SlidingWindow } from "./sliding-window.js";

/** What one user is doing. Survives a refresh of the user's authorization: slots in use stay in use. */
interface Use {
  concurrent: number;
  window: SlidingWindow | undefined;
}

export type QuotaAnswer = { readonly kind: "entered"; readonly leave: () => void } | { readonly kind: "concurrent" | "timeslot" };

/** Number of users at which those that do nothing are forgotten. */
const crowd = 1024;

/**
 * How an operation counts. `topLevel`: among the concurrent ones and in the time slot. `followOn`: in the time slot. `ending`: in the time slot,
 * and never refused: it ends what others are counted for.
 */
export type CountedAs = "topLevel" | "followOn" | "ending";

/** Counts users' operations against the quota that the authorization plug-in gave (WSMAN_AUTHZ_QUOTA). */
export class UserQuotas {
  readonly #uses = new Map<string, Use>();

  constructor(private readonly clock: Clock) {}

  /** Takes a place for one operation. */
  enter(owner: string, quota: Quota, as: CountedAs): QuotaAnswer {
    const use = this.#useOf(owner);
    if (as === "topLevel" && quota.maxAllowedConcurrentOperations !== "unlimited" && use.concurrent >= quota.maxAllowedConcurrentOperations) return { kind: "concurrent" };
    if (quota.maxAllowedOperationsPerTimeslot !== "unlimited") {
      const isIn = this.#windowOf(use, quota.maxAllowedOperationsPerTimeslot, quota.timeslotSize).tryEnter(this.clock.now());
      if (!isIn && as !== "ending") return { kind: "timeslot" };
    }
    if (as !== "topLevel") return { kind: "entered", leave: () => undefined };
    use.concurrent++;
    let left = false;
    return {
      kind: "entered",
      leave: () => {
        if (left) return;
        left = true;
        use.concurrent--;
      },
    };
  }

  #useOf(owner: string): Use {
    let use = this.#uses.get(owner);
    if (use === undefined) {
      if (this.#uses.size >= crowd) this.#forgetIdle();
      use = { concurrent: 0, window: undefined };
      this.#uses.set(owner, use);
    }
    return use;
  }

  /** A quota that changed starts a new window: what was counted under the old one is not comparable. */
  #windowOf(use: Use, size: number, seconds: number): SlidingWindow {
    if (use.window?.size !== size || use.window.length !== seconds * 1000) use.window = new SlidingWindow(size, seconds * 1000);
    return use.window;
  }

  #forgetIdle(): void {
    const now = this.clock.now();
    for (const [owner, use] of this.#uses) if (use.concurrent === 0 && (use.window?.isIdle(now) ?? true)) this.#uses.delete(owner);
  }
}
