import { lastSegment } from "../../base/last-segment.js";
import type { XmlElement } from "../../base/xml-element.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import { writeElement } from "../../protocol/xml/write-element.js";
import type { MockItem, PropertyValue } from "../script/mock-script.js";
import { attributeIn, childOf, childrenOf, isNull, textIn } from "./element-access.js";

/**
 * An instance as a script says it: class and properties where those give the same element again, else its XML.
 * @param uri resource URI that was asked
 * @param name of the element that the script's reader would write; `undefined`: that of the class
 */
export function itemOfElement(element: XmlElement, uri: string, name?: string): MockItem {
  const classUri = name === undefined ? uri.replace(/[^/]*$/u, element.name) : uri;
  const properties = element.namespace.toLowerCase() === classUri.toLowerCase() && (name ?? element.name) === element.name && element.attributes.every(({ name: attribute }) => attribute === "type") ? propertiesOf(element) : undefined;
  if (properties === undefined) return { xml: writeElement(element) };
  return name === undefined && element.name !== lastSegment(uri) ? { class: element.name, properties } : { properties };
}

/** @returns `undefined` when one of them is more than a text */
function propertiesOf(element: XmlElement): Readonly<Record<string, PropertyValue>> | undefined {
  const found = new Map<string, PropertyValue>();
  let last: string | undefined;
  for (const child of childrenOf(element)) {
    const isPlain = child.namespace === element.namespace && childrenOf(child).length === 0 && (isNull(child) || child.attributes.length === 0);
    const before = found.get(child.name);
    // A list is written in one place.
    if (!isPlain || (before !== undefined && last !== child.name)) return undefined;
    const value = isNull(child) ? null : textIn(child);
    found.set(child.name, before === undefined ? value : [...(Array.isArray(before) ? (before as string[]) : [before as string]), value]);
    last = child.name;
  }
  return found.has("__proto__") ? undefined : Object.fromEntries(found);
}

/** What stands in `w:Items`: an instance, an endpoint reference, or both in a `w:Item`. */
export function itemOfEnumeration(element: XmlElement, uri: string): MockItem {
  if (element.name === "EndpointReference" && element.namespace === namespaces.a) return { properties: {}, selectors: selectorsIn(element) };
  if (element.name !== "Item" || element.namespace !== namespaces.w) return itemOfElement(element, uri);
  const reference = childOf(element, "EndpointReference", namespaces.a);
  const object = childrenOf(element).find((child) => child !== reference);
  return { ...(object === undefined ? { properties: {} } : itemOfElement(object, uri)), ...(reference === undefined ? {} : { selectors: selectorsIn(reference) }) };
}

/** The keys of a reference. */
export function selectorsIn(reference: XmlElement | undefined): Readonly<Record<string, string>> {
  const set = childOf(childOf(reference, "ReferenceParameters"), "SelectorSet");
  return set === undefined ? {} : Object.fromEntries(childrenOf(set).map((selector) => [attributeIn(selector, "Name") ?? "", textIn(selector)]));
}
