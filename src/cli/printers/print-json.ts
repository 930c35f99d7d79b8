import type { XmlElement } from "../../base/xml-element.js";
import { childElements, isNil, textOf } from "../client/element-access.js";
import { XML, XSI } from "../../protocol/soap/namespaces.js";

/**
 * An element as JSON without namespaces: `{"Name": …}`. A leaf is a string, nil is null, attributes are `"@name"`, text beside attributes
 * or elements is `"#text"`, elements of one name become an array at the place of the first. Members stand in document order; they
 * are written here and not by way of an object, which would move number-like names and trip over `__proto__`.
 */
export function printJson(element: XmlElement, level = 0): string {
  return `{\n${pad(level + 1)}${quote(element.name)}: ${valueOf(element, level + 1)}\n${pad(level)}}`;
}

/** Controls that JSON lets through but a terminal would obey are escaped too. */
const quote = (text: string): string => JSON.stringify(text).replace(/[\u007f-\u009f]/gu, (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`);

const pad = (level: number): string => "  ".repeat(level);

function valueOf(element: XmlElement, level: number): string {
  const attributes = element.attributes.filter(({ namespace }) => namespace !== XSI && namespace !== XML);
  const children = childElements(element);
  if (attributes.length === 0 && children.length === 0) return isNil(element) ? "null" : quote(textOf(element));
  const text = children.length === 0 ? textOf(element) : textOf(element).trim();
  const members = attributes.map(({ name, value }) => `${quote(`@${name}`)}: ${quote(value)}`);
  if (text !== "") members.push(`"#text": ${quote(text)}`);
  for (const [name, group] of groupByName(children)) {
    const single = group.length === 1;
    const values = group.map((child) => valueOf(child, level + (single ? 1 : 2)));
    members.push(`${quote(name)}: ${single ? values[0]! : `[\n${values.map((value) => pad(level + 2) + value).join(",\n")}\n${pad(level + 1)}]`}`);
  }
  return `{\n${members.map((member) => pad(level + 1) + member).join(",\n")}\n${pad(level)}}`;
}

function groupByName(elements: readonly XmlElement[]): Map<string, XmlElement[]> {
  const groups = new Map<string, XmlElement[]>();
  for (const element of elements) {
    const group = groups.get(element.name);
    if (group === undefined) groups.set(element.name, [element]);
    else group.push(element);
  }
  return groups;
}
