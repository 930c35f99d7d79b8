import type { XmlAttribute, XmlElement } from "../../base/xml-element.js";
import { fail, ok, type Result } from "../../base/result.js";
import { checkElement } from "./check-element.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { XML_NAMESPACE } from "./namespace-scope.js";

type Scope = ReadonlyMap<string, string>;

/**
 * Writes an element as XML text, without XML declaration. Preferred prefixes are kept where they can be; what is not yet declared
 * in `inScope` (prefix to URI, empty prefix for the default namespace) is declared where it is first needed.
 * @throws Error when the value cannot be XML, with the sentence of `checkElement`: ask that first about values of others
 */
export function writeElement(element: XmlElement, options: { readonly inScope?: Scope } = {}): string {
  const written = tryWriteElement(element, options);
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

/** The same for values of others. @returns the sentence of `checkElement` when the value cannot be XML */
export function tryWriteElement(element: XmlElement, { inScope = nothing }: { readonly inScope?: Scope | undefined } = {}): Result<string, string> {
  const wrong = checkElement(element);
  return wrong === undefined ? ok(write(element, inScope)) : fail(wrong);
}

const nothing: Scope = new Map();

function write(element: XmlElement, outer: Scope): string {
  const { namespace, prefix = "", attributes } = element;
  // Most tags: no attributes, and their namespace is declared under their prefix already.
  const usual = namespace === "" ? "" : prefix;
  if (attributes.length === 0 && namespace !== XML_NAMESPACE && (outer.get(usual) ?? "") === namespace) return writeTag(element, qualify(usual, element.name), "", outer);
  const tag = new TagScope(outer);
  const name = qualify(tag.forElement(namespace, prefix), element.name);
  let written = "";
  for (const attribute of attributes) written += ` ${writeAttributeName(attribute, tag)}="${escapeAttribute(attribute.value)}"`;
  return writeTag(element, name, tag.declarations + written, tag.scope);
}

function writeTag({ children }: XmlElement, name: string, rest: string, scope: Scope): string {
  let content = "";
  for (const child of children) content += typeof child === "string" ? escapeText(child) : write(child, scope);
  return content === "" ? `<${name}${rest}/>` : `<${name}${rest}>${content}</${name}>`;
}

function writeAttributeName(attribute: XmlAttribute, tag: TagScope): string {
  return attribute.namespace === "" ? attribute.name : qualify(tag.forAttribute(attribute.namespace, attribute.prefix ?? ""), attribute.name);
}

function qualify(prefix: string, name: string): string {
  return prefix === "" ? name : `${prefix}:${name}`;
}

/** The namespaces of one tag: what it inherits and what it declares itself. A prefix the tag has used is never declared again on it. */
class TagScope {
  scope: Scope;
  declarations = "";
  readonly #taken = new Set<string>();

  constructor(outer: Scope) {
    this.scope = outer;
  }

  /** Prefix for the element's own name. */
  forElement(namespace: string, preferred: string): string {
    if (namespace === XML_NAMESPACE) return "xml";
    if (namespace === "") return this.#use("", "");
    if (this.scope.get(preferred) === namespace) return this.#use(preferred, namespace);
    // Without a preference an inherited prefix is shorter than a new declaration.
    if (preferred === "") return this.#use(this.#inherited(namespace) ?? "", namespace);
    return this.#use(isReserved(preferred) ? this.#fresh() : preferred, namespace);
  }

  /** Prefix for an attribute in a namespace; never the empty one. */
  forAttribute(namespace: string, preferred: string): string {
    if (namespace === XML_NAMESPACE) return "xml";
    if (preferred !== "" && this.scope.get(preferred) === namespace) return this.#use(preferred, namespace);
    const inherited = this.#inherited(namespace);
    if (inherited !== undefined) return this.#use(inherited, namespace);
    const free = preferred !== "" && !isReserved(preferred) && !this.#taken.has(preferred);
    return this.#use(free ? preferred : this.#fresh(), namespace);
  }

  #use(prefix: string, namespace: string): string {
    this.#taken.add(prefix);
    if ((this.scope.get(prefix) ?? "") === namespace) return prefix;
    this.scope = new Map(this.scope).set(prefix, namespace);
    this.declarations += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(namespace)}"`;
    return prefix;
  }

  #inherited(namespace: string): string | undefined {
    for (const [prefix, uri] of this.scope) if (uri === namespace && prefix !== "") return prefix;
    return undefined;
  }

  #fresh(): string {
    let number = 0;
    while (this.scope.has(`ns${String(number)}`) || this.#taken.has(`ns${String(number)}`)) number++;
    return `ns${String(number)}`;
  }
}

/** Prefixes beginning with xml are kept for the specifications themselves. */
function isReserved(prefix: string): boolean {
  return /^xml/i.test(prefix);
}
