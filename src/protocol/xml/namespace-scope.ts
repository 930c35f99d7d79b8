import { XmlSyntaxError } from "./xml-problem.js";

export const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
export const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";

/**
 * The namespace declarations in scope: two parallel stacks and a mark for each open element. Prefixes are compared with the source
 * in place, so that resolving a name makes no string.
 */
export class NamespaceScope {
  readonly #prefixes: string[] = ["xml"];
  readonly #uris: string[] = [XML_NAMESPACE];
  readonly #marks: number[] = [];
  // The stacks' heights: setting an array's length is slow, and what lies above them is written over.
  #count = 1;
  #open = 0;
  readonly #limit: number;

  constructor(limit: number, inScope: Iterable<readonly [string, string]> | undefined) {
    this.#limit = limit;
    for (const [prefix, uri] of inScope ?? []) {
      if (prefix !== "xml") this.#push(prefix, uri);
    }
  }

  /** For another document, with nothing in scope. */
  restart(): void {
    // Not left to keep pieces of the document before.
    for (let i = 1; i < this.#prefixes.length; i++) this.#prefixes[i] = this.#uris[i] = "";
    this.#count = 1;
    this.#open = 0;
  }

  #push(prefix: string, uri: string): void {
    this.#prefixes[this.#count] = prefix;
    this.#uris[this.#count++] = uri;
  }

  get #mark(): number {
    return this.#marks[this.#open - 1]!;
  }

  /** Called at each start tag, before its declarations. */
  open(): void {
    this.#marks[this.#open++] = this.#count;
  }

  /** Called when the element is left. */
  close(): void {
    this.#count = this.#marks[--this.#open]!;
  }

  /**
   * Takes a declaration of the element opened last.
   * @throws XmlSyntaxError at `offset` for what Namespaces in XML 1.0 (3) forbids, for a second declaration of one prefix, and over the limit
   */
  declare(prefix: string, uri: string, offset: number, length: number): void {
    const refuse = (code: string, message: string): never => {
      throw new XmlSyntaxError(code, offset, length, message);
    };
    if (prefix === "xmlns") refuse("reserved-prefix", 'The prefix "xmlns" must not be declared.');
    if (prefix === "xml" && uri !== XML_NAMESPACE) refuse("reserved-prefix", 'The prefix "xml" must not be declared for another namespace.');
    if (prefix !== "xml" && uri === XML_NAMESPACE) refuse("reserved-namespace", 'The namespace of "xml" must not get another prefix.');
    if (uri === XMLNS_NAMESPACE) refuse("reserved-namespace", 'The namespace of "xmlns" must not be declared.');
    if (uri === "" && prefix !== "") refuse("empty-namespace", `The prefix "${prefix}" is declared for no namespace; only xmlns="" may be empty.`);
    for (let i = this.#mark; i < this.#count; i++) {
      if (this.#prefixes[i] === prefix) refuse("duplicate-attribute", `The namespace declaration of "${prefix}" appears twice in one tag.`);
    }
    if (this.#count >= this.#limit) refuse("too-many-namespaces", `More than ${String(this.#limit)} namespace declarations are in scope.`);
    this.#push(prefix, uri);
  }

  /** Does the element opened last make declarations? */
  get declares(): boolean {
    return this.#count > this.#mark;
  }

  /** The declarations of the element opened last, in order. */
  declared(): readonly (readonly [prefix: string, uri: string])[] {
    const mark = this.#mark;
    return this.#prefixes.slice(mark, this.#count).map((prefix, i) => [prefix, this.#uris[mark + i]!] as const);
  }

  /** Takes declarations that were found right in the same place before. */
  redeclare(declarations: readonly (readonly [prefix: string, uri: string])[]): void {
    for (const [prefix, uri] of declarations) this.#push(prefix, uri);
  }

  /** The URI for the prefix that stands in `source` from `from` to `to`; `undefined` when it is not declared. */
  resolve(source: string, from: number, to: number): string | undefined {
    const length = to - from;
    const first = source.charCodeAt(from);
    for (let i = this.#count - 1; i >= 0; i--) {
      const prefix = this.#prefixes[i]!;
      if (prefix.length !== length) continue;
      // Most prefixes differ in their first letter, and one is often all they have.
      if (length === 0 || (prefix.charCodeAt(0) === first && (length === 1 || source.startsWith(prefix, from)))) return this.#uris[i];
    }
    return length === 0 ? "" : undefined;
  }

  /** Innermost declarations only, the outermost first, `xml` left out; the default namespace when it is not empty. */
  inScope(): (readonly [string, string])[] {
    return this.#visible(this.#count);
  }

  /** Those in scope that the element opened last did not itself declare. */
  inherited(): (readonly [string, string])[] {
    const mark = this.#open === 0 ? 0 : this.#mark;
    const own = new Set(this.#prefixes.slice(mark, this.#count));
    return this.#visible(mark).filter(([prefix]) => !own.has(prefix));
  }

  #visible(end: number): (readonly [string, string])[] {
    const visible = new Map<string, string>();
    for (let i = 0; i < end; i++) visible.set(this.#prefixes[i]!, this.#uris[i]!);
    return [...visible].filter(([prefix, uri]) => prefix !== "xml" && uri !== "");
  }
}
