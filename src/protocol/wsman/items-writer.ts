import { escapeText } from "../xml/escape.js";
import { utf8Length } from "../xml/utf8-length.js";
import { writeEstimate, writeOpening, type ResponseHead } from "./response-head.js";

/** Longest context and largest estimate that room is kept for. Contexts are `uuid:` and a GUID: 41 characters. */
const longestContext = 64;
const largestEstimate = Number.MAX_SAFE_INTEGER;

interface Form {
  readonly open: string;
  readonly items: string;
  readonly noItems: string;
  /** In an answer that is also the last: Windows leaves them out of an Enumerate's. */
  readonly noItemsAtAll: string;
  readonly afterItems: string;
  readonly end: string;
  readonly close: string;
}

/** The elements have the same names, but not the same namespaces, in the two answers. */
const forms: Readonly<Record<"enumerate" | "pull", Form>> = {
  enumerate: {
    open: "<n:EnumerateResponse>", items: "<w:Items>", noItems: "<w:Items/>", noItemsAtAll: "", afterItems: "</w:Items>",
    end: "<w:EndOfSequence/>", close: "</n:EnumerateResponse></s:Body></s:Envelope>",
  },
  pull: {
    open: "<n:PullResponse>", items: "<n:Items>", noItems: "<n:Items/>", noItemsAtAll: "<n:Items/>", afterItems: "</n:Items>",
    end: "<n:EndOfSequence/>", close: "</n:PullResponse></s:Body></s:Envelope>",
  },
};

const largestContext = `<n:EnumerationContext>${"x".repeat(longestContext)}</n:EnumerationContext>`;

/** Octets that a UTF-16 unit takes at most, in either encoding. */
const mostOctets = 3;

/** Characters of the frame at its longest, the opening left out. */
const frameLength = ({ open, items, afterItems, end, close }: Form): number =>
  [writeEstimate(largestEstimate), "</s:Header><s:Body>", open, largestContext, items, afterItems, end, close].reduce((sum, { length }) => sum + length, 0);
const frameLengths = { enumerate: frameLength(forms.enumerate), pull: frameLength(forms.pull) };

/** How an answer ends. */
export interface ItemsEnd {
  /** Left out at the end of a sequence; at most 64 characters of ASCII. */
  readonly context?: string | undefined;
  readonly endOfSequence: boolean;
  readonly totalItemsCountEstimate?: number | undefined;
}

/**
 * Builds an answer to a Pull or an optimized Enumerate item by item and knows at every moment how long it is, so that a batch is as
 * large as the client's MaxEnvelopeSize allows and nothing is ever written twice or cut.
 */
export class ItemsWriter {
  readonly #form: Form;
  readonly #opening: string;
  /** Octets of the whole envelope. */
  readonly #limit: number;
  readonly #octets: (text: string) => number;
  /** Grows by appending: the engine joins the pieces once, when the answer is sent. */
  #items = "";
  #itemsCount = 0;
  /** Octets that an empty answer takes at most. */
  readonly #frameBound: number;
  /** Octets that frame and items take: at most so many as long as nobody had to count, then exactly so many. */
  #length: number;
  #isCounted = false;

  /**
   * @param head without an estimate, which the end brings
   * @param limitOctets of the whole envelope as it is sent, a byte order mark of UTF-16 included
   * @param encoding what the answer will be sent in: the request's
   */
  constructor(kind: "enumerate" | "pull", head: ResponseHead, limitOctets: number, encoding: "utf-8" | "utf-16" = "utf-8") {
    this.#form = forms[kind];
    this.#octets = encoding === "utf-8" ? utf8Length : (text) => text.length * 2;
    this.#opening = writeOpening(head);
    this.#limit = limitOctets - (encoding === "utf-8" ? 0 : 2);
    this.#frameBound = (this.#opening.length + frameLengths[kind]) * mostOctets;
    this.#length = this.#frameBound;
  }

  /**
   * Takes one more serialised item, if it fits together with all that must still follow.
   * @returns false when it does not fit; the writer is as before. With `count` 0 it never will, in any batch.
   */
  tryAdd(item: string): boolean {
    // Most answers are so far from their limit that nothing need be counted.
    let octets = this.#isCounted ? this.#octets(item) : item.length * mostOctets;
    if (!this.#isCounted && this.#length + octets > this.#limit) {
      this.#count();
      octets = this.#octets(item);
    }
    if (this.#length + octets > this.#limit) return false;
    this.#length += octets;
    this.#items += item;
    this.#itemsCount++;
    return true;
  }

  /** Items taken so far. */
  get count(): number {
    return this.#itemsCount;
  }

  /** Octets that the next item may have at most; negative when not even an empty answer fits. */
  get remaining(): number {
    this.#count();
    return this.#limit - this.#length;
  }

  /** Octets that one item may have at most in an answer of its own; negative when not even an empty answer fits. */
  get room(): number {
    return this.#limit - this.#octets(this.#largestFrame());
  }

  /** Forgets the items: the answer is out. */
  clear(): void {
    this.#items = "";
    this.#itemsCount = 0;
    this.#isCounted = false;
    this.#length = this.#frameBound;
  }

  #count(): void {
    if (this.#isCounted) return;
    this.#isCounted = true;
    this.#length = this.#octets(this.#largestFrame()) + this.#octets(this.#items);
  }

  /** The whole envelope. Never longer than the limit, unless that is smaller than an empty answer. */
  finish(end: ItemsEnd): string {
    const context = end.context ?? "";
    if (context.length > longestContext) throw new RangeError(`An enumeration context has at most ${longestContext} characters; this one has ${context.length}.`);
    return this.#frame(writeEstimate(end.totalItemsCountEstimate), this.#writeContext(end.context), end.endOfSequence, this.#items);
  }

  /** In the optimized Enumerate an empty context says that all is delivered; in a Pull it is left out. */
  #writeContext(context: string | undefined): string {
    if (context === undefined) return this.#form === forms.pull ? "" : "<n:EnumerationContext/>";
    return `<n:EnumerationContext>${escapeText(context)}</n:EnumerationContext>`;
  }

  #frame(estimate: string, context: string, end: boolean, items: string): string {
    const form = this.#form;
    const list = items === "" ? (end ? form.noItemsAtAll : form.noItems) : `${form.items}${items}${form.afterItems}`;
    return `${this.#opening}${estimate}</s:Header><s:Body>${form.open}${context}${list}${end ? form.end : ""}${form.close}`;
  }

  /** All that is not items, at its longest. */
  #largestFrame(): string {
    return this.#frame(writeEstimate(largestEstimate), largestContext, true, " ");
  }
}
