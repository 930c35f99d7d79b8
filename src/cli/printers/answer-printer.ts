import type { XmlElement } from "../../base/xml-element.js";
import { printJson } from "./print-json.js";
import { printPretty } from "./print-pretty.js";
import { printText } from "./print-text.js";
import { printXml } from "./print-xml.js";

export type Format = "text" | "xml" | "pretty" | "json";

/** Prints the answer of one operation in one format. */
export interface AnswerPrinter {
  /** A single answer. `undefined`: the service answered with nothing; winrm's text is then a line break. */
  single(element: XmlElement | undefined): string;
  /** What stands before, at and after the items of an enumeration. */
  readonly open: string;
  item(element: XmlElement, isFirst: boolean): string;
  close(isEmpty: boolean): string;
}

/** Every enumeration that is not text is wrapped in this element. */
const results = "wsman:Results";
const resultsNamespace = "http://schemas.dmtf.org/wbem/wsman/1/wsman/results";
const openResults = `<${results} xmlns:wsman="${resultsNamespace}">`;

export const answerPrinters: Readonly<Record<Format, AnswerPrinter>> = {
  text: {
    single: (element) => (element === undefined ? "\n" : printText(element)),
    open: "",
    item: (element) => `${printText(element)}\n`,
    close: () => "",
  },
  xml: {
    single: (element) => `${element === undefined ? "" : printXml(element)}\n`,
    open: `${openResults}\n`,
    item: (element) => `${printXml(element)}\n`,
    close: () => `</${results}>\n`,
  },
  pretty: {
    single: (element) => (element === undefined ? "\n" : `${printPretty(element)}\n`),
    open: `${openResults}\n`,
    item: (element) => `${printPretty(element, true)}\n`,
    close: () => `</${results}>\n`,
  },
  json: {
    single: (element) => `${element === undefined ? "null" : printJson(element)}\n`,
    open: "[",
    item: (element, isFirst) => `${isFirst ? "" : ","}\n  ${printJson(element, 1)}`,
    close: (isEmpty) => (isEmpty ? "]\n" : "\n]\n"),
  },
};
