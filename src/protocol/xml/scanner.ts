import { ownCopy } from "../../base/own-copy.js";
import { skipSpace } from "./characters.js";
import { XML_NAMESPACE } from "./namespace-scope.js";
import { decodeText, normalizeLineEnds } from "./references.js";
import { Tokenizer, XmlToken } from "./tokenizer.js";

export { XmlToken };

/**
 * Strict tokenizer for XML 1.0 with namespaces and without DTD. It accepts what every conforming parser accepts and nothing more,
 * because two parsers that disagree about a message are a way around authorization. `tokenizer.ts` moves; this class shows where it
 * stands and makes strings when asked.
 *
 * What a property means depends on the token `next` gave last; each says so. All offsets count UTF-16 units.
 */
export class XmlScanner extends Tokenizer {
  /** After a start: moves to its end token, checking all that lies between. */
  skipElement(): void {
    const depth = this.depth;
    while (this.next() !== XmlToken.end || this.depth !== depth);
  }

  /** Start and end: the local name. */
  get localName(): string {
    return this.source.slice(this.localStarts[this.depth], this.nameEnds[this.depth]);
  }

  /** Start and end: the namespace URI, empty for none. */
  get namespace(): string {
    return this.elementNamespaces[this.depth]!;
  }

  /** Start and end: the prefix, empty for none. */
  get prefix(): string {
    const start = this.nameStarts[this.depth]!;
    const local = this.localStarts[this.depth]!;
    return local === start ? "" : this.source.slice(start, local - 1);
  }

  /** Start and end: where the qualified name stands in the start tag. */
  get nameStart(): number {
    return this.nameStarts[this.depth]!;
  }

  get nameEnd(): number {
    return this.nameEnds[this.depth]!;
  }

  /** Start and end: is it this element? Makes no string. */
  is(namespace: string, localName: string): boolean {
    const start = this.localStarts[this.depth]!;
    const fits = this.nameEnds[this.depth]! - start === localName.length && this.elementNamespaces[this.depth] === namespace;
    return fits && this.source.startsWith(localName, start);
  }

  /** Text: the characters, references resolved, line ends as `\n`. */
  get text(): string {
    if (this.textForm === "cdata") return normalizeLineEnds(this.source.slice(this.tokenStart + 9, this.tokenEnd - 3));
    const raw = this.source.slice(this.tokenStart, this.tokenEnd);
    return this.textForm === "plain" ? normalizeLineEnds(raw) : decodeText(raw);
  }

  /** Text: nothing but white space (or nothing at all, as in an empty CDATA section)? */
  get isWhitespace(): boolean {
    if (this.textForm === "plain") return skipSpace(this.source, this.tokenStart) >= this.tokenEnd;
    const text = this.text;
    return skipSpace(text, 0) === text.length;
  }

  /** Start, all of these: attributes in the order written, namespace declarations left out. */
  get attributeCount(): number {
    return this.attributeList.count;
  }

  /** Local name. */
  attributeName(i: number): string {
    return this.attributeList.localName(i);
  }

  /** Empty for none: the default namespace does not apply to attributes. */
  attributeNamespace(i: number): string {
    return this.attributeList.namespace(i);
  }

  attributePrefix(i: number): string {
    return this.attributeList.prefix(i);
  }

  /** References resolved, white space normalised. */
  attributeValue(i: number): string {
    return this.attributeList.value(i);
  }

  /** Offset of the qualified name. */
  attributeStart(i: number): number {
    return this.attributeList.nameStarts[i]!;
  }

  /** Offset of the value as written, behind the quote. */
  attributeValueStart(i: number): number {
    return this.attributeList.valueStarts[i]!;
  }

  /** Offset of the closing quote. */
  attributeValueEnd(i: number): number {
    return this.attributeList.valueEnds[i]!;
  }

  /** The value of one attribute; `undefined` when the element has none of that name. */
  attribute(namespace: string, localName: string): string | undefined {
    const i = this.attributeList.find(namespace, localName);
    return i < 0 ? undefined : this.attributeList.value(i);
  }

  /** The URI of a prefix in scope here, as QNames in content need it; empty string for no default namespace, `undefined` for an undeclared prefix. */
  lookupNamespace(prefix: string): string | undefined {
    return this.scope.resolve(prefix, 0, prefix.length);
  }

  /** Prefix and URI of every declaration in scope, `xml` left out. */
  namespacesInScope(): readonly (readonly [prefix: string, uri: string])[] {
    return this.scope.inScope();
  }

  /** Start: the declarations in scope that this element does not itself make; what a copy of its source text would lose. */
  inheritedNamespaces(): readonly (readonly [prefix: string, uri: string])[] {
    const { knownTag } = this;
    return knownTag === undefined ? this.scope.inherited() : (knownTag.inherited ??= this.scope.inherited().map(([prefix, uri]) => [ownCopy(prefix), ownCopy(uri)] as const));
  }

  /** Start: xml:lang of the nearest element around this one, unless it has its own. */
  get inheritedLanguage(): string | undefined {
    return this.attributeList.find(XML_NAMESPACE, "lang") >= 0 ? undefined : this.languages[this.depth - 1];
  }
}
