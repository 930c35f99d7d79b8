import { endOfName, isSpace, standsAt } from "./characters.js";
import { XmlSyntaxError } from "./xml-problem.js";

/** The markup that carries no content: XML declaration, comments, processing instructions, DOCTYPE. */

/**
 * @param at offset of `<!--`
 * @returns the offset behind `-->`
 * @throws XmlSyntaxError `unexpected-end`, `double-hyphen-in-comment`
 */
export function endOfComment(source: string, at: number): number {
  const hyphens = source.indexOf("--", at + 4);
  if (hyphens < 0) throw new XmlSyntaxError("unexpected-end", at, 4, "The comment that starts here never ends.");
  if (source.charCodeAt(hyphens + 2) === 0x3e) return hyphens + 3;
  throw new XmlSyntaxError("double-hyphen-in-comment", hyphens, 2, 'A comment must not contain "--".');
}

/**
 * @param at offset of `<?`
 * @returns the offset behind `?>`
 * @throws XmlSyntaxError `misplaced-declaration`, `bad-instruction-target`, `unexpected-end`
 */
export function endOfInstruction(source: string, at: number): number {
  const end = endOfName(source, at + 2);
  const target = source.slice(at + 2, end);
  if (/^xml$/i.test(target)) {
    throw new XmlSyntaxError("misplaced-declaration", at, 5, 'An XML declaration ("<?xml") may stand only at the very start of the document.');
  }
  const closed = source.startsWith("?>", end);
  if (target === "" || !(closed || isSpace(source.charCodeAt(end)))) {
    throw new XmlSyntaxError("bad-instruction-target", at, 2, 'After "<?" comes a name without colon, then white space or "?>".');
  }
  const close = source.indexOf("?>", end);
  if (close < 0) throw new XmlSyntaxError("unexpected-end", at, 2, "The processing instruction that starts here never ends.");
  return close + 2;
}

/** `<!` that is neither a comment nor CDATA in its place. */
export function refuseDeclaration(source: string, at: number): never {
  if (source.startsWith("<!DOCTYPE", at)) {
    throw new XmlSyntaxError("doctype-forbidden", at, 9, "Documents with a DOCTYPE are refused: SOAP and configuration files have none.");
  }
  throw new XmlSyntaxError("bad-markup", at, 2, 'After "<!" only a comment ("<!--") or, inside an element, "<![CDATA[" may follow.');
}

/** `encoding` is as written; offsets are those of its value. */
export interface XmlDeclaration {
  readonly end: number;
  readonly encoding: string | undefined;
  readonly encodingStart: number;
}

/** What clients write, word for word: nearly every declaration is one of these. */
const usualDeclarations = ['<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0" encoding="UTF-8"?>', '<?xml version="1.0"?>'].map((text) => {
  const encodingStart = text.indexOf('encoding="') + 10;
  return { text, encoding: encodingStart < 10 ? undefined : text.slice(encodingStart, text.indexOf('"', encodingStart)), encodingStart };
});

/**
 * Reads the XML declaration at `at` (XML 1.0, 2.8).
 * @returns `undefined` when there is none
 * @throws XmlSyntaxError `bad-declaration`, `unsupported-version`
 */
export function readDeclaration(source: string, at: number): XmlDeclaration | undefined {
  if (!source.startsWith("<?xml", at) || !isSpace(source.charCodeAt(at + 5))) return undefined;
  for (const { text, encoding, encodingStart } of usualDeclarations) if (standsAt(source, text, at)) return { end: at + text.length, encoding, encodingStart: at + encodingStart };
  const close = source.indexOf("?>", at);
  // A declaration has three short attributes; the bound keeps the pattern below from seeing a document.
  const inner = close < 0 || close - at > 256 ? "" : source.slice(at + 5, close);
  const parts = /^\s+version\s*=\s*(["'])([^"'<]*)\1(?:\s+encoding\s*=\s*(["'])([A-Za-z][\w.-]*)\3)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\5)?\s*$/.exec(inner);
  if (parts === null) {
    throw new XmlSyntaxError("bad-declaration", at, 5, 'The XML declaration is malformed; it reads <?xml version="1.0" encoding="utf-8"?>.');
  }
  if (!/^1\.[0-9]+$/.test(parts[2]!)) throw new XmlSyntaxError("unsupported-version", at, 5, `XML version "${parts[2]!}" is not supported; use 1.0.`);
  return { end: close + 2, encoding: parts[4], encodingStart: source.indexOf(parts[4] ?? "", at + 5 + parts[0].indexOf("encoding")) };
}
