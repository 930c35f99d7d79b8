import type { CallSignal } from "./call-signal.js";
import type { CancelReason, PluginAnswer, PluginItem, PluginItems } from "./plugin-answer.js";
import type { TroubleReporter } from "./report-trouble.js";
import { isThenable } from "./call-plugin.js";
import { takeItem } from "./take-answer.js";
import { takeFailure } from "./take-failure.js";
import { WrongAnswer } from "./take-xml.js";

type Next = PluginAnswer<PluginItem | undefined>;

/** The iterator of anything enumerable. @throws WrongAnswer; text is iterable too, but never an enumeration */
export function openIterator(value: unknown): Iterator<unknown> | AsyncIterator<unknown> {
  if (typeof value === "object" && value !== null) {
    const { [Symbol.asyncIterator]: later, [Symbol.iterator]: now } = value as Partial<AsyncIterable<unknown> & Iterable<unknown>>;
    if (typeof later === "function") return later.call(value);
    if (typeof now === "function") return now.call(value);
  }
  throw new WrongAnswer("gave something from Enumerate that cannot be iterated");
}

/** The number of items when the plug-in knows it. */
export function estimateOf(value: unknown): number | undefined {
  const given = (value as { totalItemsCountEstimate?: unknown }).totalItemsCountEstimate;
  if (typeof given === "number" && Number.isInteger(given) && given >= 0) return given;
  return Array.isArray(value) ? value.length : undefined;
}

/** Items of one enumeration, taken one by one; see the port. Catches whatever the plug-in's iterator does. */
export class GuardedItems implements PluginItems {
  readonly totalItemsCountEstimate: number | undefined;
  readonly #iterator: Iterator<unknown> | AsyncIterator<unknown>;
  #closed: CancelReason | undefined;
  #wake: ((answer: Next) => void) | undefined;

  /** @throws WrongAnswer, or what the plug-in throws */
  constructor(
    value: unknown,
    private readonly signal: CallSignal,
    private readonly limit: number,
    private readonly report: TroubleReporter,
    private readonly onClose: () => void,
  ) {
    this.totalItemsCountEstimate = typeof value === "object" && value !== null ? estimateOf(value) : undefined;
    this.#iterator = openIterator(value);
  }

  next(): Next | Promise<Next> {
    if (this.#closed !== undefined) return { kind: "cancelled", reason: this.#closed };
    try {
      const step: unknown = this.#iterator.next();
      return isThenable(step) ? this.#wait(step) : this.#take(step);
    } catch (error) {
      return this.#trouble(error);
    }
  }

  close(reason: CancelReason): void {
    if (this.#closed !== undefined) return;
    this.#closed = reason;
    this.onClose();
    this.signal.abort(reason);
    this.#wake?.({ kind: "cancelled", reason });
    try {
      const done: unknown = this.#iterator.return?.();
      if (isThenable(done)) Promise.resolve(done).then(undefined, (error: unknown) => this.report.late("Enumerate", error));
    } catch (error) {
      this.report.late("Enumerate", error);
    }
  }

  #wait(step: PromiseLike<unknown>): Promise<Next> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      Promise.resolve(step).then(
        (value) => {
          if (this.#closed === undefined) resolve(this.#take(value));
        },
        (error: unknown) => {
          if (this.#closed === undefined) resolve(this.#trouble(error));
        },
      );
    });
  }

  #take(step: unknown): Next {
    try {
      if (typeof step !== "object" || step === null) throw new WrongAnswer("has an iterator that does not give results");
      const { done, value } = step as { readonly done?: boolean; readonly value: unknown };
      if (done === true) return { kind: "answered", value: undefined };
      return { kind: "answered", value: takeItem(value, this.limit) };
    } catch (error) {
      return this.report.failed("Enumerate", error);
    }
  }

  #trouble(error: unknown): Next {
    try {
      const refusal = takeFailure(error);
      if (refusal !== undefined) return { kind: "refused", refusal };
    } catch {
      // Reported as a failure below.
    }
    return this.report.failed("Enumerate", error);
  }
}
