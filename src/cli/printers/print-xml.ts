import type { XmlElement } from "../../base/xml-element.js";
import { writeElement } from "../../protocol/xml/write-element.js";

/** An element as one piece of XML, nothing added but the namespace declarations that stood around it. */
export const printXml = (element: XmlElement): string => referControls(writeElement(element));

/** XML allows the C1 controls in text, among them the one that begins terminal commands; as references they do no harm and stay what they are. */
export const referControls = (xml: string): string => xml.replace(/[\u007f-\u009f]/gu, (control) => `&#${control.charCodeAt(0)};`);
