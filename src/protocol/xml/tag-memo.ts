import { ownCopy } from "../../base/own-copy.js";

/** An attribute of a remembered tag; offsets from the tag's `<`. */
export interface KnownAttribute {
  readonly nameStart: number;
  readonly localStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly namespace: string;
}

/** What a start tag was found to be; offsets from its `<`. */
export interface ReadTag {
  readonly localStart: number;
  readonly nameEnd: number;
  readonly isEmptyElement: boolean;
  readonly namespace: string;
  readonly attributes: readonly KnownAttribute[];
  readonly declarations: readonly (readonly [prefix: string, uri: string])[];
  /** Its own xml:lang. */
  readonly language: string | undefined;
}

/** A start tag that is remembered. The same tag in the same place of the same document is the same object. All have one shape, which the engine knows at a glance. */
export class KnownTag implements ReadTag {
  readonly localStart: number;
  readonly nameEnd: number;
  readonly isEmptyElement: boolean;
  readonly namespace: string;
  readonly attributes: readonly KnownAttribute[];
  readonly declarations: readonly (readonly [prefix: string, uri: string])[];
  readonly language: string | undefined;
  /** The tag that came after it last time, which is the first to be looked for. */
  next: KnownTag | undefined = undefined;
  /** Declarations around it that it does not make itself, once somebody has asked. */
  inherited: readonly (readonly [prefix: string, uri: string])[] | undefined = undefined;

  /**
   * @param text the whole tag, `<` to `>`
   * @param context where it was read
   * @param inside what is known of the tags inside it
   * @param read pieces of a document, which `own` copies
   */
  constructor(
    readonly text: string,
    readonly context: TagContext,
    readonly inside: TagContext,
    read: ReadTag,
    own: (piece: string) => string,
  ) {
    this.localStart = read.localStart;
    this.nameEnd = read.nameEnd;
    this.isEmptyElement = read.isEmptyElement;
    this.namespace = own(read.namespace);
    this.attributes = read.attributes.map(({ nameStart, localStart, nameEnd, valueStart, valueEnd, namespace }) => ({ nameStart, localStart, nameEnd, valueStart, valueEnd, namespace: own(namespace) }));
    this.declarations = read.declarations.map(([prefix, uri]) => [own(prefix), own(uri)] as const);
    this.language = read.language === undefined ? undefined : own(read.language);
  }
}

/** The start tags seen where certain namespaces are declared. What a tag means depends on its characters and on those, on nothing else. */
export class TagContext {
  readonly tags = new Map<string, KnownTag>();
  /** The root's that was read last. */
  last: KnownTag | undefined;
}

/** A longer tag is no part of any client's habit. Characters. */
export const longestKnownTag = 1024;
/** Tags remembered at most; then everything is forgotten and learnt again. */
const mostTags = 1024;

/**
 * Remembers start tags across documents. Clients send the same ones with every request, and reading them is half of the work of
 * reading a small message. It changes nothing but the time: only tags that were read without fault are remembered.
 */
export class TagMemo {
  #outside = new TagContext();
  #count = 0;
  readonly #texts = new Map<string, string>();

  /** Around the root element. */
  get outside(): TagContext {
    return this.#outside;
  }

  /** The same text, but no piece of a message: what is remembered must keep none. One for all that are equal. */
  own(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size >= mostTags) this.#texts.clear();
    const own = ownCopy(text);
    this.#texts.set(own, own);
    return own;
  }

  /** @param tag with a text that keeps no message */
  add(context: TagContext, tag: KnownTag): void {
    if (this.#count >= mostTags) {
      this.#outside = new TagContext();
      this.#count = 0;
      this.#texts.clear();
      return;
    }
    this.#count++;
    context.tags.set(tag.text, tag);
  }
}
