import { fail, ok, type Result } from "../../base/result.js";
import type { XmlAttribute, XmlElement } from "../../base/xml-element.js";
import { isNCName } from "./characters.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./namespace-scope.js";
import { NotWritable } from "./not-writable.js";
import { WriteScope } from "./write-scope.js";

export interface WriteOptions {
  /** Prefixes declared around it: prefix to URI, empty prefix for the default namespace. */
  readonly inScope?: ReadonlyMap<string, string> | undefined;
  /** Characters, about, at most: for values of others, which may have no end. */
  readonly limit?: number | undefined;
}

/** Deeper than anybody's data, shallow enough that a cycle ends here and not in memory. */
const maxDepth = 64;

/**
 * Writes an element in one line, without an XML declaration. What is not in scope is declared where it is first needed.
 * @throws Error when the value cannot be XML: ask `tryWriteElement` about values of others
 */
export function writeElement(element: XmlElement, options: WriteOptions = {}): string {
  const written = tryWriteElement(element, options);
  if (!written.ok) throw new Error(written.error);
  return written.value;
}

/**
 * The same for values of others, such as a plug-in's answer: all that could keep it from being XML is looked for while it is written,
 * and each part is looked at once.
 * @returns one sentence that says where and what is wrong when the value cannot be XML
 * @throws what the value's own properties throw when they are read
 */
export function tryWriteElement(element: XmlElement, { inScope = nothing, limit = Infinity }: WriteOptions = {}): Result<string, string> {
  const writer = new ElementWriter(limit);
  try {
    writer.write(element, new WriteScope(inScope), 1);
    return ok(writer.text());
  } catch (error) {
    if (error instanceof NotWritable) return fail(error.message);
    throw error;
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

class ElementWriter {
  /** Grows by appending: that costs less than an array of pieces and its join. */
  #text = "";
  /** How many characters may still come. */
  #left: number;
  /** The prefix and namespace of the last usual tag, where they stood, and the tags known under that prefix: the next one is most often like it. */
  #prefix: string | undefined;
  #namespace = "";
  #scope: WriteScope | undefined;
  #tags: ReadonlyMap<string, Tag> = noTags;

  constructor(limit: number) {
    this.#left = limit;
  }

  text(): string {
    // Looking at a character makes the engine join the pieces, now, while they are few and young. A large answer of many small elements
    // would otherwise keep them all until it is sent.
    if (this.#text.charCodeAt(0) !== 0x3c) throw new Error("an element was written that begins with no tag");
    return this.#text;
  }

  write(element: XmlElement, outer: WriteScope, depth: number): void {
    if (typeof element !== "object" || element === null) throw new NotWritable(`A child is ${element === null ? "null" : typeof element} where an element or a string belongs.`);
    if (depth > maxDepth) throw new NotWritable(`Elements are nested deeper than ${String(maxDepth)}.`);
    const { name, namespace, prefix: preferred, attributes, children } = element;
    if (outer === this.#scope && namespace === this.#namespace && preferred === this.#prefix) {
      // A tag that is known has a name that was checked.
      const known = this.#tags.get(name);
      if (known !== undefined && isList(attributes) && attributes.length === 0 && isList(children)) return this.#writeUsual(children, known, outer, depth);
    }
    const prefix = checkName(name, namespace, preferred, "element");
    if (!isList(attributes)) throw new NotWritable(`The element ${name} has no array of attributes.`);
    if (!isList(children)) throw new NotWritable(`The element ${name} has no array of children.`);
    // Most tags: no attributes, and their namespace is declared under their prefix already.
    const usual = namespace === "" ? "" : prefix;
    if (attributes.length === 0 && namespace !== XML_NAMESPACE && (outer.uriOf(usual) ?? "") === namespace) {
      const tag = tagOf(usual, name);
      this.#scope = outer;
      this.#namespace = namespace;
      this.#prefix = preferred;
      this.#tags = knownTags.get(usual) ?? noTags;
      return this.#writeUsual(children, tag, outer, depth);
    }
    const scope = outer.inside();
    const tag = tagOf(scope.forElement(namespace, prefix), name);
    const written = this.#writeAttributes(attributes, name, scope);
    this.#writeChildren(children, tag, `${tag.start}${scope.declarations}${written}`, scope, depth);
  }

  /** A tag without attributes and declarations. */
  #writeUsual(children: XmlElement["children"], tag: Tag, scope: WriteScope, depth: number): void {
    const only = children.length === 1 ? children[0] : undefined;
    // Most of them hold a text.
    if (typeof only === "string" && only !== "") {
      const text = escapeText(only);
      this.#text += tag.open + text + tag.close;
      this.#spend(tag.open.length + text.length + tag.close.length);
    } else this.#writeChildren(children, tag, tag.start, scope, depth);
  }

  #add(text: string): void {
    this.#text += text;
    this.#spend(text.length);
  }

  #spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new NotWritable("The element is far larger than any answer may be.");
  }

  /** @param start the tag without its `>` */
  #writeChildren(children: XmlElement["children"], tag: Tag, start: string, scope: WriteScope, depth: number): void {
    let isOpen = false;
    const { length } = children;
    for (let at = 0; at < length; at++) {
      const child = children[at]!;
      if (child === "") continue;
      if (!isOpen) this.#add(`${start}>`);
      isOpen = true;
      if (typeof child === "string") this.#add(escapeText(child));
      else this.write(child, scope, depth + 1);
    }
    this.#add(isOpen ? tag.close : `${start}/>`);
  }

  #writeAttributes(attributes: readonly XmlAttribute[], of: string, scope: WriteScope): string {
    const { length } = attributes;
    const seen = length > 1 ? new Set<string>() : undefined;
    let written = "";
    for (let at = 0; at < length; at++) {
      const attribute = attributes[at]!;
      if (typeof attribute !== "object" || (attribute as unknown) === null) throw new NotWritable(`The element ${of} has an attribute that is not an object.`);
      const { name, namespace, value } = attribute;
      const prefix = checkName(name, namespace, attribute.prefix, "attribute");
      if (name === "xmlns" && namespace === "") throw new NotWritable(`The element ${of} has xmlns as an attribute; declarations are made when writing.`);
      if (typeof value !== "string") throw new NotWritable(`The attribute ${name} of ${of} has no text as value.`);
      // A name holds no space, so the pair is unambiguous.
      const key = `${name} ${namespace}`;
      if (seen?.has(key) === true) throw new NotWritable(`The attribute ${name} of ${of} appears twice.`);
      seen?.add(key);
      written += ` ${namespace === "" ? name : qualify(scope.forAttribute(namespace, prefix), name)}="${escapeAttribute(value)}"`;
      if (written.length > this.#left) throw new NotWritable(`The element ${of} is far larger than any answer may be.`);
    }
    return written;
  }
}

