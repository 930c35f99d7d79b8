import type { Meta } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { element } from "./make-element.js";
import { METINF } from "./namespaces.js";

/** `Meta`, in the DTD's order. */
export function writeMeta({ format, type, mark, size, nextNonce, maxMessageSize, maxObjectSize, others = [] }: Meta): MessageElement {
  const known = { Format: format, Type: type, Mark: mark, Size: size, NextNonce: nextNonce, MaxMsgSize: maxMessageSize, MaxObjSize: maxObjectSize };
  const children: MessageElement[] = [];
  for (const [name, text] of Object.entries(known)) if (text !== undefined) children.push({ name, namespace: METINF, attributes: [], children: text === "" ? [] : [text] });
  return element("Meta", [...children, ...others]);
}
