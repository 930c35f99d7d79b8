import type { XmlElement } from "../../base/xml-element.js";
import { toBase64 } from "../../base/base64.js";
import { isElement, type MessageElement } from "./message-element.js";
import { isSyncml } from "./namespaces.js";
import { MessageError } from "./syncml-problem.js";
import { decodeUtf8 } from "../wbxml/charsets.js";

/** The elements in an element. */
export const elementsOf = ({ children }: MessageElement): readonly MessageElement[] => children.filter(isElement);

/** Elements of SyncML of that name, in order. */
export const allOf = (parent: MessageElement, name: string): readonly MessageElement[] => elementsOf(parent).filter((child) => child.name === name && isSyncml(child.namespace));

/** The only one of its name. @throws MessageError when it stands there twice */
export function oneOf(parent: MessageElement, name: string): MessageElement | undefined {
  const [first, second] = allOf(parent, name);
  if (second !== undefined) throw new MessageError("doubled-element", `${parent.name} has more than one ${name}.`);
  return first;
}

/** @throws MessageError when it is missing, or stands there twice */
export function needed(parent: MessageElement, name: string): MessageElement {
  const found = oneOf(parent, name);
  if (found === undefined) throw new MessageError("missing-element", `${parent.name} has no ${name}.`);
  return found;
}

/** All text of an element, without the white space around it, as peers indent what they write. Octets that are no text are given as base64. */
export const textOf = (element: MessageElement): string => rawTextOf(element).trim();

/** The same with its white space. */
export const rawTextOf = ({ children }: MessageElement): string =>
  children.map((child) => (typeof child === "string" ? child : child instanceof Uint8Array ? (decodeUtf8(child) ?? toBase64(child)) : rawTextOf(child))).join("");

/** Text of the child of that name; `undefined` where there is none. */
export function textIn(parent: MessageElement, name: string): string | undefined {
  const found = oneOf(parent, name);
  return found === undefined ? undefined : textOf(found);
}

/** As an element that can be written as XML: octets that are no text become base64. */
export const toXmlElement = ({ name, namespace, prefix, attributes = [], children }: MessageElement): XmlElement => ({ name, namespace, ...(prefix === undefined ? {} : { prefix }), attributes, children: children.map(toXmlChild) });

export const toXmlChild = (child: MessageElement | string | Uint8Array): XmlElement | string =>
  typeof child === "string" ? child : child instanceof Uint8Array ? (decodeUtf8(child) ?? toBase64(child)) : toXmlElement(child);
