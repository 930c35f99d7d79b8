import type { PositionedElement } from "../../protocol/xml/positioned-tree.js";

/** How whoever wrote a file writes, so that what is added looks like the rest. */
export interface DocumentStyle {
  readonly newline: "\n" | "\r\n" | "\r";
  /** White space by which a child stands further in than its parent. */
  readonly indent: string;
  readonly quote: '"' | "'";
  /** The declaration names an encoding of single octets: what is beyond ASCII has to be written as a reference. */
  readonly asciiOnly: boolean;
}

export function documentStyle(text: string, root: PositionedElement | undefined): DocumentStyle {
  return {
    newline: /\r\n|\n|\r/u.exec(text)?.[0] as DocumentStyle["newline"] | undefined ?? "\n",
    indent: (root && indentUnder(text, root)) ?? "  ",
    quote: (root && firstQuote(text, root)) ?? '"',
    asciiOnly: /^<\?xml[^>]*\bencoding\s*=\s*["'](?:us-ascii|ascii|iso-8859-\d{1,2}|windows-1252)["']/iu.test(text),
  };
}

/** The white space at the beginning of an element's line; `undefined` when something else stands before it there. */
export function indentOf(text: string, offset: number): string | undefined {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  const before = text.slice(start, offset);
  // The very beginning of a text is a line as well.
  return /^[ \t]*$/u.test(before) ? before : undefined;
}

/** The first child that stands on a line of its own, further in than its parent, says how far. */
function indentUnder(text: string, parent: PositionedElement): string | undefined {
  const outer = indentOf(text, parent.offset);
  for (const child of parent.children) {
    const inner = indentOf(text, child.offset);
    if (outer !== undefined && inner !== undefined && inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
    const below = indentUnder(text, child);
    if (below !== undefined) return below;
  }
  return undefined;
}

function firstQuote(text: string, element: PositionedElement): DocumentStyle["quote"] | undefined {
  const [attribute] = element.attributes;
  if (attribute !== undefined) return text[attribute.valueOffset - 1] === "'" ? "'" : '"';
  for (const child of element.children) {
    const quote = firstQuote(text, child);
    if (quote !== undefined) return quote;
  }
  return undefined;
}
