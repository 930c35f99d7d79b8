import type { XmlElement } from "../../base/xml-element.js";
import { readElementAt, readHead } from "./read-element.js";
import { XmlScanner, XmlToken } from "./scanner.js";
import { wireLimits, type XmlLimits } from "./xml-limits.js";

/** A step of the reader; the SDK's `XmlReaderNode` by structure. */
export type XmlNode =
  | { readonly type: "element"; readonly depth: number; readonly element: Omit<XmlElement, "children">; readonly isEmpty: boolean }
  | { readonly type: "text"; readonly depth: number; readonly text: string }
  | { readonly type: "endElement"; readonly depth: number; readonly name: string; readonly namespace: string };

/** The SDK's `XmlReader` by structure; this layer may not import it. */
export interface XmlReader {
  read(): XmlNode | undefined;
  skip(): void;
  readElement(): XmlElement;
}

/**
 * A forward-only reader over one element.
 * @param text must have been scanned before: on malformed text `read` throws XmlSyntaxError
 */
export function createXmlReader(text: string, limits: XmlLimits = wireLimits): XmlReader {
  return new ScanningReader(new XmlScanner(text, limits));
}

class ScanningReader implements XmlReader {
  readonly #scanner: XmlScanner;
  /** A token already taken from the scanner while gathering adjacent text. */
  #ahead: XmlToken | undefined;
  #onElement = false;

  constructor(scanner: XmlScanner) {
    this.#scanner = scanner;
  }

  read(): XmlNode | undefined {
    const scanner = this.#scanner;
    let token = this.#ahead ?? scanner.next();
    this.#ahead = undefined;
    this.#onElement = token === XmlToken.start;
    if (token === XmlToken.start) return { type: "element", depth: scanner.depth, element: readHead(scanner), isEmpty: scanner.isEmptyElement };
    if (token === XmlToken.end) return { type: "endElement", depth: scanner.depth, name: scanner.localName, namespace: scanner.namespace };
    if (token === XmlToken.eof) {
      this.#ahead = XmlToken.eof;
      return undefined;
    }
    const depth = scanner.depth;
    let text = "";
    for (; token === XmlToken.text; token = scanner.next()) text += scanner.text;
    this.#ahead = token;
    return text === "" ? this.read() : { type: "text", depth, text };
  }

  /** @throws Error when the node read last is not an element: a mistake of the caller */
  skip(): void {
    this.#leaveElement("skip");
    this.#scanner.skipElement();
  }

  /** @throws Error as `skip` */
  readElement(): XmlElement {
    this.#leaveElement("readElement");
    return readElementAt(this.#scanner);
  }

  #leaveElement(what: string): void {
    if (!this.#onElement) throw new Error(`${what} may be called only after read returned an "element" node.`);
    this.#onElement = false;
  }
}
