import { StepBudget } from "../../../base/step-budget.js";
import type { Clock } from "../../../base/clock.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { sizeOf } from "../../../protocol/wql/compile-query.js";
import { writeXmlFragment } from "../../../protocol/wsman/write-xml-fragment.js";
import type { CancelReason, PluginAnswer, PluginItem, PluginItems } from "../../../routing/plugin-port.js";
import type { ItemSource, LineItem } from "../enumerations/enumeration.js";
import { mostSteps } from "../most-steps.js";
import { toElement } from "../to-element.js";
import type { ItemFilter } from "./item-filter.js";

type Next = PluginAnswer<LineItem | undefined>;

/** Steps an item may take on top of those for its characters: what any honest condition needs many times over. */
const stepsPerItem = 4000;
/** Steps for each of its characters: a dozen patterns that begin with % look at all of them. */
const stepsPerCharacter = 16;

/** Others get their turn after so many items that did not match, or so many milliseconds. */
const slice = { items: 512, milliseconds: 5 };

/**
 * The items of an enumeration that a filter lets pass. Holds none back, looks no further than asked, and rests while nobody pulls. A
 * condition that takes too much work ends the enumeration: no honest one does.
 */
export class FilteredItems implements ItemSource {
  /** How many will pass nobody knows. */
  readonly totalItemsCountEstimate = undefined;
  /** Is anybody waiting? */
  isWanted: () => boolean = () => true;
  readonly #budget = new StepBudget(mostSteps);
  #wake: (() => void) | undefined;
  #asking = false;

  constructor(
    private readonly items: PluginItems,
    private readonly filter: ItemFilter,
    private readonly clock: Clock,
  ) {}

  get waitsForPlugin(): boolean {
    return this.#asking;
  }

  next(): Next | Promise<Next> {
    const until = this.clock.now() + slice.milliseconds;
    for (let seen = 0; seen < slice.items; seen++) {
      const answer = this.items.next();
      if (answer instanceof Promise) return this.#goOn(answer);
      const taken = this.#take(answer);
      if (taken !== undefined) return taken;
      if (this.clock.now() >= until) break;
    }
    return this.#goOn(undefined);
  }

  resume(): void {
    this.#wake?.();
  }

  close(reason: CancelReason): void {
    this.items.close(reason);
    this.resume();
  }

  async #goOn(first: ReturnType<PluginItems["next"]> | undefined): Promise<Next> {
    let next = first;
    for (;;) {
      if (next === undefined) await this.#letOthers();
      const until = this.clock.now() + slice.milliseconds;
      for (let seen = 0; seen < slice.items; seen++) {
        next ??= this.items.next();
        this.#asking = next instanceof Promise;
        const taken = this.#take(next instanceof Promise ? await next : next);
        this.#asking = false;
        next = undefined;
        if (taken !== undefined) return taken;
        if (this.clock.now() >= until) break;
      }
    }
  }

  /** Until the event loop has been round once, and somebody pulls. */
  async #letOthers(): Promise<void> {
    await new Promise<void>((resolve) => setImmediate(resolve));
    if (!this.isWanted()) await new Promise<void>((resolve) => (this.#wake = resolve));
    this.#wake = undefined;
  }

  /** @returns `undefined` for an item that does not pass */
  #take(answer: PluginAnswer<PluginItem | undefined>): Next | undefined {
    if (answer.kind !== "answered" || answer.value === undefined) return answer;
    const element = toElement(answer.value.object);
    // What cannot be read cannot be sent either, and is told where it would be.
    if (!element.ok) return answer;
    this.#budget.refill(stepsPerItem + stepsPerCharacter * sizeOf(element.value));
    const passes = this.filter.matches(element.value, this.#budget);
    if (this.#budget.isExhausted) return tooMuchWork;
    return passes ? { kind: "answered", value: this.#picked(answer.value, element.value) } : undefined;
  }

  #picked(item: PluginItem, element: XmlElement): LineItem {
    const { pick } = this.filter;
    if (pick === undefined) return item;
    const text = writeXmlFragment(pick(element));
    return text.ok ? { ...item, text: text.value } : item;
  }
}

const tooMuchWork: Next = {
  kind: "refused",
  refusal: { kind: "cannot-process-filter", detail: undefined, code: undefined, extended: undefined, message: "The filter takes too much work for one item; make it simpler, above all its patterns with many %." },
};
