import type { XmlElement } from "../../base/xml-element.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** The child elements of a name. Definitions spell them as instances do; what else it may be is found without case. */
export function childrenNamed(parent: XmlElement, name: string): readonly XmlElement[] {
  const found = parent.children.filter((child): child is XmlElement => typeof child !== "string" && child.name === name);
  if (found.length > 0) return found;
  const wanted = name.toLowerCase();
  return parent.children.filter((child): child is XmlElement => typeof child !== "string" && child.name.length === wanted.length && child.name.toLowerCase() === wanted);
}

/** A property's value: nothing for null, several elements for an array. */
export function valuesAt(item: XmlElement, path: readonly string[]): readonly XmlElement[] {
  let elements: readonly XmlElement[] = [item];
  for (const name of path) {
    const [only] = elements;
    if (elements.length !== 1 || only === undefined) return [];
    elements = childrenNamed(only, name);
  }
  return elements.length === 1 && isNil(elements[0]!) ? [] : elements;
}

export const isNil = ({ attributes }: XmlElement): boolean =>
  attributes.some(({ name, namespace, value }) => name === "nil" && namespace === XSI && (value.trim() === "true" || value.trim() === "1"));

/** The class that an embedded object says it is of: `q:CIM_Foo_Type` is `CIM_Foo`. */
export function typeNameOf({ attributes }: XmlElement): string | undefined {
  const type = attributes.find(({ name, namespace }) => name === "type" && namespace === XSI)?.value.trim();
  return type?.slice(type.indexOf(":") + 1).replace(/_Type$/u, "");
}

/** All character data inside. */
export function textOf(element: XmlElement): string {
  const { children } = element;
  if (children.length === 1 && typeof children[0] === "string") return children[0];
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}
