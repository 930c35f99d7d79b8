import type { NamespaceScope } from "./namespace-scope.js";
import { decodeAttributeValue } from "./references.js";
import type { KnownAttribute } from "./tag-memo.js";
import { XmlSyntaxError } from "./xml-problem.js";

/** So many are compared each with each. */
const fewAttributes = 8;
/** What differs in a name is most often its end. Characters. */
const longestTail = 8;
/** Chains of attributes of a like name, of the tag being read. */
const heads = new Int32Array(128);
const followers: number[] = [];

/** The attributes of the start tag read last, as offsets; strings are made when somebody asks. Declarations of namespaces are not among them. */
export class AttributeList {
  count = 0;
  readonly nameStarts: number[] = [];
  /** Offset of the local name; equal to the name's start when there is no prefix. */
  readonly localStarts: number[] = [];
  readonly nameEnds: number[] = [];
  readonly valueStarts: number[] = [];
  readonly valueEnds: number[] = [];
  readonly #uris: string[] = [];
  #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  /** For another document. */
  restart(source: string): void {
    this.#source = source;
    // Not left to keep pieces of the document before.
    for (let i = 0; i < this.#uris.length; i++) this.#uris[i] = "";
    this.count = 0;
  }

  add(nameStart: number, localStart: number, nameEnd: number, valueStart: number, valueEnd: number): void {
    const i = this.count++;
    this.nameStarts[i] = nameStart;
    this.localStarts[i] = localStart;
    this.nameEnds[i] = nameEnd;
    this.valueStarts[i] = valueStart;
    this.valueEnds[i] = valueEnd;
  }

  /**
   * Gives every attribute its namespace once all declarations of the tag are known.
   * @throws XmlSyntaxError `unbound-prefix`, `duplicate-attribute` (same name, or same local name and namespace)
   */
  resolve(scope: NamespaceScope): void {
    const { count } = this;
    if (count === 0) return;
    if (count > fewAttributes) heads.fill(-1);
    for (let i = 0; i < count; i++) {
      this.#uris[i] = this.localStarts[i] === this.nameStarts[i] ? "" : this.#resolvePrefix(scope, i);
      if (count > fewAttributes) this.#compareInBucket(i);
      else for (let earlier = 0; earlier < i; earlier++) if (this.#sameName(earlier, i)) this.#refuseDuplicate(i);
    }
  }

  /** Against those of a like name only. Names chosen to be all alike cost as much as comparing each with each, which the bounded number allows. */
  #compareInBucket(i: number): void {
    const bucket = this.#bucketOf(i);
    for (let earlier = heads[bucket]!; earlier >= 0; earlier = followers[earlier]!) if (this.#sameName(earlier, i)) this.#refuseDuplicate(i);
    followers[i] = heads[bucket]!;
    heads[bucket] = i;
  }

  #bucketOf(i: number): number {
    const end = this.nameEnds[i]!;
    let sum = 0;
    for (let at = Math.max(this.localStarts[i]!, end - longestTail); at < end; at++) sum = (sum * 31 + this.#source.charCodeAt(at)) | 0;
    return sum & (heads.length - 1);
  }

  /** Those read last, with offsets from `start`. */
  relativeTo(start: number): readonly KnownAttribute[] {
    return Array.from({ length: this.count }, (_, i) => ({
      nameStart: this.nameStarts[i]! - start, localStart: this.localStarts[i]! - start, nameEnd: this.nameEnds[i]! - start,
      valueStart: this.valueStarts[i]! - start, valueEnd: this.valueEnds[i]! - start, namespace: this.#uris[i]!,
    }));
  }

  /** Takes the attributes of a tag that is known and starts at `start`. */
  recall(attributes: readonly KnownAttribute[], start: number): void {
    this.count = 0;
    for (const { nameStart, localStart, nameEnd, valueStart, valueEnd, namespace } of attributes) {
      this.#uris[this.count] = namespace;
      this.add(start + nameStart, start + localStart, start + nameEnd, start + valueStart, start + valueEnd);
    }
  }

  namespace(i: number): string {
    return this.#uris[i]!;
  }

  localName(i: number): string {
    return this.#source.slice(this.localStarts[i], this.nameEnds[i]);
  }

  prefix(i: number): string {
    return this.localStarts[i] === this.nameStarts[i] ? "" : this.#source.slice(this.nameStarts[i], this.localStarts[i]! - 1);
  }

  value(i: number): string {
    return this.decode(this.valueStarts[i]!, this.valueEnds[i]!);
  }

  /** The value that stands between two offsets. */
  decode(from: number, to: number): string {
    return decodeAttributeValue(this.#source.slice(from, to));
  }

  /** @returns the index, -1 when there is none of that name. */
  find(namespace: string, localName: string): number {
    for (let i = 0; i < this.count; i++) {
      const start = this.localStarts[i]!;
      const fits = this.nameEnds[i]! - start === localName.length && this.#uris[i] === namespace;
      if (fits && this.#source.startsWith(localName, start)) return i;
    }
    return -1;
  }

  #resolvePrefix(scope: NamespaceScope, i: number): string {
    const start = this.nameStarts[i]!;
    const end = this.localStarts[i]! - 1;
    const uri = scope.resolve(this.#source, start, end);
    if (uri !== undefined) return uri;
    const prefix = this.#source.slice(start, end);
    throw new XmlSyntaxError("unbound-prefix", start, end - start, `The prefix "${prefix}" is not declared; xmlns:${prefix}="…" is missing.`);
  }

  #sameName(a: number, b: number): boolean {
    const startA = this.localStarts[a]!;
    const startB = this.localStarts[b]!;
    const length = this.nameEnds[a]! - startA;
    if (length !== this.nameEnds[b]! - startB) return false;
    for (let k = 0; k < length; k++) if (this.#source.charCodeAt(startA + k) !== this.#source.charCodeAt(startB + k)) return false;
    return this.#uris[a] === this.#uris[b];
  }

  #refuseDuplicate(i: number): never {
    const start = this.nameStarts[i]!;
    const name = this.#source.slice(start, this.nameEnds[i]);
    throw new XmlSyntaxError("duplicate-attribute", start, name.length, `The attribute ${name} appears twice in one tag.`);
  }
}
