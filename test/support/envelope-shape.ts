import assert from "node:assert/strict";
import type { XmlElement } from "../../src/base/xml-element.js";
import { readElement } from "../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";

/** Reads XML that must be well-formed. */
export function parseXml(text: string): XmlElement {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok, read.ok ? "" : `${read.error.message}\n${text}`);
  return read.value;
}

export const childrenOf = (element: XmlElement): XmlElement[] => element.children.filter((child): child is XmlElement => typeof child !== "string");

/** The first element of that local name, in document order. */
export function findElement(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of childrenOf(element)) {
    const found = findElement(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Character data of the first element of that local name; `undefined` when there is none. */
export const textIn = (element: XmlElement, name: string): string | undefined => findElement(element, name)?.children.filter((child) => typeof child === "string").join("");

/** `prefix:name`, as written. */
export const writtenName = ({ prefix, name }: XmlElement): string => (prefix === undefined || prefix === "" ? name : `${prefix}:${name}`);

export interface ShapeOptions {
  /** Local names that are left out. */
  readonly without?: readonly string[];
  /** Local names whose content is somebody's own and is not looked at. */
  readonly opaque?: readonly string[];
}

/** Names with namespaces and prefixes as written, and attribute names with namespaces, of an element and all below, in order. */
export function shapeOf(element: XmlElement, options: ShapeOptions = {}): unknown {
  const attributes = element.attributes.map(({ namespace, name }) => `${namespace}#${name}`).sort();
  const children = options.opaque?.includes(element.name) === true ? [] : childrenOf(element).filter(({ name }) => options.without?.includes(name) !== true);
  return [`${writtenName(element)}=${element.namespace}`, attributes, children.map((child) => shapeOf(child, options))];
}
