import { writeDocument } from "../wbxml/write-document.js";
import { writeElement } from "../xml/write-element.js";
import { codePages, publicIds } from "./code-pages.js";
import { wbxmlForm, xmlForm } from "./data-form.js";
import type { SyncmlEncoding } from "./decode-message.js";
import { toXmlElement } from "./element-parts.js";
import type { SyncmlMessage } from "./message.js";
import { messageElement } from "./write-message.js";

/**
 * The octets of a message's body; XML with its declaration, in UTF-8.
 * @throws Error when a text of the message holds what XML cannot carry
 */
export function encodeMessage(message: SyncmlMessage, encoding: SyncmlEncoding): Uint8Array {
  if (encoding === "wbxml") return writeDocument({ publicId: publicIds.syncml12, root: messageElement(message, wbxmlForm) }, codePages);
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?>${writeElement(toXmlElement(messageElement(message, xmlForm)))}`);
}
