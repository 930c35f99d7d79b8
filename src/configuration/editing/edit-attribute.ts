import type { PositionedAttribute, PositionedElement } from "../../protocol/xml/positioned-tree.js";
import type { DocumentStyle } from "./document-style.js";
import { writeValue } from "./snippet.js";
import type { TextChange } from "./text-change.js";

/** Gives an attribute a value: between the quotes that are there, or as a new one behind the last, set apart as that one is. */
export function setAttribute(text: string, element: PositionedElement, name: string, value: string, style: DocumentStyle): TextChange {
  const written = element.attributes.find((attribute) => attribute.name === name);
  if (written !== undefined) {
    const quote = text[written.valueOffset - 1] === "'" ? "'" : '"';
    return { offset: written.valueOffset, length: written.valueLength, text: writeValue(value, quote, style) };
  }
  const last = element.attributes.at(-1);
  if (last === undefined) return { offset: element.nameOffset + element.name.length, length: 0, text: ` ${name}=${style.quote}${writeValue(value, style.quote, style)}${style.quote}` };
  const quote = text[last.valueOffset - 1] === "'" ? "'" : '"';
  // A single attribute stands behind the name; only two show whether there is a line for each.
  const space = element.attributes.length > 1 ? spaceBefore(text, last) : " ";
  return { offset: last.offset + last.length, length: 0, text: `${space}${name}=${quote}${writeValue(value, quote, style)}${quote}` };
}

/** Takes an attribute away, with the white space that sets it apart. */
export function removeAttribute(text: string, attribute: PositionedAttribute): TextChange {
  const space = spaceBefore(text, attribute);
  return { offset: attribute.offset - space.length, length: attribute.length + space.length, text: "" };
}

function spaceBefore(text: string, { offset }: PositionedAttribute): string {
  let start = offset;
  while (start > 0 && " \t\r\n".includes(text[start - 1]!)) start--;
  return text.slice(start, offset);
}
