import type { EndpointReference, SelectorSet } from "../../sdk/operation-request.js";
import type { Reference, SelectorValue } from "../../protocol/wsman/request.js";

/** Selectors as plug-ins see them. Names compare without case. */
export class RequestSelectors implements SelectorSet {
  readonly #byLowerName = new Map<string, readonly [name: string, value: string | EndpointReference]>();

  constructor(selectors: readonly SelectorValue[]) {
    for (const { name, value } of selectors) this.#byLowerName.set(name.toLowerCase(), [name, typeof value === "string" ? value : toReference(value)]);
  }

  get size(): number {
    return this.#byLowerName.size;
  }

  get(name: string): string | undefined {
    const value = this.#byLowerName.get(name.toLowerCase())?.[1];
    return typeof value === "string" ? value : undefined;
  }

  reference(name: string): EndpointReference | undefined {
    const value = this.#byLowerName.get(name.toLowerCase())?.[1];
    return typeof value === "object" ? value : undefined;
  }

  has(name: string): boolean {
    return this.#byLowerName.has(name.toLowerCase());
  }

  entries(): Iterable<readonly [name: string, value: string | EndpointReference]> {
    return this.#byLowerName.values();
  }
}

function toReference({ address, resourceUri, selectors }: Reference): EndpointReference {
  return { address, resourceUri, selectors: new RequestSelectors(selectors) };
}
