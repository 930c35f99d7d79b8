import type { CompletionInfo } from "../../sdk/http-context.js";
import type { RequestNotificationStatus } from "../../sdk/request-notification.js";

/** How what is pending ended. */
export type Completion = { readonly kind: "status"; readonly status: RequestNotificationStatus } | { readonly kind: "posted"; readonly info: CompletionInfo };

/** One notification of one module while it has not ended. */
export class OpenCall {
  /** It gave RQ_NOTIFICATION_PENDING and waits. */
  isPending = false;
  isOver = false;
  #isIndicated = false;
  readonly #completions: Completion[] = [];
  #wake: (() => void) | undefined;
  readonly #negotiations = new Set<Promise<unknown>>();

  /** @returns what is wrong with it, said of the module */
  indicate(status: RequestNotificationStatus): string | undefined {
    if (this.#isIndicated) return "completed a notification twice";
    this.#isIndicated = true;
    return this.#complete({ kind: "status", status });
  }

  /** @returns what is wrong with it, said of the module */
  post(info: CompletionInfo): string | undefined {
    return this.#isIndicated ? "completed a notification twice" : this.#complete({ kind: "posted", info });
  }

  #complete(completion: Completion): string | undefined {
    if (this.isOver) return "completed a notification that is over";
    this.#completions.push(completion);
    this.#wake?.();
    return undefined;
  }

  /** Waits for a completion. */
  async next(): Promise<Completion> {
    if (this.#completions.length === 0) await new Promise<void>((resolve) => (this.#wake = resolve));
    return this.#completions.shift()!;
  }

  /** Completions that nobody has waited for. */
  get leftOver(): number {
    return this.#completions.length;
  }

  /** A client is being asked for its certificate. */
  negotiating(work: Promise<unknown>): void {
    this.#negotiations.add(work);
    void work.finally(() => this.#negotiations.delete(work));
  }

  get isNegotiating(): boolean {
    return this.#negotiations.size > 0;
  }

  async negotiated(): Promise<void> {
    await Promise.all(this.#negotiations);
  }
}
