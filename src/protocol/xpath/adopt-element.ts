import type { XmlElement } from "../../base/xml-element.js";

/**
 * Clients write fragments without namespaces, as Windows does. What has none takes those of the element it replaces, child by child as far
 * as the names agree, and below that those of what it stands in.
 */
export function adoptElement(element: XmlElement, template: XmlElement): XmlElement {
  if (element.namespace !== "") return element;
  const children = element.children.map((child) => {
    if (typeof child === "string") return child;
    const like = template.children.find((other): other is XmlElement => typeof other !== "string" && other.name === child.name);
    return adoptElement(child, like ?? template);
  });
  const { namespace, prefix } = template;
  const { name, attributes } = element;
  return prefix === undefined ? { name, namespace, attributes, children } : { name, namespace, prefix, attributes, children };
}
