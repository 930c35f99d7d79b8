import { endOfComment, endOfInstruction, readDeclaration } from "./markup.js";
import { isSpace } from "./characters.js";
import { XmlSyntaxError } from "./xml-problem.js";

/**
 * Puts blanks in the place of a document type declaration, for languages whose documents may have one: it is never fetched and nothing of it
 * is expanded. One that declares something itself is refused; an internal subset of comments and instructions declares nothing, and Windows' device
 * descriptions have one. Offsets stay as they are.
 * @throws XmlSyntaxError `doctype-forbidden`, `unexpected-end`, and what comments and instructions before it throw
 */
export function blankDoctype(source: string): string {
  const at = skipMisc(source, readDeclaration(source, 0)?.end ?? 0);
  if (!source.startsWith("<!DOCTYPE", at)) return source;
  const end = endOfDoctype(source, at);
  return source.slice(0, at) + source.slice(at, end).replace(/[^\n]/g, " ") + source.slice(end);
}

/** Identifiers may hold `>` and `[`. */
function endOfDoctype(source: string, start: number): number {
  let quote = "";
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at);
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "[") at = endOfSubset(source, at);
    else if (sign === ">") return at + 1;
  }
  throw new XmlSyntaxError("unexpected-end", start, 9, "The DOCTYPE that starts here never ends.");
}

/** @returns the offset of its `]` */
function endOfSubset(source: string, start: number): number {
  const at = skipMisc(source, start + 1);
  if (at >= source.length) throw new XmlSyntaxError("unexpected-end", start, 1, "The internal subset that starts here never ends.");
  if (source[at] !== "]") throw new XmlSyntaxError("doctype-forbidden", start, 1, "The DOCTYPE declares something itself, which is refused: nothing of it would be expanded.");
  return at;
}

/** @returns the offset behind white space, comments and instructions */
function skipMisc(source: string, from: number): number {
  for (let at = from; ; ) {
    while (isSpace(source.charCodeAt(at))) at++;
    if (source.startsWith("<!--", at)) at = endOfComment(source, at);
    else if (source.startsWith("<?", at)) at = endOfInstruction(source, at);
    else return at;
  }
}
