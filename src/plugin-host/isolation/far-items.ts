import type { CallSignal } from "../call-signal.js";
import { isThenable } from "../call-plugin.js";
import { estimateOf, openIterator } from "../plugin-items.js";
import { takeItem } from "../take-answer.js";
import { toItemData, toTroubleData } from "./answer-data.js";
import type { RebuiltRequest, RequestForms } from "./from-request-data.js";
import type { AnswerData, ItemData } from "./messages.js";

/** One message holds as much at most, and nobody reads further ahead. */
const batch = { items: 64, characters: 65_536, milliseconds: 20 };

type Step = { readonly done?: boolean; readonly value: unknown };

/** One enumeration on the plug-in's side: takes items from its iterator in batches, when the host asks. */
export class FarItems {
  readonly estimate: number | undefined;
  readonly #iterator: Iterator<unknown> | AsyncIterator<unknown>;
  /** A step that had not come when the last batch was sent. */
  #coming: Promise<Step> | undefined;
  #over = false;

  /** @throws WrongAnswer, or what the plug-in throws */
  constructor(
    value: unknown,
    readonly signal: CallSignal,
    private readonly request: RebuiltRequest,
    private readonly limit: number,
    private readonly forms: RequestForms,
    /** Monotonic milliseconds. */
    private readonly now: () => number,
  ) {
    this.estimate = typeof value === "object" && value !== null ? estimateOf(value) : undefined;
    this.#iterator = openIterator(value);
  }

  /** The next batch: at least one item, or the end. What does not come at once is not waited for when there is something to send. */
  async pull(remaining: number): Promise<Extract<AnswerData, { kind: "items" }>> {
    this.request.setRemaining(remaining);
    const items: ItemData[] = [];
    const until = this.now() + batch.milliseconds;
    let characters = 0;
    try {
      while (items.length < batch.items && characters < batch.characters && (items.length === 0 || this.now() < until)) {
        const step = await this.#step(items.length > 0);
        if (step === undefined) break;
        if (typeof step !== "object" || (step as unknown) === null) throw new Error("its iterator does not give results");
        if (step.done === true) return this.#end(items);
        const item = toItemData(takeItem(step.value, this.limit), this.limit, this.forms);
        characters += typeof item === "string" ? item.length : item.object.length;
        items.push(item);
      }
      return { kind: "items", items, end: "more" };
    } catch (error) {
      this.#over = true;
      return { kind: "items", items, end: toTroubleData(error, this.forms) };
    }
  }

  /** Calls the iterator's `return()`. @throws what it throws */
  async close(): Promise<void> {
    if (this.#over) return;
    this.#over = true;
    await this.#iterator.return?.();
  }

  #end(items: readonly ItemData[]): Extract<AnswerData, { kind: "items" }> {
    this.#over = true;
    return { kind: "items", items, end: "end" };
  }

  /** @returns `undefined`: it has not come yet, and nobody shall wait */
  async #step(isEnough: boolean): Promise<Step | undefined> {
    const given: unknown = this.#coming ?? this.#iterator.next();
    if (!isThenable(given)) return given as Step;
    const coming = (this.#coming ??= Promise.resolve(given) as Promise<Step>);
    if (isEnough && !(await settlesSoon(coming))) return undefined;
    this.#coming = undefined;
    return coming;
  }
}

const turnOfTheQueue = Promise.resolve();

/** Within a few turns of the microtask queue: an async generator that has its next item needs three. */
async function settlesSoon(promise: Promise<unknown>): Promise<boolean> {
  let settled = false;
  const note = (): void => void (settled = true);
  promise.then(note, note);
  for (let turn = 0; turn < 8 && !settled; turn++) await turnOfTheQueue;
  return settled;
}
