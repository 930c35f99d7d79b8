import type { XmlElement } from "../../base/xml-element.js";
import { writeElement } from "../../protocol/xml/write-element.js";

/** An element as one line of XML, nothing added but the namespace declarations that stood around it. Line feeds in text are references. */
export const printXml = (element: XmlElement): string => referControls(writeElement(element)).replaceAll("\n", "&#10;");

/** XML allows the C1 controls in text, among them the one that begins terminal commands; as references they do no harm and stay what they are. */
export const referControls = (xml: string): string => xml.replace(/[\u007f-\u009f]/gu, (control) => `&#${control.charCodeAt(0)};`);
