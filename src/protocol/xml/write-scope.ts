import { ownCopy } from "../../base/own-copy.js";
import { escapeAttribute } from "./escape.js";
import { XML_NAMESPACE } from "./namespace-scope.js";

/** The namespaces of one tag: what is declared around it and what it declares itself. A prefix the tag has used is never declared again on it. */
export class WriteScope {
  /** Of this tag, ready to be written. */
  declarations = "";
  readonly #around: ReadonlyMap<string, string>;
  readonly #outer: WriteScope | undefined;
  #own: string[] | undefined;
  #taken: string[] | undefined;

  constructor(around: ReadonlyMap<string, string>, outer?: WriteScope) {
    this.#around = around;
    this.#outer = outer;
  }

  /** The scope of a tag inside this one. */
  inside(): WriteScope {
    // A tag that declares nothing is no link of the chain.
    return new WriteScope(this.#around, this.#own === undefined ? this.#outer : this);
  }

  uriOf(prefix: string): string | undefined {
    const own = this.#own;
    if (own !== undefined) for (let at = 0; at < own.length; at += 2) if (own[at] === prefix) return own[at + 1];
    return this.#outer === undefined ? this.#around.get(prefix) : this.#outer.uriOf(prefix);
  }

  /** Prefix for the element's own name. */
  forElement(namespace: string, preferred: string): string {
    if (namespace === XML_NAMESPACE) return "xml";
    if (namespace === "") return this.#use("", "");
    if (this.uriOf(preferred) === namespace) return this.#use(preferred, namespace);
    // Without a preference an inherited prefix is shorter than a new declaration.
    if (preferred === "") return this.#use(this.#inherited(namespace) ?? "", namespace);
    return this.#use(isReserved(preferred) ? this.#fresh() : preferred, namespace);
  }

  /** Prefix for an attribute in a namespace; never the empty one. */
  forAttribute(namespace: string, preferred: string): string {
    if (namespace === XML_NAMESPACE) return "xml";
    if (preferred !== "" && this.uriOf(preferred) === namespace) return this.#use(preferred, namespace);
    const inherited = this.#inherited(namespace);
    if (inherited !== undefined) return this.#use(inherited, namespace);
    const free = preferred !== "" && !isReserved(preferred) && this.#taken?.includes(preferred) !== true;
    return this.#use(free ? preferred : this.#fresh(), namespace);
  }

  #use(prefix: string, namespace: string): string {
    // A list that is written out is as long as it must be; one that is pushed to has room for seventeen, for each item of an enumeration.
    if (this.#taken === undefined) this.#taken = [prefix];
    else this.#taken.push(prefix);
    if ((this.uriOf(prefix) ?? "") === namespace) return prefix;
    if (this.#own === undefined) this.#own = [prefix, namespace];
    else this.#own.push(prefix, namespace);
    this.declarations += declarationOf(prefix, namespace);
    return prefix;
  }

  /** A prefix that means this namespace here and nothing else; the outermost one. */
  #inherited(namespace: string): string | undefined {
    for (const [prefix, uri] of this.#around) if (uri === namespace && prefix !== "" && this.uriOf(prefix) === namespace) return prefix;
    return this.#declaredFor(namespace, this);
  }

  #declaredFor(namespace: string, asked: WriteScope): string | undefined {
    const found = this.#outer === undefined ? undefined : this.#outer.#declaredFor(namespace, asked);
    if (found !== undefined) return found;
    const own = this.#own ?? nothing;
    for (let at = 0; at < own.length; at += 2) if (own[at + 1] === namespace && own[at] !== "" && asked.uriOf(own[at]!) === namespace) return own[at];
    return undefined;
  }

  #fresh(): string {
    let number = 0;
    while (this.uriOf(`ns${String(number)}`) !== undefined || this.#taken?.includes(`ns${String(number)}`) === true) number++;
    return `ns${String(number)}`;
  }
}

const nothing: readonly string[] = [];

/** Declarations written before, by namespace and prefix: each item of an enumeration makes the same ones. */
const known = new Map<string, Map<string, string>>();
const memo = { namespaces: 256, prefixes: 16, length: 256 };

function declarationOf(prefix: string, namespace: string): string {
  let byPrefix = known.get(namespace);
  const found = byPrefix?.get(prefix);
  if (found !== undefined) return found;
  const declaration = ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(namespace)}"`;
  if (declaration.length > memo.length) return declaration;
  if (byPrefix === undefined) {
    if (known.size >= memo.namespaces) return declaration;
    known.set(ownCopy(namespace), (byPrefix = new Map<string, string>()));
  }
  // Names may be pieces of a message, which must not be kept with them.
  if (byPrefix.size < memo.prefixes) byPrefix.set(ownCopy(prefix), ownCopy(declaration));
  return declaration;
}

/** Prefixes beginning with xml are kept for the specifications themselves. */
const isReserved = (prefix: string): boolean => /^xml/i.test(prefix);