/** @returns the prefix, empty for none */
function checkName(name: unknown, namespace: unknown, prefix: unknown, kind: string): string {
  if (typeof name !== "string" || !isKnownName(name)) throw new NotWritable(`${show(name)} is not a name an ${kind} can have.`);
  if (typeof namespace !== "string") throw new NotWritable(`The ${kind} ${name} has no namespace; an empty string says none.`);
  if (namespace === XMLNS_NAMESPACE) throw new NotWritable(`The ${kind} ${name} must not be in the namespace of xmlns; declarations are made when writing.`);
  if (prefix === undefined || prefix === "") return "";
  if (typeof prefix !== "string" || !isKnownName(prefix)) throw new NotWritable(`${show(prefix)} is not a prefix the ${kind} ${name} can have.`);
  return prefix;
}

/** A qualified name as it stands in tags. */
interface Tag {
  /** `<p:Name` */
  readonly start: string;
  readonly open: string;
  readonly close: string;
}

/** Tags written before, by prefix and name, and names found right: an answer has the same ones again and again. */
const noTags: ReadonlyMap<string, Tag> = new Map();
const knownTags = new Map<string, Map<string, Tag>>();
const knownNames = new Set<string>();
const mostNames = 4096;
const mostPrefixes = 32;
const longestName = 64;

function tagOf(prefix: string, name: string): Tag {
  const known = knownTags.get(prefix)?.get(name);
  if (known !== undefined) return known;
  const qualified = qualify(prefix, name);
  const tag = { start: `<${qualified}`, open: `<${qualified}>`, close: `</${qualified}>` };
  if (qualified.length > longestName) return tag;
  let tags = knownTags.get(prefix);
  if (tags === undefined) {
    if (knownTags.size >= mostPrefixes) return tag;
    knownTags.set(prefix, (tags = new Map<string, Tag>()));
  }
  if (tags.size < mostNames) tags.set(name, tag);
  return tag;
}

function isKnownName(name: string): boolean {
  if (knownNames.has(name)) return true;
  if (!isNCName(name)) return false;
  if (knownNames.size < mostNames && name.length <= longestName) knownNames.add(name);
  return true;
}

const longestShown = 60;
const show = (value: unknown): string => (typeof value === "string" ? JSON.stringify(value.slice(0, longestShown)) : value === null ? "null" : typeof value);

/** Not a type guard on purpose: it would turn the checked type into `any`. */
const isList = (value: unknown): boolean => Array.isArray(value);

const qualify = (prefix: string, name: string): string => (prefix === "" ? name : `${prefix}:${name}`);
