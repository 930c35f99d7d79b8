import { dialects } from "../../protocol/wsman/namespaces.js";
import { readEnumerateBody } from "../../protocol/wsman/read-enumerate-body.js";
import { readPullBody } from "../../protocol/wsman/read-pull-body.js";
import { readReleaseBody } from "../../protocol/wsman/read-release-body.js";
import type { FilterBody } from "../../protocol/wsman/request.js";
import type { XmlElement } from "../../base/xml-element.js";
import type { MockItem, QueryReply } from "../script/mock-script.js";
import { childOf, childrenOf, textIn } from "./element-access.js";
import { itemOfEnumeration } from "./item-of-element.js";
import type { RecordedExchange } from "./recorded-answer.js";

/** What was enumerated. */
export interface RecordedEnumeration {
  readonly resourceUri: string;
  /** A query's text, or that of another filter. */
  readonly filter: string | undefined;
  readonly isQuery: boolean;
}

interface Open {
  readonly enumeration: RecordedEnumeration;
  readonly items: MockItem[];
}

/** Puts enumerations together from Enumerate and Pull. */
export class EnumerationRecorder {
  /** By context. */
  readonly #open = new Map<string, Open>();

  constructor(private readonly finished: (enumeration: RecordedEnumeration, reply: QueryReply) => void) {}

  /** @returns whether it was about an enumeration that a script can say */
  take(exchange: RecordedExchange): boolean {
    switch (exchange.request.operation) {
      case "Enumerate": return this.#begin(exchange);
      case "Pull": return this.#pull(exchange);
      case "Release": return this.#release(exchange);
      default: return false;
    }
  }

  get unfinished(): number {
    return this.#open.size;
  }

  #begin({ request, answer }: RecordedExchange): boolean {
    const read = readEnumerateBody(request);
    if (!read.ok || request.resourceUri === undefined) return false;
    const { filter } = read.value;
    const enumeration = { resourceUri: request.resourceUri, filter: textOf(filter), isQuery: filter?.dialect === dialects.wql };
    if (answer.kind === "fault") this.finished(enumeration, { fault: answer.fault });
    else this.#collect({ enumeration, items: [] }, answer.root);
    return true;
  }

  #pull({ request, answer }: RecordedExchange): boolean {
    const read = readPullBody(request);
    const context = read.ok ? read.value.context : "";
    const open = this.#open.get(context);
    // A Pull that had no answer in time is sent again.
    if (open === undefined || answer.kind === "fault") return open !== undefined;
    this.#open.delete(context);
    this.#collect(open, answer.root);
    return true;
  }

  /** The rest was not wanted; who asks the script will not want it either. */
  #release({ request }: RecordedExchange): boolean {
    const read = readReleaseBody(request);
    const open = read.ok ? this.#open.get(read.value.context) : undefined;
    if (!read.ok || open === undefined) return false;
    this.#open.delete(read.value.context);
    this.finished(open.enumeration, { items: open.items });
    return true;
  }

  #collect(open: Open, root: XmlElement | undefined): void {
    const items = childOf(root, "Items");
    for (const item of items === undefined ? [] : childrenOf(items)) open.items.push(itemOfEnumeration(item, open.enumeration.resourceUri));
    const context = textIn(childOf(root, "EnumerationContext"));
    if (childOf(root, "EndOfSequence") === undefined && context !== "") this.#open.set(context, open);
    else this.finished(open.enumeration, { items: open.items });
  }
}

/** As the mock's plug-in is told of it. */
const textOf = (filter: FilterBody | undefined): string | undefined => (filter === undefined || filter.selectors !== undefined ? undefined : filter.text.trim());
