import { fail, ok, type Result } from "../../base/result.js";
import type { XmlAttribute, XmlElement } from "../../base/xml-element.js";
import { XmlScanner, XmlToken } from "./scanner.js";
import type { XmlLimits } from "./xml-limits.js";
import { XmlSyntaxError, type XmlProblem } from "./xml-problem.js";

/** Reads a whole document into an element value. White space between elements is kept. */
export function readElement(text: string, limits: XmlLimits): Result<XmlElement, XmlProblem> {
  try {
    const scanner = new XmlScanner(text, limits);
    scanner.next();
    const element = readElementAt(scanner);
    scanner.next();
    return ok(element);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return fail(error.problem);
    throw error;
  }
}

/**
 * Reads the element whose start tag the scanner stands on; afterwards it stands on the end tag.
 * @throws XmlSyntaxError as `XmlScanner.next` does
 */
export function readElementAt(scanner: XmlScanner): XmlElement {
  const top = scanner.depth;
  const root = openElement(scanner);
  const open = [root];
  for (;;) {
    const token = scanner.next();
    const children = open.at(-1)!.children;
    if (token === XmlToken.text) addText(children, scanner.text);
    else if (token === XmlToken.start) {
      const child = openElement(scanner);
      children.push(child);
      open.push(child);
    } else {
      if (scanner.depth === top) return root;
      open.pop();
    }
  }
}

interface OpenElement extends XmlElement {
  readonly children: (XmlElement | string)[];
}

// Objects are written out whole, once with and once without prefix: spreading one into another costs more than all the scanning.

function openElement(scanner: XmlScanner): OpenElement {
  const { localName: name, namespace, prefix } = scanner;
  const attributes = readAttributes(scanner);
  return prefix === "" ? { name, namespace, attributes, children: [] } : { name, namespace, prefix, attributes, children: [] };
}

/** Name and attributes of the start tag the scanner stands on. */
export function readHead(scanner: XmlScanner): Omit<XmlElement, "children"> {
  const { localName: name, namespace, prefix } = scanner;
  const attributes = readAttributes(scanner);
  return prefix === "" ? { name, namespace, attributes } : { name, namespace, prefix, attributes };
}

function readAttributes(scanner: XmlScanner): XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (let i = 0; i < scanner.attributeCount; i++) {
    const name = scanner.attributeName(i);
    const namespace = scanner.attributeNamespace(i);
    const prefix = scanner.attributePrefix(i);
    const value = scanner.attributeValue(i);
    attributes.push(prefix === "" ? { name, namespace, value } : { name, namespace, prefix, value });
  }
  return attributes;
}

/** Adjacent pieces of text become one string. */
function addText(children: (XmlElement | string)[], text: string): void {
  const last = children.length - 1;
  const before = children[last];
  if (typeof before === "string") children[last] = before + text;
  else if (text !== "") children.push(text);
}
