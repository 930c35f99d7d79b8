import { mostCharacters } from "../../base/most-characters.js";
import { fail, ok, type Result } from "../../base/result.js";
import { XmlScanner, XmlToken } from "../../protocol/xml/scanner.js";
import { TagMemo } from "../../protocol/xml/tag-memo.js";
import { tryWriteElement } from "../../protocol/xml/write-element.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import { XmlSyntaxError } from "../../protocol/xml/xml-problem.js";
import type { PluginXml } from "../../routing/plugin-port.js";

/**
 * Turns what a plug-in gave into text that can stand in an envelope.
 * @param inScope prefixes that the envelope declares already; only for elements, text declares its own
 * @param envelopeLimit octets of the whole answer: what is far beyond them is given up and not built to its end
 * @returns a sentence that says what is wrong with it
 */
export function renderXml(xml: PluginXml, inScope: ReadonlyMap<string, string> | undefined, envelopeLimit: number): Result<string, string> {
  if (typeof xml === "string") return envelopeLimit > 0 && xml.length > mostCharacters(envelopeLimit) ? fail("The text is far larger than any answer may be.") : checkText(xml);
  try {
    return tryWriteElement(xml, { inScope, limit: mostCharacters(envelopeLimit) });
  } catch (error) {
    return fail(`A part of the element threw when it was read: ${error instanceof Error ? error.message : typeof error}.`);
  }
}

/** A plug-in's answers have the same tags again and again. */
const knownTags = new TagMemo();

/** Exactly one well-formed element, without what may stand only in front of a document. */
function checkText(text: string): Result<string, string> {
  try {
    const scanner = new XmlScanner(text, wireLimits, undefined, undefined, knownTags);
    scanner.next();
    const start = scanner.tokenStart;
    scanner.skipElement();
    const end = scanner.tokenEnd;
    if (scanner.next() !== XmlToken.eof) return fail("There is something after the element.");
    return ok(start === 0 && end === text.length ? text : text.slice(start, end));
  } catch (error) {
    if (error instanceof XmlSyntaxError) return fail(`${error.message} (at character ${error.offset})`);
    throw error;
  }
}
