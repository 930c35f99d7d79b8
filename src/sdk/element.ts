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
export function element(
  namespace: string, name: string, first?: Content | Readonly<Record<string, string | number | boolean>>, ...rest: readonly Content[]
): XmlElement {
  const hasAttributes = isRecord(first);
  const attributes: XmlAttribute[] = hasAttributes
    ? Object.entries(first).map(([key, value]) => ({ name: key, namespace: "", value: String(value) }))
    : [];
  const children: (XmlElement | string)[] = [];
  const add = (content: Content): void => {
    if (content === undefined) return;
    if (content === null) attributes.push({ name: "nil", namespace: XSI, prefix: "xsi", value: "true" });
    else if (Array.isArray(content)) for (const piece of content as readonly Content[]) add(piece);
    else if (typeof content === "object") children.push(content as XmlElement);
    else children.push(String(content));
  };
  if (!hasAttributes) add(first);
  for (const piece of rest) add(piece);
  return { name, namespace, attributes, children };
}

/**
 * Builds the usual record: one child element per property, in the order given; arrays repeat the element; `null` is xsi:nil;
 * `undefined` is left out.
 */
export function record(
  namespace: string, name: string, properties: Readonly<Record<string, Content | readonly Content[]>>,
): XmlElement {
  const children: XmlElement[] = [];
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly Content[]) : [value as Content]) children.push(element(namespace, key, one));
  }
  return { name, namespace, prefix: "p", attributes: [], children: children.map((child) => ({ ...child, prefix: "p" })) };
}

function isRecord(value: unknown): value is Readonly<Record<string, string | number | boolean>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !("children" in value && "namespace" in value);
}
