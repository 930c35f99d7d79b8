import type { XmlElement } from "../base/xml-element.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Child elements, optionally of one local name; namespaces are not compared, because clients often leave them out. */
export function childElements(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter((child): child is XmlElement => typeof child !== "string" && (name === undefined || child.name === name));
}

/** First child element of that local name. */
export function childElement(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((child): child is XmlElement => typeof child !== "string" && child.name === name);
}

/** All character data inside, in order. */
export function textOf(of: XmlElement): string {
  return of.children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

/** Text of the first child of that name, trimmed; `null` for xsi:nil; `undefined` when there is no such child. */
export function childText(parent: XmlElement, name: string): string | null | undefined {
  const child = childElement(parent, name);
  if (child === undefined) return undefined;
  return isNil(child) ? null : textOf(child).trim();
}

/** `xsi:nil="true"` (or `1`)? */
export function isNil(of: XmlElement): boolean {
  return of.attributes.some((a) => a.name === "nil" && a.namespace === XSI && (a.value.trim() === "true" || a.value.trim() === "1"));
}

/** Value of the attribute without namespace; `undefined` when absent. */
export function attribute(of: XmlElement, name: string): string | undefined {
  return of.attributes.find((a) => a.name === name && a.namespace === "")?.value;
}
