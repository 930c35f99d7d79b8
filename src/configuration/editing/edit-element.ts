import type { PositionedElement } from "../../protocol/xml/positioned-tree.js";
import { indentOf, type DocumentStyle } from "./document-style.js";
import { writeSnippet, type Snippet } from "./snippet.js";
import type { TextChange } from "./text-change.js";

/**
 * Puts an element into another one: behind `after`, before everything when that is `"start"`, at the end when it is `undefined`. It gets a
 * line of its own where elements have one there.
 */
export function insertChild(text: string, parent: PositionedElement, snippet: Snippet, after: PositionedElement | "start" | undefined, style: DocumentStyle): TextChange {
  const { children, comments } = parent;
  const sibling = after === undefined ? children.at(-1) : after === "start" ? undefined : after;
  const first = [...children, ...comments].sort((a, b) => a.offset - b.offset)[0];
  const outer = indentOf(text, parent.offset) ?? lineIndent(text, parent.offset);
  const siblingIndent = (sibling ?? first) && indentOf(text, (sibling ?? first)!.offset);
  // A document of one line stays one; so do elements that stand on the line of their parent.
  const isInline = first === undefined ? !/[\r\n]/u.test(text) : siblingIndent === undefined;
  const inner = siblingIndent ?? outer + style.indent;
  const newline = isInline ? "" : style.newline;
  const written = `${newline}${isInline ? "" : inner}${writeSnippet(snippet, isInline ? "" : inner, newline, style)}`;
  if (parent.isSelfClosing) {
    const offset = endOfTagContent(text, parent);
    return { offset, length: parent.tagEndOffset - offset, text: `>${written}${newline}${isInline ? "" : outer}</${parent.name}>` };
  }
  if (sibling !== undefined) return { offset: isInline ? sibling.endOffset : endOfLine(text, sibling.endOffset, parent.endTagOffset), length: 0, text: written };
  const end = after === "start" ? undefined : comments.at(-1)?.endOffset;
  const offset = end ?? parent.tagEndOffset;
  const isClosedOnOwnLine = indentOf(text, parent.endTagOffset) !== undefined || first !== undefined;
  return { offset, length: 0, text: isClosedOnOwnLine ? written : `${written}${newline}${isInline ? "" : outer}` };
}

/** Takes an element away, with its line when nothing else stands on it. Comments before it stay. */
export function removeElement(text: string, element: PositionedElement): TextChange {
  const indent = indentOf(text, element.offset);
  let end = element.endOffset;
  while (text[end] === " " || text[end] === "\t") end++;
  const isAlone = indent !== undefined && (end === text.length || text[end] === "\n" || text[end] === "\r");
  if (!isAlone) return { offset: element.offset, length: element.endOffset - element.offset, text: "" };
  let offset = element.offset - indent.length;
  if (offset > 0) offset -= text.startsWith("\r\n", offset - 2) ? 2 : 1;
  return { offset, length: end - offset, text: "" };
}

/** Before the `/>`, and before the white space in front of it. */
function endOfTagContent(text: string, { tagEndOffset }: PositionedElement): number {
  let end = tagEndOffset - 2;
  while (" \t\r\n".includes(text[end - 1]!)) end--;
  return end;
}

/** Behind a comment that stands on the same line, as it is about what stands before it; otherwise right there. */
function endOfLine(text: string, from: number, limit: number): number {
  const rest = /^(?:[ \t]*<!--(?:(?!-->)[^\r\n])*-->)*[ \t]*(?=[\r\n])/u.exec(text.slice(from, limit));
  return rest === null ? from : from + rest[0].length;
}

/** Of a line on which something else stands before the offset. */
function lineIndent(text: string, offset: number): string {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return /^[ \t]*/u.exec(text.slice(start, offset))![0];
}
