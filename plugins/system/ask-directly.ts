import { OperationFailure, textOf, type EnumerateRequest, type EnumerationItem, type ItemQuery, type ObjectAndEpr, type SelectorSet } from "wsmanor/sdk";
import type { Machine } from "./machine.js";
import { systemOperations } from "./operations.js";
import { readParameters } from "./parameters.js";
import { classUri, type Scheme } from "./resource.js";

const none: SelectorSet = { size: 0, get: () => undefined, reference: () => undefined, has: () => false, entries: () => [] };
const anyQuery = { equals: new Map<string, string>(), properties: undefined };

/** For tests that ask as the host does once it has read a filter. */
export class DirectEnumeration {
  readonly #items: AsyncGenerator<EnumerationItem, void>;

  constructor(machine: Machine, className: string, query?: Partial<ItemQuery>, options: { readonly scheme?: Scheme; readonly resourceUri?: string; readonly polymorphism?: EnumerateRequest["polymorphism"] } = {}) {
    const operations = systemOperations(machine, readParameters(new Map()));
    const request = {
      resourceUri: options.resourceUri ?? classUri(options.scheme ?? "wmi", className), action: "", selectors: none, options: { size: 0, mustUnderstand: false, get: () => undefined, entries: () => [] },
      sender: { senderName: "tester", authenticationMechanism: "Basic", isAdministrator: false, httpUrl: "", environment: new Map<string, string>() }, locale: undefined, dataLocale: undefined,
      limits: { maxEnvelopeSize: 1, timeout: 1, remainingResultSize: () => 1, largestResultSize: 1 }, filter: undefined, mode: "object" as const, signal: new AbortController().signal,
      polymorphism: options.polymorphism,
      query: query === undefined ? undefined : { className, ...anyQuery, ...query },
    };
    const answer = operations.enumerate(request);
    if (answer instanceof OperationFailure) throw answer;
    this.#items = answer as AsyncGenerator<EnumerationItem, void>;
  }

  async next(): Promise<ObjectAndEpr | undefined> {
    const step = await this.#items.next();
    return step.done === true ? undefined : (step.value as ObjectAndEpr);
  }

  async all(): Promise<readonly ObjectAndEpr[]> {
    const all: ObjectAndEpr[] = [];
    for (let item = await this.next(); item !== undefined; item = await this.next()) all.push(item);
    return all;
  }

  /** Text of every item. */
  async texts(): Promise<readonly string[]> {
    return (await this.all()).map(({ object }) => (typeof object === "string" ? object : "read" in object ? "" : textOf(object)));
  }
}

/** Value of a property in an item's text; `null` for xsi:nil, `undefined` when it is not there, several joined by blanks. */
export function valueIn(text: string, property: string): string | null | undefined {
  if (text.includes(`<p:${property} xsi:nil="true"/>`)) return null;
  const found = [...text.matchAll(new RegExp(`<p:${property}(?: [^>]*)?>(.*?)</p:${property}>`, "gsu"))].map(([, value]) => value!.replace(/<\/?cim:Datetime>/gu, ""));
  return found.length === 0 ? undefined : found.join(" ");
}
