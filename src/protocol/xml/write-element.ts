import { ownCopy } from "../../base/own-copy.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { XmlAttribute, XmlElement } from "../../base/xml-element.js";
import { isNCName } from "./characters.js";
import { escapeAttribute, escapeText } from "./escape.js";
import { XML_NAMESPACE, XMLNS_NAMESPACE } from "./namespace-scope.js";
import { NotWritable } from "./not-writable.js";
import { WriteScope } from "./write-scope.js";

export interface WriteOptions {
  /** Prefixes declared around it: prefix to URI, empty prefix for the default namespace. Not changed afterwards: what was written under it is remembered. */
  readonly inScope?: ReadonlyMap<string, string> | undefined;
  /** Characters, about, at most: for values of others, which may have no end. */
  readonly limit?: number | undefined;
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

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
 * The same for values of others, such as a plug-in's answer: all that could keep it from being XML is looked for while it is written.
 * A part that gives something else when it is read again is checked again.
 * @returns one sentence that says where and what is wrong when the value cannot be XML
 * @throws what the value's own properties throw when they are read
 */
export function tryWriteElement(element: XmlElement, { inScope = nothing, limit = Infinity }: WriteOptions = {}): Result<string, string> {
  const writer = new ElementWriter(limit);
  if (outermost.around !== inScope) outermost = { around: inScope, scope: new WriteScope(inScope) };
  try {
    writer.write(element, outermost.scope, 1);
    return ok(writer.text());
  } catch (error) {
    if (error instanceof NotWritable) return fail(error.message);
    throw error;
  }
}

const nothing: ReadonlyMap<string, string> = new Map();

/** What is declared around the element written last. Nobody changes a scope once its tag is written, so that it may stand for the same one again. */
let outermost = { around: nothing, scope: new WriteScope(nothing) };

/** The items of an answer are like one another: how a tag without attributes that declares a namespace was written last. */
interface DeclaringTag {
  readonly outer: WriteScope;
  readonly name: string;
  readonly namespace: string;
  readonly preferred: string | undefined;
  readonly tag: Tag;
  /** With its declarations, without its `>`. */
  readonly start: string;
  readonly scope: WriteScope;
}

/** So are the parts of an item: where the last tag without attributes and declarations stood, and what is known of others like it. */
interface UsualTags {
  readonly outer: WriteScope;
  readonly namespace: string;
  readonly preferred: string | undefined;
  /** By name. All that are written under this prefix anywhere. */
  readonly tags: ReadonlyMap<string, Tag>;
  /** By name: elements that are null, whole, as they are written here. */
  nulls: Map<string, string> | undefined;
}

/** A longer one is nobody's habit. Characters. */
const longestStart = 512;
let declaring: DeclaringTag | undefined;
let usual: UsualTags | undefined;

class ElementWriter {
  /** Grows by appending: that costs less than an array of pieces and its join. */
  #text = "";
  /** How many characters may still come. */
  #left: number;

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
    // What the value's own properties do while they are read may write other elements: what is remembered is looked at once.
    const like = usual;
    const last = declaring;
    const hasLists = isList(attributes) && isList(children);
    const isBare = hasLists && attributes.length === 0;
    // What is known has a name that was checked.
    const known = hasLists && like?.outer === outer && like.namespace === namespace && like.preferred === preferred ? like.tags.get(name) : undefined;
    if (known !== undefined) {
      if (isBare) return this.#writeUsual(children, known, outer, depth);
      if (isNull(attributes, children)) return this.#add(like!.nulls?.get(name) ?? writeNull(like!, name));
    }
    if (isBare && last?.outer === outer && last.name === name && last.namespace === namespace && last.preferred === preferred) return this.#writeChildren(children, last.tag, last.start, last.scope, depth);
    const prefix = checkName(name, namespace, preferred, "element");
    if (!isList(attributes)) throw new NotWritable(`The element ${name} has no array of attributes.`);
    if (!isList(children)) throw new NotWritable(`The element ${name} has no array of children.`);
    // Most tags: no attributes, and their namespace is declared under their prefix already.
    const plain = namespace === "" ? "" : prefix;
    if (isBare && namespace !== XML_NAMESPACE && (outer.uriOf(plain) ?? "") === namespace) {
      const tag = tagOf(plain, name);
      usual = { outer, namespace, preferred, tags: knownTags.get(plain) ?? noTags, nulls: undefined };
      return this.#writeUsual(children, tag, outer, depth);
    }
    const scope = outer.inside();
    const tag = tagOf(scope.forElement(namespace, prefix), name);
    const written = isBare ? "" : this.#writeAttributes(attributes, name, scope);
    const start = `${tag.start}${scope.declarations}${written}`;
    if (isBare && start.length <= longestStart) declaring = { outer, name, namespace, preferred, tag, start, scope };
    this.#writeChildren(children, tag, start, scope, depth);
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
  if (qualified.length > longestName) return makeTag(qualified);
  let tags = knownTags.get(prefix);
  if (tags === undefined) {
    if (knownTags.size >= mostPrefixes) return makeTag(qualified);
    knownTags.set(ownCopy(prefix), (tags = new Map<string, Tag>()));
  }
  if (tags.size >= mostNames) return makeTag(qualified);
  // A name may be a piece of a message, which must not be kept with it.
  const tag = makeTag(ownCopy(qualified));
  tags.set(ownCopy(name), tag);
  return tag;
}

const makeTag = (qualified: string): Tag => ({ start: `<${qualified}`, open: `<${qualified}>`, close: `</${qualified}>` });

/** @param name that is among those of the usual tags */
function writeNull(like: UsualTags, name: string): string {
  const scope = like.outer.inside();
  const tag = tagOf(scope.forElement(like.namespace, like.preferred ?? ""), name);
  const nil = qualify(scope.forAttribute(XSI, "xsi"), "nil");
  const written = ownCopy(`${tag.start}${scope.declarations} ${nil}="true"/>`);
  like.nulls ??= new Map<string, string>();
  if (like.nulls.size < mostNames) like.nulls.set(ownCopy(name), written);
  return written;
}

/** As the SDK writes a null: empty, with `xsi:nil="true"` and nothing else. */
function isNull(attributes: readonly XmlAttribute[], children: XmlElement["children"]): boolean {
  const only = attributes.length === 1 && children.length === 0 ? (attributes[0] as XmlAttribute | null | undefined) : undefined;
  return only?.name === "nil" && only.namespace === XSI && only.prefix === "xsi" && only.value === "true";
}

function isKnownName(name: string): boolean {
  if (knownNames.has(name)) return true;
  if (!isNCName(name)) return false;
  if (knownNames.size < mostNames && name.length <= longestName) knownNames.add(ownCopy(name));
  return true;
}

const longestShown = 60;
const show = (value: unknown): string => (typeof value === "string" ? JSON.stringify(value.slice(0, longestShown)) : value === null ? "null" : typeof value);

/** Not a type guard on purpose: it would turn the checked type into `any`. */
const isList = (value: unknown): boolean => Array.isArray(value);

const qualify = (prefix: string, name: string): string => (prefix === "" ? name : `${prefix}:${name}`);
