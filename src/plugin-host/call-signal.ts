import type { CancelReason } from "./plugin-answer.js";

/** An AbortSignal that is only made when a plug-in looks at it: most calls end before anybody does. */
export class CallSignal {
  #controller: AbortController | undefined;
  #reason: CancelReason | undefined;
  #told: ((reason: CancelReason) => void) | undefined;

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  /** Somebody of the host's own who wants to know, and needs no AbortSignal for it. One at most. */
  set onAbort(told: ((reason: CancelReason) => void) | undefined) {
    this.#told = told;
  }

  /** Fires. Once; listeners that throw harm nobody. */
  abort(reason: CancelReason): void {
    if (this.#reason !== undefined) return;
    this.#reason = reason;
    this.#told?.(reason);
    this.#controller?.abort(reason);
  }
}
