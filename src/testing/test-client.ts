import type { XmlElement } from "../base/xml-element.js";
import { namespaces } from "../protocol/wsman/namespaces.js";
import { attribute, childElement, childElements, textOf } from "../sdk/read-element.js";
import type { Ask, AskByOperation, AskWithBody, EnumerateAsk, InvokeAsk } from "./ask.js";
import { readAnswer, type ReadAnswer } from "./read-answer.js";
import type { SendOptions } from "./test-request.js";
import { writeAsk, writePull, writeRelease } from "./write-ask.js";

/** What came back, before anything was read into it. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
}

export type Send = (message: string | Uint8Array, options?: SendOptions) => Promise<WireAnswer>;

/** An instance as answers name it. */
export interface InstanceReference {
  readonly resourceUri: string;
  readonly selectors: Readonly<Record<string, string>>;
}

export interface EnumeratedItem {
  /** Absent with mode epr. */
  readonly object?: XmlElement;
  /** Absent with mode object. */
  readonly reference?: InstanceReference;
}

export interface Enumerated {
  readonly items: readonly EnumeratedItem[];
  readonly totalItemsCountEstimate: number | undefined;
  /** How many items each answer held, the Enumerate's first. */
  readonly batches: readonly number[];
}

/** An enumeration that the client has not read to its end. */
export interface OpenEnumeration {
  /** Of the last answer. */
  readonly items: readonly EnumeratedItem[];
  readonly ended: boolean;
  readonly totalItemsCountEstimate: number | undefined;
  pull(maxElements: number, more?: Pick<Ask, "operationTimeout" | "user" | "hangUp">): Promise<OpenEnumeration>;
  release(): Promise<void>;
}

/** A WS-Management client over a function. Every method rejects with a WsmanFault when one comes. */
export class TestClient {
  constructor(
    /** Sends a message as it is. */
    readonly send: Send,
    private readonly resourceUri: string,
  ) {}

  async get(ask: Ask = {}): Promise<XmlElement> {
    return only(await this.#ask("get", ask));
  }

  /** @returns the updated representation; the new reference when a key changed; nothing for an empty Body */
  async put(ask: AskWithBody): Promise<XmlElement | InstanceReference | undefined> {
    const { body: [first] } = await this.#ask("put", ask);
    return first !== undefined && isCreated(first) ? readReference(first) : first;
  }

  async create(ask: AskWithBody): Promise<InstanceReference> {
    return readReference(only(await this.#ask("create", ask)));
  }

  async delete(ask: Ask = {}): Promise<void> {
    await this.#ask("delete", ask);
  }

  async invoke(ask: InvokeAsk): Promise<XmlElement | undefined> {
    return (await this.#ask("invoke", ask)).body[0];
  }

  /** Reads to the end, pulling `maxElements` at a time. */
  async enumerate(ask: EnumerateAsk = {}): Promise<Enumerated> {
    let open = await this.open(ask);
    const { totalItemsCountEstimate } = open;
    const items = [...open.items];
    const batches = [items.length];
    while (!open.ended) {
      open = await open.pull(ask.maxElements ?? 32_000);
      items.push(...open.items);
      batches.push(open.items.length);
    }
    return { items, batches, totalItemsCountEstimate };
  }

  /** Enumerates and leaves the rest to be pulled. */
  async open(ask: EnumerateAsk = {}): Promise<OpenEnumeration> {
    return this.#batch(ask, await this.#ask("enumerate", ask), "");
  }

  async #ask<O extends keyof AskByOperation>(operation: O, ask: AskByOperation[O]): Promise<ReadAnswer> {
    return this.#exchange(writeAsk(operation, ask, this.resourceUri), ask);
  }

  async #exchange(message: string, { user, hangUp }: Ask): Promise<ReadAnswer> {
    const answer = await this.send(message, { ...(user === undefined ? {} : { user }), ...(hangUp === undefined ? {} : { hangUp }) });
    return readAnswer(answer.status, answer.text);
  }

  #batch(ask: EnumerateAsk, { body, header }: ReadAnswer, before: string): OpenEnumeration {
    const response = only({ body, header });
    const named = childElement(response, "EnumerationContext");
    const context = named === undefined || textOf(named) === "" ? before : textOf(named);
    const items = childElement(response, "Items");
    const estimate = childElement(header, "TotalItemsCountEstimate");
    return {
      items: items === undefined ? [] : childElements(items).map(readItem),
      ended: childElement(response, "EndOfSequence") !== undefined,
      totalItemsCountEstimate: estimate === undefined ? undefined : Number(textOf(estimate)),
      pull: async (maxElements, more = {}) => this.#batch(ask, await this.#exchange(writePull({ ...ask, ...more }, this.resourceUri, context, maxElements), { ...ask, ...more }), context),
      release: async () => void (await this.#exchange(writeRelease(ask, this.resourceUri, context), ask)),
    };
  }
}

function only({ body: [first] }: ReadAnswer): XmlElement {
  if (first === undefined) throw new Error("The answer has an empty Body.");
  return first;
}

const isCreated = ({ name, namespace }: XmlElement): boolean => name === "ResourceCreated" && namespace === namespaces.x;

/** From ResourceCreated or EndpointReference. */
function readReference(element: XmlElement): InstanceReference {
  const parameters = childElement(element, "ReferenceParameters");
  const uri = parameters && childElement(parameters, "ResourceURI");
  const set = parameters && childElement(parameters, "SelectorSet");
  return {
    resourceUri: uri === undefined ? "" : textOf(uri),
    selectors: Object.fromEntries(set === undefined ? [] : childElements(set, "Selector").map((selector) => [attribute(selector, "Name") ?? "", textOf(selector)])),
  };
}

function readItem(item: XmlElement): EnumeratedItem {
  const isReference = (element: XmlElement): boolean => element.name === "EndpointReference" && element.namespace === namespaces.a;
  if (isReference(item)) return { reference: readReference(item) };
  if (item.name !== "Item" || item.namespace !== namespaces.w) return { object: item };
  const [object, reference] = childElements(item);
  return { object: object!, reference: readReference(reference!) };
}
