import { ownCopy } from "../../base/own-copy.js";
import { readHeaderTarget } from "../soap/must-understand.js";
import { skipSpace, standsAt } from "../xml/characters.js";
import { XmlScanner } from "../xml/scanner.js";
import type { TagContext } from "../xml/tag-memo.js";
import { wireLimits } from "../xml/xml-limits.js";
import type { KnownHeader } from "./known-headers.js";

type Declarations = readonly (readonly [prefix: string, uri: string])[];

/** A header block that was read without fault, with the white space between it and the one before. */
export interface KnownBlock {
  readonly text: string;
  readonly header: KnownHeader;
  /** What `header.read` gave. */
  readonly value: unknown;
}

/** Longer blocks are read anew. Characters. */
const longestBlock = 1024;
/** Different blocks remembered behind one header: four resource URIs, say. */
const mostBlocks = 4;
/** Characters, and different declarations of namespaces, remembered in all; then everything is forgotten and learnt again. */
const mostCharacters = 256 * 1024;
const mostContexts = 256;

/** The header blocks of messages whose envelopes declare the same namespaces. */
export class HeaderBlocks {
  /** By what stood before; the one met last first. */
  readonly #behind = new Map<unknown, KnownBlock[]>();
  /** By header: what was read last. */
  readonly #candidates = new Map<unknown, string>();
  readonly #memo: HeaderMemo;
  readonly #inScope: Declarations;

  constructor(memo: HeaderMemo, inScope: Declarations) {
    this.#memo = memo;
    this.#inScope = inScope;
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

  /**
   * Takes a block that was read without fault. It is remembered when it is met for the second time in a row, so that what changes with each
   * message never is.
   * @param start of its tag: only white space may stand before it, because the text is read again by itself
   */
  learn(source: string, from: number, start: number, to: number, before: unknown, header: KnownHeader): void {
    if (header.isUnique || to - from > longestBlock || skipSpace(source, from) !== start) return;
    const text = source.slice(from, to);
    if (this.#candidates.get(header) !== text) {
      this.#candidates.set(header, ownCopy(text));
      return;
    }
    if (!this.#memo.hasRoom(text.length)) return;
    const blocks = this.#behind.get(before) ?? [];
    this.#behind.set(before, blocks);
    const own = ownCopy(text);
    const read = this.#read(own, header);
    if (!read.ok) return;
    blocks.unshift({ text: own, header, value: read.value });
    if (blocks.length > mostBlocks) blocks.pop();
  }

  /** Once more, from the copy: what was read from a message is a piece of it and would keep it. */
  #read(text: string, header: KnownHeader): ReturnType<KnownHeader["read"]> {
    const scanner = new XmlScanner(text, wireLimits, this.#inScope);
    scanner.next();
    return header.read(scanner, readHeaderTarget(scanner).mustUnderstand === true);
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
  #contexts = 0;

  /** @param scanner stands on the start tag of the header blocks' parent, inside which is the context */
  blocksIn(context: TagContext, scanner: XmlScanner): HeaderBlocks {
    const known = this.#byContext.get(context);
    if (known !== undefined) return known;
    if (++this.#contexts > mostContexts) this.#forget();
    const blocks = new HeaderBlocks(this, scanner.namespacesInScope().map(([prefix, uri]) => [ownCopy(prefix), ownCopy(uri)] as const));
    this.#byContext.set(context, blocks);
    return blocks;
  }

  /** Counts what is to be remembered. @returns `false` when it was too much: what was known is no more */
  hasRoom(characters: number): boolean {
    this.#characters += characters;
    if (this.#characters <= mostCharacters) return true;
    this.#forget();
    return false;
  }

  #forget(): void {
    this.#byContext = new WeakMap();
    this.#characters = this.#contexts = 0;
  }
}
