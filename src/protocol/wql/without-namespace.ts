import type { XmlElement } from "../../base/xml-element.js";

const CIM = "http://schemas.dmtf.org/wbem/wscim/1/common";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * A property outside of its instance: it and the Datetime or Interval in it have no namespace, and no type is said, as in recorded
 * fragments. Embedded objects and references keep theirs inside.
 */
export function withoutNamespace(property: XmlElement): XmlElement {
  const attributes = property.attributes.filter(({ name, namespace }) => !(namespace === XSI && name === "type"));
  const children = property.children.map((child) => (typeof child !== "string" && child.namespace === CIM ? withoutNamespace(child) : child));
  return { name: property.name, namespace: "", attributes, children };
}
