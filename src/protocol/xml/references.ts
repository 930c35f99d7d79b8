import { isXmlCharacter } from "./characters.js";
import { XmlSyntaxError } from "./xml-problem.js";

/** Character and predefined entity references (XML 1.0, 4.1 and 4.6). No other entity exists here, because no DTD does. */

const AMPERSAND = 0x26;

/**
 * @param from the offset behind `&`, @param to that of `;`
 * @returns the code point, -1 for an unknown entity or a malformed number, -2 for a number no XML character has
 */
function codePointOf(source: string, from: number, to: number): number {
  if (source.charCodeAt(from) !== 0x23) return predefined(source, from, to);
  const hexadecimal = source.charCodeAt(from + 1) === 0x78;
  const first = from + (hexadecimal ? 2 : 1);
  if (first >= to) return -1;
  let value = 0;
  for (let at = first; at < to; at++) {
    const digit = digitOf(source.charCodeAt(at), hexadecimal);
    if (digit < 0) return -1;
    // Saturates instead of growing without bound; anything beyond Unicode is refused alike.
    value = Math.min(value * (hexadecimal ? 16 : 10) + digit, 0x110000);
  }
  return isXmlCharacter(value) ? value : -2;
}

function digitOf(unit: number, hexadecimal: boolean): number {
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  const lower = unit | 0x20;
  return hexadecimal && lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : -1;
}

function predefined(source: string, from: number, to: number): number {
  if (to - from === 2 && source.startsWith("lt", from)) return 0x3c;
  if (to - from === 2 && source.startsWith("gt", from)) return 0x3e;
  if (to - from === 3 && source.startsWith("amp", from)) return AMPERSAND;
  if (to - from === 4 && source.startsWith("quot", from)) return 0x22;
  if (to - from === 4 && source.startsWith("apos", from)) return 0x27;
  return -1;
}

/**
 * Checks the reference whose `&` stands at `at`; it must end before `end`.
 * @returns the offset behind its `;`
 * @throws XmlSyntaxError `bare-ampersand`, `unknown-entity`, `forbidden-character`, `reference-too-long`
 */
export function checkReference(source: string, at: number, end: number, maxLength: number): number {
  const last = Math.min(end, at + maxLength + 2);
  let semicolon = at + 1;
  while (semicolon < last && isReferenceUnit(source.charCodeAt(semicolon))) semicolon++;
  if (semicolon === last && last < end) {
    throw new XmlSyntaxError("reference-too-long", at, 1, `The reference after "&" is longer than ${String(maxLength)} characters.`);
  }
  if (semicolon === at + 1 || semicolon >= end || source.charCodeAt(semicolon) !== 0x3b) {
    throw new XmlSyntaxError("bare-ampersand", at, 1, 'A "&" starts no reference here; a literal one is written "&amp;".');
  }
  const codePoint = codePointOf(source, at + 1, semicolon);
  if (codePoint >= 0) return semicolon + 1;
  const written = source.slice(at, semicolon + 1);
  if (codePoint === -2) throw new XmlSyntaxError("forbidden-character", at, written.length, `${written} refers to a character that XML forbids.`);
  throw new XmlSyntaxError("unknown-entity", at, written.length, `${written} is not one of &amp; &lt; &gt; &quot; &apos; and not a character number.`);
}

/** Letters, digits, `#`, `_`, `-`, `.`, `:` and everything beyond ASCII: what a reference may look like before it is judged. */
function isReferenceUnit(unit: number): boolean {
  if (unit >= 0x80) return true;
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x2d && unit <= 0x3a && unit !== 0x2f) || unit === 0x23 || unit === 0x5f;
}

/** Resolves the references of a piece of text and makes its line ends `\n` (XML 1.0, 2.11). The references have been checked. */
export function decodeText(raw: string): string {
  return decodeReferences(raw, normalizeLineEnds);
}

/** The same for an attribute value: literal white space becomes spaces (XML 1.0, 3.3.3), referenced white space stays. */
export function decodeAttributeValue(raw: string): string {
  if (!/[&\t\n\r]/.test(raw)) return raw;
  return decodeReferences(raw, (piece) => normalizeLineEnds(piece).replaceAll("\n", " ").replaceAll("\t", " "));
}

export function normalizeLineEnds(piece: string): string {
  return piece.includes("\r") ? piece.replaceAll("\r\n", "\n").replaceAll("\r", "\n") : piece;
}

/**
 * Slices between references: a callback for each match of a pattern is many times slower on a million of them. It works on the piece
 * alone, never on the document: searching the document for a `&` that is not there would make many small pieces quadratic.
 */
function decodeReferences(raw: string, literal: (piece: string) => string): string {
  let decoded = "";
  let start = 0;
  for (let at = raw.indexOf("&"); at >= 0; at = raw.indexOf("&", start)) {
    if (at > start) decoded += literal(raw.slice(start, at));
    const semicolon = raw.indexOf(";", at);
    decoded += String.fromCodePoint(codePointOf(raw, at + 1, semicolon));
    start = semicolon + 1;
  }
  return start < raw.length ? decoded + literal(raw.slice(start)) : decoded;
}
