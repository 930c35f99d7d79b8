import type { XmlElement } from "../../base/xml-element.js";
import { element } from "../../sdk/element.js";
import type { XmlOutput } from "../../sdk/operation-request.js";
import type { MockItem, PropertyValue } from "../script/mock-script.js";

/**
 * An instance as Windows writes it: prefix p, in the namespace of its class's resource URI; null is xsi:nil, a list repeats the element.
 * @param uri of the class
 * @param name of the element
 */
export function elementOfItem(item: MockItem, uri: string, name: string): XmlOutput {
  if (item.xml !== undefined) return item.xml;
  const property = (key: string, value: PropertyValue): readonly XmlElement[] =>
    (Array.isArray(value) ? (value as readonly PropertyValue[]) : [value]).map((one) => ({ ...element(uri, key, one as string | number | boolean | null), prefix: "p" }));
  const children = Object.entries(item.properties ?? {}).flatMap(([key, value]) => property(key, value));
  return { name, namespace: uri, prefix: "p", attributes: [], children };
}
