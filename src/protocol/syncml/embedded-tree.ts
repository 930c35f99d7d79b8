import type { XmlElement } from "../../base/xml-element.js";
import { readDocument } from "../wbxml/read-document.js";
import { writeDocument } from "../wbxml/write-document.js";
import { codePages, ddfPublicId } from "./code-pages.js";
import { toXmlElement } from "./element-parts.js";

/** A serialised tree from the document that it is inside of a WBXML message. @returns `undefined` when it is none */
export function readEmbedded(octets: Uint8Array): XmlElement | undefined {
  const read = readDocument(octets, codePages);
  return read.ok ? toXmlElement(read.value.root) : undefined;
}

export const writeEmbedded = (root: XmlElement): Uint8Array => writeDocument({ publicId: ddfPublicId, root }, codePages);
