import type { OptionSet, RequestOption } from "../../sdk/operation-request.js";
import type { OptionValue } from "../../protocol/wsman/request.js";

/** Options as plug-ins see them. Names compare without case; the last of equal names counts. */
export class RequestOptions implements OptionSet {
  readonly #byLowerName = new Map<string, RequestOption>();

  constructor(options: readonly OptionValue[], readonly mustUnderstand: boolean) {
    for (const option of options) this.#byLowerName.set(option.name.toLowerCase(), option);
  }

  get size(): number {
    return this.#byLowerName.size;
  }

  get(name: string): RequestOption | undefined {
    return this.#byLowerName.get(name.toLowerCase());
  }

  entries(): Iterable<RequestOption> {
    return this.#byLowerName.values();
  }
}
