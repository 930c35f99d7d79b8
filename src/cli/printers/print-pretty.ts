import { createRequire } from "node:module";
import type xmlJs from "xml-js";
import type { XmlElement } from "../../base/xml-element.js";
import { escapeAttribute, escapeText } from "../../protocol/xml/escape.js";
import { writeElement } from "../../protocol/xml/write-element.js";
import { XML } from "../../protocol/soap/namespaces.js";
import { childElements } from "../client/element-access.js";
import { referControls } from "./print-xml.js";

type Scope = ReadonlyMap<string, string>;

/**
 * Prints an element as indented XML with xml-js. xml-js keys attributes by their names, undoes `&amp;` in text and leaves `<` in
 * attributes as it is; so it never sees names of attributes, values or text: it is given numbers, and its callbacks put in what our own
 * escaping wrote. Element names were checked when they were read. An element that mixes text and elements is one line, because
 * indentation would change its text.
 * @param isItem indented by one level, as it stands in a wrapper
 * @returns lines without the last line feed
 */
export function printPretty(element: XmlElement, isItem = false): string {
  const written: string[] = [];
  const place = (xml: string): string => String(written.push(referControls(xml)) - 1);
  const tree = toTree(element, new Map(), place);
  // Loaded when it is needed: a host that starts has no use for it.
  const { js2xml } = createRequire(import.meta.url)("xml-js") as typeof xmlJs;
  const pretty = js2xml(
    { elements: [isItem ? { type: "element", name: "x", elements: [tree] } : tree] },
    {
      spaces: 2,
      attributeNameFn: (key) => written[Number(key.slice(1))]!,
      attributeValueFn: (value) => written[Number(value)]!,
      textFn: (text) => written[Number(text)]!,
    },
  );
  return isItem ? pretty.slice("<x>\n".length, -"\n</x>".length) : pretty;
}

function toTree(element: XmlElement, outer: Scope, place: (xml: string) => string): xmlJs.Element {
  const { scope, declarations } = declare(element, outer);
  const attributes: Record<string, string> = {};
  const add = (name: string, value: string): void => {
    attributes[`a${place(name)}`] = place(escapeAttribute(value));
  };
  for (const [prefix, uri] of declarations) add(prefix === "" ? "xmlns" : `xmlns:${prefix}`, uri);
  for (const { name, namespace, prefix, value } of element.attributes) add(namespace === "" ? name : qualify(namespace === XML ? "xml" : prefix, name), value);
  return { type: "element", name: qualify(element.prefix, element.name), attributes, elements: contentOf(element, scope, place) };
}

function contentOf(element: XmlElement, scope: Scope, place: (xml: string) => string): xmlJs.Element[] {
  const children = childElements(element);
  const hasText = element.children.some((child) => typeof child === "string" && (children.length === 0 || child.trim() !== ""));
  if (!hasText) return children.map((child) => toTree(child, scope, place));
  const inline = element.children.map((child) => (typeof child === "string" ? escapeText(child) : writeElement(child, { inScope: scope })));
  return [{ type: "text", text: place(inline.join("")) }];
}

/** Declares what the element's own names need and the elements around it did not declare. */
function declare(element: XmlElement, outer: Scope): { readonly scope: Scope; readonly declarations: Scope } {
  const needed = new Map<string, string>();
  for (const { namespace, prefix } of [element, ...element.attributes.filter((attribute) => attribute.namespace !== "")]) {
    if (namespace !== XML && (outer.get(prefix ?? "") ?? "") !== namespace) needed.set(prefix ?? "", namespace);
  }
  return { scope: needed.size === 0 ? outer : new Map([...outer, ...needed]), declarations: needed };
}

const qualify = (prefix: string | undefined, name: string): string => (prefix === undefined || prefix === "" ? name : `${prefix}:${name}`);
