import { escapeAttribute } from "../../protocol/xml/escape.js";
import type { DocumentStyle } from "./document-style.js";

/** An element that is to be written. */
export interface Snippet {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly Snippet[];
}

/** The text of an attribute's value between quotes of that kind. */
export function writeValue(value: string, quote: DocumentStyle["quote"], { asciiOnly }: Pick<DocumentStyle, "asciiOnly">): string {
  const escaped = escapeAttribute(value);
  const quoted = quote === '"' ? escaped : escaped.replaceAll("&quot;", '"').replaceAll("'", "&apos;");
  return asciiOnly ? quoted.replaceAll(/[^\0-\x7f]/gu, (one) => `&#${one.codePointAt(0)!};`) : quoted;
}

/**
 * @param indent of its first line; what is in it stands further in
 * @param newline empty: all on one line
 */
export function writeSnippet({ name, attributes, children }: Snippet, indent: string, newline: string, style: DocumentStyle): string {
  const start = `<${name}${attributes.map(([key, value]) => ` ${key}=${style.quote}${writeValue(value, style.quote, style)}${style.quote}`).join("")}`;
  if (children.length === 0) return `${start}/>`;
  const inner = newline === "" ? "" : indent + style.indent;
  return `${start}>${children.map((child) => `${newline}${inner}${writeSnippet(child, inner, newline, style)}`).join("")}${newline}${newline === "" ? "" : indent}</${name}>`;
}
