import type { XmlAttribute, XmlElement } from "../base/xml-element.js";
import { escapeAttribute, escapeText } from "../protocol/xml/escape.js";

/** XML for people and for comparison: one line an element, attributes sorted, a namespace where it changes, no prefixes. */
export function printXml(element: XmlElement, indent = "", outer = ""): string {
  const namespace = element.namespace === outer ? "" : ` xmlns="${escapeAttribute(element.namespace)}"`;
  const head = `${indent}<${element.name}${namespace}${[...element.attributes].map(printAttribute).sort().join("")}`;
  const children = meaningful(element);
  if (children.length === 0) return `${head}/>`;
  const inside = children.map((child) => (typeof child === "string" ? escapeText(visible(child)) : printXml(child, `${indent}  `, element.namespace)));
  if (children.every((child) => typeof child === "string")) return `${head}>${inside.join("")}</${element.name}>`;
  const lines = inside.map((text, index) => (typeof children[index] === "string" ? `${indent}  ${JSON.stringify(children[index])}` : text));
  return `${head}>\n${lines.join("\n")}\n${indent}</${element.name}>`;
}

/** What XML cannot carry at all: the host writes `?` for it, as Windows does, and here it must show. */
const impossible = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const visible = (text: string): string => text.replace(impossible, (character) => `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);

const printAttribute = ({ name, namespace, value }: XmlAttribute): string => ` ${namespace === "" ? name : `{${namespace}}${name}`}="${escapeAttribute(visible(value))}"`;

/** Adjacent text is one; white space between elements only lays out. */
function meaningful({ children }: XmlElement): readonly (XmlElement | string)[] {
  const merged: (XmlElement | string)[] = [];
  for (const child of children) {
    const last = merged.at(-1);
    if (typeof child === "string" && typeof last === "string") merged[merged.length - 1] = last + child;
    else if (child !== "") merged.push(child);
  }
  const hasElements = merged.some((child) => typeof child !== "string");
  return hasElements ? merged.filter((child) => typeof child !== "string" || child.trim() !== "") : merged;
}
