import type { XmlElement } from "../../base/xml-element.js";
import { ok, type Result } from "../../base/result.js";
import { XSI } from "../soap/namespaces.js";
import { escapeText } from "../xml/escape.js";
import { tryWriteElement } from "../xml/write-element.js";
import { namespaces } from "./namespaces.js";

/** What DSP0230 puts datetimes and other common types into. */
const CIM_COMMON = "http://schemas.dmtf.org/wbem/wscim/1/common";

/** What w:XmlFragment declares itself, as recorded, whatever is around it. */
const declared: ReadonlyMap<string, string> = new Map([["xsi", XSI], ["w", namespaces.w]]);
const declarations = [...declared].map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join("");

/**
 * Writes nodes of a representation as Windows does for a column list and for a fragment: in w:XmlFragment, without their namespace and type.
 * @returns a sentence when one of them cannot be written
 */
export function writeXmlFragment(elements: readonly XmlElement[]): Result<string, string> {
  let inside = "";
  for (const element of elements) {
    const written = tryWriteElement(bare(element, element.namespace), { inScope: declared });
    if (!written.ok) return written;
    inside += written.value;
  }
  return ok(inside === "" ? `<w:XmlFragment${declarations}/>` : `<w:XmlFragment${declarations}>${inside}</w:XmlFragment>`);
}

/** The same for text and values of attributes. */
export const writeTextFragment = (text: string): string => `<w:XmlFragment xmlns:w="${namespaces.w}">${escapeText(text)}</w:XmlFragment>`;

/** Without the item's own namespace and that of the common types; parts of others, such as a reference, keep theirs. */
function bare(element: XmlElement, own: string): XmlElement {
  const { name, attributes, children } = element;
  const inside = children.map((child) => (typeof child === "string" ? child : bare(child, own)));
  if (element.namespace !== own && element.namespace !== CIM_COMMON) return { ...element, children: inside };
  // A type's prefix would no longer be declared.
  return { name, namespace: "", attributes: attributes.filter((attribute) => attribute.namespace !== XSI || attribute.name !== "type"), children: inside };
}
