import { endOfComment, endOfInstruction, readDeclaration } from "./markup.js";
import { isSpace } from "./characters.js";
import { XmlSyntaxError } from "./xml-problem.js";

/**
 * Puts blanks in the place of a document type declaration, for languages whose documents may have one: it is never fetched and nothing of it
 * is expanded. One that declares something itself (an internal subset) is refused. Offsets stay as they are.
 * @throws XmlSyntaxError `doctype-forbidden`, `unexpected-end`, and what comments and instructions before it throw
 */
export function blankDoctype(source: string): string {
  let at = readDeclaration(source, 0)?.end ?? 0;
  for (;;) {
    while (isSpace(source.charCodeAt(at))) at++;
    if (source.startsWith("<!--", at)) at = endOfComment(source, at);
    else if (source.startsWith("<?", at)) at = endOfInstruction(source, at);
    else break;
  }
  if (!source.startsWith("<!DOCTYPE", at)) return source;
  const end = endOfDoctype(source, at);
  return source.slice(0, at) + source.slice(at, end).replace(/[^\n]/g, " ") + source.slice(end);
}

/** Identifiers may hold `>` and `[`; nothing else of it may. */
function endOfDoctype(source: string, start: number): number {
  let quote = "";
  for (let at = start; at < source.length; at++) {
    const sign = source.charAt(at);
    if (quote !== "") {
      if (sign === quote) quote = "";
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === "[") throw new XmlSyntaxError("doctype-forbidden", at, 1, "The DOCTYPE declares something itself, which is refused: nothing of it would be expanded.");
    else if (sign === ">") return at + 1;
  }
  throw new XmlSyntaxError("unexpected-end", start, 9, "The DOCTYPE that starts here never ends.");
}
