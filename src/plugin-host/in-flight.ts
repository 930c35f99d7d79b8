import { ChurningMap } from "../base/churning-map.js";
import type { CallsInFlight } from "./call-plugin.js";
import type { CancelReason } from "./plugin-answer.js";

/** What an instance is busy with: calls that wait for it, and enumerations that are open. */
export class InFlight implements CallsInFlight {
  readonly #calls = new ChurningMap<number, (reason: CancelReason) => void>();
  #lastCall = 0;
  #whenEmpty: (() => void) | undefined;

  get size(): number {
    return this.#calls.size;
  }

  add(cancel: (reason: CancelReason) => void): () => void {
    const call = ++this.#lastCall;
    this.#calls.set(call, cancel);
    return () => {
      if (this.#calls.take(call) !== undefined && this.#calls.size === 0) this.#whenEmpty?.();
    };
  }

  /** Resolves when nothing is left. */
  empty(): Promise<void> {
    return this.#calls.size === 0 ? Promise.resolve() : new Promise((resolve) => (this.#whenEmpty = resolve));
  }

  cancelAll(reason: CancelReason): void {
    for (const cancel of this.#calls.values()) cancel(reason);
  }
}
