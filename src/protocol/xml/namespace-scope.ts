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
  readonly #limit: number;

  constructor(limit: number, inScope: ReadonlyMap<string, string> | undefined) {
    this.#limit = limit;
    for (const [prefix, uri] of inScope ?? []) {
      if (prefix === "xml") continue;
      this.#prefixes.push(prefix);
      this.#uris.push(uri);
    }
  }

  /** Called at each start tag, before its declarations. */
  open(): void {
    this.#marks.push(this.#prefixes.length);
  }

  /** Called when the element is left. */
  close(): void {
    const mark = this.#marks.pop()!;
    if (mark === this.#prefixes.length) return;
    this.#prefixes.length = mark;
    this.#uris.length = mark;
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
    for (let i = this.#marks.at(-1)!; i < this.#prefixes.length; i++) {
      if (this.#prefixes[i] === prefix) refuse("duplicate-attribute", `The namespace declaration of "${prefix}" appears twice in one tag.`);
    }
    if (this.#prefixes.length >= this.#limit) refuse("too-many-namespaces", `More than ${String(this.#limit)} namespace declarations are in scope.`);
    this.#prefixes.push(prefix);
    this.#uris.push(uri);
  }

  /** The declarations of the element opened last, in order. */
  declared(): readonly (readonly [prefix: string, uri: string])[] {
    return this.#prefixes.slice(this.#marks.at(-1)).map((prefix, i) => [prefix, this.#uris[this.#marks.at(-1)! + i]!] as const);
  }

  /** Takes declarations that were found right in the same place before. */
  redeclare(declarations: readonly (readonly [prefix: string, uri: string])[]): void {
    for (const [prefix, uri] of declarations) {
      this.#prefixes.push(prefix);
      this.#uris.push(uri);
    }
  }

  /** The URI for the prefix that stands in `source` from `from` to `to`; `undefined` when it is not declared. */
  resolve(source: string, from: number, to: number): string | undefined {
    const length = to - from;
    const first = source.charCodeAt(from);
    for (let i = this.#prefixes.length - 1; i >= 0; i--) {
      const prefix = this.#prefixes[i]!;
      if (prefix.length !== length) continue;
      // Most prefixes differ in their first letter, and one is often all they have.
      if (length === 0 || (prefix.charCodeAt(0) === first && (length === 1 || source.startsWith(prefix, from)))) return this.#uris[i];
    }
    return length === 0 ? "" : undefined;
  }

  /** Innermost declarations only, the outermost first, `xml` left out; the default namespace when it is not empty. */
  inScope(): (readonly [string, string])[] {
    return this.#visible(this.#prefixes.length);
  }

  /** Those in scope that the element opened last did not itself declare. */
  inherited(): (readonly [string, string])[] {
    const mark = this.#marks.at(-1) ?? 0;
    const own = new Set(this.#prefixes.slice(mark));
    return this.#visible(mark).filter(([prefix]) => !own.has(prefix));
  }

  #visible(end: number): (readonly [string, string])[] {
    const visible = new Map<string, string>();
    for (let i = 0; i < end; i++) visible.set(this.#prefixes[i]!, this.#uris[i]!);
    return [...visible].filter(([prefix, uri]) => prefix !== "xml" && uri !== "");
  }
}
