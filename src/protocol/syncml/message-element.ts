import type { XmlAttribute } from "../../base/xml-element.js";

/** An element of a message in either encoding: an XmlElement is one, and so is an element of WBXML. */
export interface MessageElement {
  readonly name: string;
  readonly namespace: string;
  readonly prefix?: string;
  readonly attributes?: readonly XmlAttribute[];
  readonly children: readonly (MessageElement | string | Uint8Array)[];
}

export const isElement = (child: MessageElement | string | Uint8Array): child is MessageElement => typeof child !== "string" && !(child instanceof Uint8Array);
