import type { OperationLimits } from "../../../sdk/operation-request.js";
import type { ItemsWriter } from "../../../protocol/wsman/items-writer.js";
import type { EnumerateBody } from "../../../protocol/wsman/request.js";
import type { CancelReason, PluginAnswer, PluginItem, PluginItems, PluginPort, PluginTrouble } from "../../../routing/plugin-port.js";
import { nextEnumerationState, type EnumerationEvent, type EnumerationState } from "./enumeration-life.js";

/** An item, and the text it is sent as where that is not simply its object's. */
export type LineItem = PluginItem & { readonly text?: string };

/** Where items come from: the plug-in, or a filter before it. */
export interface ItemSource extends Omit<PluginItems, "next"> {
  next(): PluginAnswer<LineItem | undefined> | Promise<PluginAnswer<LineItem | undefined>>;
  /** Is a promised item the plug-in's to give now? Absent: always. */
  readonly waitsForPlugin?: boolean;
  /** Somebody waits again for what `next` has promised. */
  resume?(): void;
}

/** What stands next in line. */
export type NextItem = { readonly kind: "item"; readonly item: LineItem } | { readonly kind: "end" } | { readonly kind: "trouble"; readonly trouble: PluginTrouble };

const reasons: Readonly<Record<"release" | "expire" | "stop" | "lastItem" | "fail", CancelReason>> = {
  release: "released", expire: "timed-out", stop: "shutdown", lastItem: "released", fail: "released",
};

/** Limits as the plug-in reads them while its items are taken: they follow the answer that is being filled. */
export class EnumerationLimits implements OperationLimits {
  constructor(
    public maxEnvelopeSize: number,
    readonly timeout: number,
    /** The answer being filled, or the last one; the host sets it. Counted only when somebody asks. */
    public answer: Pick<ItemsWriter, "remaining" | "room">,
  ) {}

  get largestResultSize(): number {
    return Math.max(0, this.answer.room);
  }

  remainingResultSize(): number {
    return Math.max(0, this.answer.remaining);
  }
}

/** One open enumeration: where its items come from, whose it is, and what was taken but not sent. */
export class Enumeration {
  #state: EnumerationState = "open";
  /** Taken from the plug-in and not yet sent, in order. */
  readonly #line: LineItem[] = [];
  /** How the items end, once that is known. */
  #last: Exclude<NextItem, { kind: "item" }> | undefined;
  #pending: Promise<NextItem> | undefined;

  /** @param context the id that the next Pull must name */
  constructor(
    public context: string,
    readonly owner: string,
    readonly resourceUri: string,
    readonly mode: EnumerateBody["mode"],
    readonly plugin: PluginPort,
    readonly limits: EnumerationLimits,
    private readonly items: ItemSource,
    /** Gives back what the enumeration holds: the user's slot, the lease. */
    private readonly ended: () => void,
  ) {}

  get state(): EnumerationState {
    return this.#state;
  }

  get totalItemsCountEstimate(): number | undefined {
    return this.items.totalItemsCountEstimate;
  }

  /** Is the plug-in what a promised item waits for? */
  get waitsForPlugin(): boolean {
    return this.items.waitsForPlugin ?? true;
  }

  /** @returns `false` when the table has no such arrow, and nothing happens. Reaching an end closes everything. */
  enter(event: EnumerationEvent): boolean {
    const next = nextEnumerationState(this.#state, event);
    if (next === undefined) return false;
    this.#state = next;
    if (event !== "pull" && event !== "answered") {
      this.items.close(reasons[event]);
      this.ended();
    }
    return true;
  }

  /**
   * The item at `position` of the line, asking the plug-in when the line is shorter. An item that comes after the asker has stopped
   * waiting stays in line for the next Pull: nothing is lost.
   */
  at(position: number): NextItem | Promise<NextItem> {
    const item = this.#line[position];
    if (item !== undefined) return { kind: "item", item };
    if (this.#last !== undefined) return this.#last;
    if (this.#pending !== undefined) {
      this.items.resume?.();
      return this.#pending;
    }
    const answer = this.items.next();
    if (!(answer instanceof Promise)) return this.#arrived(answer);
    this.#pending = answer.then((later) => {
      this.#pending = undefined;
      return this.#arrived(later);
    });
    return this.#pending;
  }

  /**
   * The item at `position` was written: its text stands for it until it is sent. What the plug-in gave need not live as long as the answer,
   * of which thousands of items may be part.
   */
  written(position: number, text: string): void {
    const { epr } = this.#line[position]!;
    this.#line[position] = { object: text, epr, text };
  }

  /** The first `count` items were sent. */
  sent(count: number): void {
    this.#line.splice(0, count);
  }

  #arrived(answer: Awaited<ReturnType<ItemSource["next"]>>): NextItem {
    if (answer.kind !== "answered") return (this.#last = { kind: "trouble", trouble: answer });
    if (answer.value === undefined) return (this.#last = { kind: "end" });
    this.#line.push(answer.value);
    return { kind: "item", item: answer.value };
  }
}
