import type { AnswerData, ItemData, RefusalData, TroubleData } from "./messages.js";
import { fromThrownData } from "./thrown-data.js";

/** What asks the other side about one enumeration. */
export interface ItemsSource {
  /** The next batch. Rejects when the plug-in has died. */
  pull(): Promise<AnswerData>;
  /** Nobody wants more. */
  close(): void;
  /** It came to its end: no signal is needed any more. */
  over(): void;
}

/** An enumeration of the other side: gives what has come at once, and asks for the next batch when there is nothing left. */
export class IsolatedItems implements AsyncIterator<unknown>, AsyncIterable<unknown> {
  #items: readonly ItemData[] = [];
  #at = 0;
  #end: "more" | "end" | TroubleData = "more";
  #isOver = false;

  constructor(
    readonly totalItemsCountEstimate: number | undefined,
    private readonly source: ItemsSource,
  ) {}

  [Symbol.asyncIterator](): AsyncIterator<unknown> {
    return this;
  }

  /** Not a promise when it is there: the host takes either. */
  next(): Promise<IteratorResult<unknown>> {
    return this.#taken() as unknown as Promise<IteratorResult<unknown>>;
  }

  return(): Promise<IteratorResult<unknown>> {
    if (!this.#isOver) this.source.close();
    this.#isOver = true;
    return Promise.resolve({ done: true, value: undefined });
  }

  #taken(): IteratorResult<unknown> | Promise<IteratorResult<unknown>> {
    if (this.#at < this.#items.length) return { done: false, value: this.#items[this.#at++] };
    if (this.#end === "more") return this.#more();
    if (this.#end === "end") return { done: true, value: undefined };
    throw troubleOf(this.#end);
  }

  async #more(): Promise<IteratorResult<unknown>> {
    const answer = await this.source.pull();
    if (answer.kind !== "items") throw answer.kind === "refused" || answer.kind === "failed" ? troubleOf(answer) : new Error("its side answered with something else than items");
    this.#items = answer.items;
    this.#at = 0;
    this.#end = answer.end;
    if (answer.end !== "more") {
      this.#isOver = true;
      this.source.over();
    }
    return this.#taken();
  }
}

/** What the plug-in's own method gave. @throws what it threw, but a refusal, which is returned */
export function fromAnswerData(answer: AnswerData): unknown {
  if (answer.kind === "value") return answer.value;
  if (answer.kind === "refused" || answer.kind === "failed") throw troubleOf(answer);
  throw new Error("its side answered a question that was not asked");
}

/** A refusal is recognised by its name, like those of plug-ins that bring their own SDK. */
function troubleOf(trouble: TroubleData): unknown {
  return trouble.kind === "refused" ? refusalFromData(trouble.refusal) : fromThrownData(trouble.thrown);
}

export const refusalFromData = (refusal: RefusalData): object => ({ name: "OperationFailure", ...refusal });
