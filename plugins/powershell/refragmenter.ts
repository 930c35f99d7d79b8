import { fragmentHead, readFragments, writeFragment, type Fragment } from "./fragment.js";

/** Messages of one stream come one after the other; more than so many begun ones are no stream of PowerShell's. */
const mostBegun = 64;

/**
 * Cuts fragments smaller where they would not fit into the answers that a client asks for: PowerShell does not know of its MaxEnvelopeSize. The
 * places of all further fragments of the message shift.
 */
export class Refragmenter {
  /** Place of the next fragment, of messages that have begun. */
  readonly #next = new Map<bigint, bigint>();
  readonly #room: number;

  /** @param limit octets of a fragment, its head included */
  constructor(limit: number) {
    this.#room = Math.max(1, limit - fragmentHead);
  }

  /** @returns the fragments, each with its octets, or `undefined` for what is none */
  take(octets: Buffer): readonly { readonly fragment: Fragment; readonly octets: Buffer }[] | undefined {
    const fragments = readFragments(octets);
    if (fragments === undefined) return undefined;
    const cut = fragments.flatMap((fragment) => this.#cut(fragment));
    return this.#next.size > mostBegun ? undefined : cut.map((fragment) => ({ fragment, octets: writeFragment(fragment) }));
  }

  #cut(fragment: Fragment): readonly Fragment[] {
    const { objectId, isFirst, isLast, blob } = fragment;
    const count = Math.max(1, Math.ceil(blob.length / this.#room));
    const first = isFirst ? 0n : (this.#next.get(objectId) ?? fragment.fragmentId);
    if (isLast) this.#next.delete(objectId);
    else this.#next.set(objectId, first + BigInt(count));
    return Array.from({ length: count }, (_, index) => ({
      objectId, fragmentId: first + BigInt(index), isFirst: isFirst && index === 0, isLast: isLast && index === count - 1,
      blob: blob.subarray(index * this.#room, (index + 1) * this.#room),
    }));
  }
}
