import type { XmlElement } from "../../base/xml-element.js";
import { readDocument } from "../wbxml/read-document.js";
import { writeDocument } from "../wbxml/write-document.js";
import { codePages, ddfPublicId } from "./code-pages.js";
import { toXmlElement } from "./element-parts.js";
import { isElement, type MessageElement } from "./message-element.js";

/** A serialised tree from the document that it is inside of a WBXML message. @returns `undefined` when it is none */
export function readEmbedded(octets: Uint8Array): XmlElement | undefined {
  const read = readDocument(octets, codePages);
  return read.ok ? toXmlElement(read.value.root) : undefined;
}

export const writeEmbedded = (root: MessageElement): Uint8Array => writeDocument({ publicId: ddfPublicId, root: withoutIndents(root) }, codePages);

/** Elements of a tree hold text or elements; what stands between elements is how the text was laid out. */
function withoutIndents(element: MessageElement): MessageElement {
  const hasElements = element.children.some(isElement);
  const isIndent = (child: MessageElement["children"][number]): boolean => hasElements && typeof child === "string" && child.trim() === "";
  return { ...element, children: element.children.filter((child) => !isIndent(child)).map((child) => (isElement(child) ? withoutIndents(child) : child)) };
}
