import type { XmlAttribute, XmlElement } from "../../base/xml-element.js";
import type { ClassDefinition } from "../../base/class-definition.js";
import { scalarOf } from "./class-table.js";
import { childrenNamed } from "./item-view.js";
import { withoutNamespace } from "./without-namespace.js";

const WSMAN = "http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const nil: XmlAttribute = { name: "nil", namespace: XSI, prefix: "xsi", value: "true" };

/**
 * What a column list leaves of an instance, as Windows writes it: a w:XmlFragment with the columns by name, each without a namespace. A
 * column that is null is nil; an array that is null is not there.
 */
export function projectItem(item: XmlElement, columns: readonly string[], definition: ClassDefinition | undefined): XmlElement {
  const children: XmlElement[] = [];
  for (const column of columns) {
    const found = childrenNamed(item, column);
    if (found.length > 0) for (const element of found) children.push(withoutNamespace(element));
    else if (definition?.properties[column] !== undefined && !scalarOf(definition.properties[column]).isArray) {
      children.push({ name: column, namespace: "", attributes: [nil], children: [] });
    }
  }
  return { name: "XmlFragment", namespace: WSMAN, prefix: "w", attributes: [], children };
}
