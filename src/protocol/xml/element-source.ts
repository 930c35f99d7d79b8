import { escapeAttribute } from "./escape.js";
import { XmlScanner } from "./scanner.js";
import { wireLimits } from "./xml-limits.js";

type Declarations = readonly (readonly [prefix: string, uri: string])[];

/** Where an element stands in the source, and what a copy of that piece alone would lose. */
export interface ElementMark {
  readonly start: number;
  readonly end: number;
  /** Offset behind the element's name, where declarations can be spliced in. */
  readonly nameEnd: number;
  readonly inherited: Declarations;
  /** xml:lang from around it. */
  readonly language: string | undefined;
}

/**
 * Marks the element whose start tag the scanner stands on and moves to its end tag. Do not use the slice before the whole document
 * has been scanned: what follows may still be wrong.
 */
export function markElement(scanner: XmlScanner): ElementMark {
  const { tokenStart: start, nameEnd } = scanner;
  const inherited = scanner.inheritedNamespaces();
  const language = scanner.inheritedLanguage;
  scanner.skipElement();
  return { start, nameEnd, end: scanner.tokenEnd, inherited, language };
}

/** The exact source text of a marked element, made self-contained: inherited namespaces and xml:lang stand right behind its name. */
export function sliceElement(source: string, mark: ElementMark): string {
  return source.slice(mark.start, mark.nameEnd) + writeDeclarations(mark.inherited, mark.language) + source.slice(mark.nameEnd, mark.end);
}

/**
 * The same for a text that is one element: gives it the declarations of `inScope` that its root does not make itself, and xml:lang.
 * @throws XmlSyntaxError when the text does not begin with an element
 */
export function spliceNamespaces(text: string, inScope: ReadonlyMap<string, string>, language?: string): string {
  const scanner = new XmlScanner(text, { ...wireLimits, namespaces: wireLimits.namespaces + inScope.size }, inScope, language);
  scanner.next();
  const at = scanner.nameEnd;
  return text.slice(0, at) + writeDeclarations(scanner.inheritedNamespaces(), scanner.inheritedLanguage) + text.slice(at);
}

function writeDeclarations(declarations: Declarations, language: string | undefined): string {
  let written = "";
  for (const [prefix, uri] of declarations) written += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(uri)}"`;
  return language === undefined ? written : `${written} xml:lang="${escapeAttribute(language)}"`;
}
