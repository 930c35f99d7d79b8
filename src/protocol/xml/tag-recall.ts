import { ownCopy } from "../../base/own-copy.js";
import { standsAt } from "./characters.js";
import { KnownTag, longestKnownTag, TagContext, type ReadTag, type TagMemo } from "./tag-memo.js";

/** Envelope, header, header block, and what an address or a selector set holds. */
const rememberedDepth = 4;
/** Tags that one document may add to what is remembered. Remembering costs ten times what reading does: a document of nothing but new tags must not make that its price. */
const mostTaught = 64;

/** What one scan knows of its tags from documents before, and teaches to those after: a context for each open element. */
export class TagRecall {
  readonly #memo: TagMemo;
  /** By depth, for as deep as tags are remembered: what is known of the tags inside. */
  readonly #contexts: (TagContext | undefined)[] = [];
  /** The start tag before, when it was known. */
  #before: KnownTag | undefined;
  #taught = 0;

  /** @param outside what is known where the root stands */
  constructor(memo: TagMemo, outside: TagContext) {
    this.#memo = memo;
    this.#contexts[0] = outside;
  }

  /** For another document, which has nothing in scope. */
  restart(): void {
    for (let depth = 1; depth < this.#contexts.length; depth++) this.#contexts[depth] = undefined;
    this.#contexts[0] = this.#memo.outside;
    this.#before = undefined;
    this.#taught = 0;
  }

  /** What is known of the tags inside the element at this depth. */
  inside(depth: number): TagContext | undefined {
    return this.#contexts[depth];
  }

  /** The tag that starts at an offset, of an element at this depth, when it is known. */
  find(source: string, at: number, depth: number): KnownTag | undefined {
    const context = depth <= rememberedDepth ? this.#contexts[depth - 1] : undefined;
    if (context === undefined) {
      this.#contexts[depth] = undefined;
      return undefined;
    }
    const tag = this.#expected(context, source, at) ?? look(context, source, at);
    if (depth === 1) context.last = tag;
    if (this.#before !== undefined && tag !== undefined) this.#before.next = tag;
    this.#before = tag;
    this.#contexts[depth] = tag?.inside;
    return tag;
  }

  /** Clients send the same tags in the same order: one comparison of memory, where a look in a table has to hash. */
  #expected(context: TagContext, source: string, at: number): KnownTag | undefined {
    const tag = this.#before === undefined ? context.last : this.#before.next;
    return tag?.context === context && standsAt(source, tag.text, at) ? tag : undefined;
  }

  /** Is a tag of this depth that was not found to be taught? */
  wants(depth: number): boolean {
    return depth <= rememberedDepth && this.#contexts[depth - 1] !== undefined && this.#taught < mostTaught;
  }

  /** Takes a tag that is wanted. @param declares a namespace @param read its facts, when it can be remembered */
  teach(source: string, at: number, end: number, depth: number, declares: boolean, read: () => ReadTag): void {
    const context = this.#contexts[depth - 1]!;
    this.#taught++;
    const inside = declares ? new TagContext() : context;
    this.#contexts[depth] = inside;
    // Found again by its first ">", so that must be its last.
    if (end - at > longestKnownTag || source.indexOf(">", at) !== end - 1) return;
    const memo = this.#memo;
    memo.add(context, new KnownTag(ownCopy(source.slice(at, end)), context, inside, read(), (piece) => memo.own(piece)));
  }
}

function look(context: TagContext, source: string, at: number): KnownTag | undefined {
  const end = source.indexOf(">", at);
  return end < 0 || end - at >= longestKnownTag ? undefined : context.tags.get(source.slice(at, end + 1));
}
