import { standsAt } from "../xml/characters.js";
import { ownCopy, type TagContext } from "../xml/tag-memo.js";
import type { KnownHeader } from "./known-headers.js";

/** A header block that was read without fault, with all that stood between it and the one before. */
export interface KnownBlock {
  readonly text: string;
  /** `undefined` for a header that means nothing here. */
  readonly header: KnownHeader | undefined;
  /** What `header.read` gave. */
  readonly value: unknown;
}

/** Longer blocks are read anew. Characters. */
const longestBlock = 1024;
/** Different blocks remembered behind one header: four resource URIs, say. */
const mostBlocks = 4;
/** Characters remembered in all; then everything is forgotten and learnt again. */
const mostCharacters = 256 * 1024;

/** The header blocks of messages whose envelopes declare the same namespaces. */
export class HeaderBlocks {
  /** By what stood before; the one met last first. */
  readonly #behind = new Map<unknown, KnownBlock[]>();
  /** By header: what was read last. */
  readonly #candidates = new Map<unknown, string>();
  readonly #memo: HeaderMemo;

  constructor(memo: HeaderMemo) {
    this.#memo = memo;
  }

  /**
   * The block that stands at an offset, when it is known.
   * @param before the header before it, `undefined` for one that means nothing here, `atStart`
   */
  find(source: string, at: number, before: unknown): KnownBlock | undefined {
    const blocks = this.#behind.get(before);
    if (blocks === undefined) return undefined;
    for (let index = 0; index < blocks.length; index++) {
      const block = blocks[index]!;
      if (!standsAt(source, block.text, at)) continue;
      if (index > 0) {
        blocks.copyWithin(1, 0, index);
        blocks[0] = block;
      }
      return block;
    }
    return undefined;
  }

  /** Takes a block that was read; it is remembered when it is met for the second time in a row, so that what changes with each message never is. */
  learn(source: string, from: number, to: number, before: unknown, header: KnownHeader | undefined, value: unknown): void {
    if (header?.isUnique === true || to - from > longestBlock) return;
    const text = source.slice(from, to);
    if (this.#candidates.get(header) !== text) {
      this.#candidates.set(header, ownCopy(text));
      return;
    }
    if (!this.#memo.hasRoom(text.length)) return;
    const blocks = this.#behind.get(before) ?? [];
    this.#behind.set(before, blocks);
    blocks.unshift({ text: ownCopy(text), header, value });
    if (blocks.length > mostBlocks) blocks.pop();
  }
}

/** What stands before the first header. */
export const atStart = Symbol("start of s:Header");

/**
 * Remembers header blocks across messages: of a client's fifteen, one or two change from request to request. It changes nothing but the time:
 * the same characters where the same namespaces are declared are read as they were before, and only what was read without fault is remembered.
 */
export class HeaderMemo {
  #byContext = new WeakMap<TagContext, HeaderBlocks>();
  #characters = 0;

  blocksIn(context: TagContext): HeaderBlocks {
    let blocks = this.#byContext.get(context);
    if (blocks === undefined) this.#byContext.set(context, (blocks = new HeaderBlocks(this)));
    return blocks;
  }

  /** Counts what is to be remembered. @returns `false` when it was too much: what was known is no more */
  hasRoom(characters: number): boolean {
    this.#characters += characters;
    if (this.#characters <= mostCharacters) return true;
    this.#byContext = new WeakMap();
    this.#characters = 0;
    return false;
  }
}
