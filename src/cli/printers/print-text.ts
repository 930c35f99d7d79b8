import type { XmlElement } from "../../base/xml-element.js";
import { childElements, isNil, textOf } from "../client/element-access.js";
import { XML, XSI } from "../../protocol/soap/namespaces.js";

/**
 * Prints an element as winrm does without -format: local names only, four blanks a level, `name = value`, a bare name for empty text,
 * `null` for nil, neighbours of one name on one line, data attributes in brackets, as winrm prints them.
 * @param hidden attributes that are not data here
 * @returns lines, each with its line feed
 */
export function printText(element: XmlElement, hidden: ReadonlySet<string> = new Set()): string {
  return printElement(element, 0, hidden);
}

function printElement(element: XmlElement, level: number, hidden: ReadonlySet<string>): string {
  const indent = "    ".repeat(level);
  const attributes = printAttributes(element, hidden);
  const children = childElements(element);
  if (children.length === 0) return `${indent}${element.name}${printValue(element)}${attributes}\n`;
  const text = textOf(element).trim();
  const head = `${indent}${element.name}${text === "" ? "" : ` = ${printable(text)}`}${attributes}\n`;
  return head + (element.name === "SelectorSet" ? printSelectors(children, level + 1, hidden) : printChildren(children, level + 1, hidden));
}

function printChildren(children: readonly XmlElement[], level: number, hidden: ReadonlySet<string>): string {
  let lines = "";
  for (let at = 0; at < children.length; ) {
    let end = at + 1;
    while (end < children.length && isArrayMember(children[at]!, hidden) && isArrayMember(children[end]!, hidden) && children[end]!.name === children[at]!.name) end++;
    const values = children.slice(at, end).map((child) => (isNil(child) ? "null" : printable(textOf(child))));
    lines += end - at > 1 ? `${"    ".repeat(level)}${children[at]!.name} = ${values.join(", ")}\n` : printElement(children[at]!, level, hidden);
    at = end;
  }
  return lines;
}

/** Only plain values are joined: an attribute or a child would be lost on a shared line. */
const isArrayMember = (element: XmlElement, hidden: ReadonlySet<string>): boolean => childElements(element).length === 0 && dataAttributes(element, hidden).length === 0;

/** Scripts read this line: every selector on it, `Selector: Name = RpcSs, …`. A selector that is a reference gets its own lines. */
function printSelectors(children: readonly XmlElement[], level: number, hidden: ReadonlySet<string>): string {
  const plain = children.filter((child) => childElements(child).length === 0);
  const named = plain.map((child) => `${printable(child.attributes.find(({ name, namespace }) => name === "Name" && namespace === "")?.value ?? "")} = ${printable(textOf(child))}`);
  const line = plain.length === 0 ? "" : `${"    ".repeat(level)}Selector: ${named.join(", ")}\n`;
  return line + printChildren(children.filter((child) => !plain.includes(child)), level, hidden);
}

function printValue(element: XmlElement): string {
  if (isNil(element)) return " = null";
  const text = textOf(element);
  return text === "" ? "" : ` = ${printable(text)}`;
}

const dataAttributes = (element: XmlElement, hidden: ReadonlySet<string>) =>
  element.attributes.filter(({ name, namespace }) => namespace !== XSI && namespace !== XML && !hidden.has(name));

const printAttributes = (element: XmlElement, hidden: ReadonlySet<string>): string =>
  dataAttributes(element, hidden).map(({ name, value }) => ` [${name}="${printable(value)}"]`).join("");

/** XML allows the C1 controls, among them the one that begins terminal commands; they become `?`. */
export const printable = (text: string): string => text.replace(/[\u007f-\u009f]/gu, "?");
