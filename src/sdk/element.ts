import type { XmlAttribute, XmlElement } from "../base/xml-element.js";

/** What may stand inside a built element. `null` writes xsi:nil on the element built; `undefined` adds nothing. */
export type Content = string | number | boolean | bigint | XmlElement | null | undefined | readonly Content[];

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * Builds an element. Text needs no escaping; characters that XML forbids are written as `?`, as Windows does.
 *
 * ```ts
 * element("urn:example:disk", "Disk", { id: "sda" }, element("urn:example:disk", "Size", 512))
 * ```
 * @param namespace URI, empty string for none
 * @param first attributes (no namespace) when a plain record, otherwise the first piece of content
 */
export function element(namespace: string, name: string, first?: FirstContent, ...rest: readonly Content[]): XmlElement {
  const { attributes, children } = fill(first, rest);
  return { name, namespace, attributes, children };
}

/**
 * Makes a builder for elements of one namespace, all with the same prefix when they are written.
 *
 * ```ts
 * const e = elementsOf("urn:example:disk", "d");
 * e("Disk", { id: "sda" }, e("Size", 512));
 * ```
 * @param namespace URI
 * @param prefix without colon; not one that begins with `xml`
 */
export function elementsOf(namespace: string, prefix: string): (name: string, first?: FirstContent, ...rest: readonly Content[]) => XmlElement {
  return (name, first, ...rest) => {
    const { attributes, children } = fill(first, rest);
    return { name, namespace, prefix, attributes, children };
  };
}

/** Attributes (no namespace) when a plain record, otherwise the first piece of content. */
export type FirstContent = Content | Readonly<Record<string, string | number | boolean>>;

const nil: XmlAttribute = { name: "nil", namespace: XSI, prefix: "xsi", value: "true" };

/** Shared by elements without any; frozen, because they are. */
const noAttributes: readonly XmlAttribute[] = Object.freeze([]);
const onlyNil: readonly XmlAttribute[] = Object.freeze([nil]);
const noChildren: readonly string[] = Object.freeze([]);
const nothing: readonly Content[] = Object.freeze([]);

interface Filling {
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | string)[];
}

function fill(first: FirstContent, rest: readonly Content[]): Filling {
  // Items of an enumeration have thousands of elements, and nearly all hold one plain value.
  if (rest.length === 0) {
    if (typeof first === "string") return { attributes: noAttributes, children: [first] };
    if (first === null) return { attributes: onlyNil, children: noChildren };
    if (typeof first !== "object" && first !== undefined) return { attributes: noAttributes, children: [String(first)] };
  }
  const attributes: XmlAttribute[] = [];
  const children: (XmlElement | string)[] = [];
  if (isRecord(first)) for (const [key, value] of Object.entries(first)) attributes.push({ name: key, namespace: "", value: String(value) });
  else add(first, attributes, children);
  for (const piece of rest) add(piece, attributes, children);
  return { attributes, children };
}

function add(content: Content, attributes: XmlAttribute[], children: (XmlElement | string)[]): void {
  if (content === undefined) return;
  if (content === null) attributes.push(nil);
  else if (typeof content !== "object") children.push(String(content));
  else if (Array.isArray(content)) for (const piece of content as readonly Content[]) add(piece, attributes, children);
  else children.push(content as XmlElement);
}

/**
 * Builds the usual record: one child element per property, in the order given; arrays repeat the element; `null` is xsi:nil;
 * `undefined` is left out.
 */
export function record(
  namespace: string, name: string, properties: Readonly<Record<string, Content | readonly Content[]>>,
): XmlElement {
  const children: XmlElement[] = [];
  for (const key of Object.keys(properties)) {
    const value = properties[key];
    if (value === undefined) continue;
    if (Array.isArray(value)) for (const one of value as readonly Content[]) children.push(property(namespace, key, one));
    else children.push(property(namespace, key, value));
  }
  return { name, namespace, prefix: "p", attributes: noAttributes, children };
}

function property(namespace: string, name: string, value: Content): XmlElement {
  const { attributes, children } = fill(value, nothing);
  return { name, namespace, prefix: "p", attributes, children };
}

function isRecord(value: unknown): value is Readonly<Record<string, string | number | boolean>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !("children" in value && "namespace" in value);
}
