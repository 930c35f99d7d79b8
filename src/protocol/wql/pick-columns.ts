import type { XmlElement } from "../../base/xml-element.js";
import type { ClassShape } from "./class-shape.js";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * Makes the function that takes the asked columns from an item. Their order is not the query's: alphabetical without case, as Windows has it
 * everywhere. A property that the item leaves out is NULL: nil when it is a scalar, nothing when it is an array or nobody defined it.
 */
export function pickColumns(asked: readonly string[], shape: ClassShape | undefined): (item: XmlElement) => readonly XmlElement[] {
  const byLowerName = new Map(asked.map((name) => [name.toLowerCase(), name]));
  const order = [...byLowerName.keys()].sort();
  return (item) => {
    const found = new Map<string, XmlElement[]>();
    for (const child of item.children) {
      if (typeof child === "string") continue;
      const name = child.name.toLowerCase();
      if (!byLowerName.has(name)) continue;
      const before = found.get(name);
      if (before === undefined) found.set(name, [child]);
      else before.push(child);
    }
    return order.flatMap((name) => found.get(name) ?? nilOf(byLowerName.get(name)!, item, shape));
  };
}

function nilOf(name: string, { namespace }: XmlElement, shape: ClassShape | undefined): readonly XmlElement[] {
  const type = shape?.properties[name];
  if (type === undefined || type.endsWith("[]")) return [];
  return [{ name, namespace, attributes: [{ name: "nil", namespace: XSI, prefix: "xsi", value: "true" }], children: [] }];
}
