import { isSpace, skipSpace } from "./characters.js";
import type { ProblemList } from "./problem-list.js";
import { checkReference, decodeAttributeValue, decodeText } from "./references.js";
import { XmlSyntaxError } from "./xml-problem.js";

/** What the recovering reader does with the insides of values and text, and how it finds the end of a value whose quotes are wrong. */

/**
 * Decodes a piece in which references may be wrong: each wrong one is reported and stands for itself.
 * @param entities `false`: unknown entities are not reported again, because a DOCTYPE that was refused may declare them
 */
export function decodeLeniently(source: string, from: number, to: number, kind: "text" | "attribute", problems: ProblemList, entities: boolean): string {
  const decode = kind === "text" ? decodeText : decodeAttributeValue;
  const raw = source.slice(from, to);
  let good = 0;
  let decoded = "";
  for (let at = raw.indexOf("&"); at >= 0; ) {
    let behind;
    try {
      behind = checkReference(raw, at, raw.length, 64);
    } catch (error) {
      if (!(error instanceof XmlSyntaxError)) throw error;
      decoded += `${decode(raw.slice(good, at))}&`;
      behind = good = at + 1;
      if (error.code !== "unknown-entity" || entities) problems.add({ ...error.problem, offset: from + error.offset });
    }
    at = problems.isFull ? -1 : raw.indexOf("&", behind);
  }
  return problems.isFull ? decoded : decoded + decode(raw.slice(good));
}

/** May this unit follow the closing quote of an attribute value? */
export function mayFollowValue(source: string, at: number): boolean {
  const unit = source.charCodeAt(at);
  return at >= source.length || isSpace(unit) || unit === 0x3e || (unit === 0x2f && source.charCodeAt(at + 1) === 0x3e);
}

/**
 * When the text from `start` to `end` ends like the beginning of another attribute (`… Name=`), the quote before must be missing.
 * @returns the offset of the white space before that attribute, -1 when it does not end so
 */
export function startOfTrailingAttribute(source: string, start: number, end: number): number {
  let at = backOverSpace(source, start, end);
  if (at <= start || source[at - 1] !== "=") return -1;
  at = backOverSpace(source, start, at - 1);
  const nameEnd = at;
  while (at > start && isNameUnit(source.charCodeAt(at - 1))) at--;
  const nameStart = at;
  at = backOverSpace(source, start, at);
  return nameStart < nameEnd && at < nameStart ? at : -1;
}

/**
 * The most plausible end of a value whose closing quote is missing: before the next attribute of the tag, or before the end of the tag.
 * @param bound where the next tag begins
 */
export function endOfUnclosedValue(source: string, start: number, bound: number): number {
  let close = start;
  while (close < bound && source[close] !== ">") close++;
  let previous = start;
  for (let equals = source.indexOf("=", start); equals >= 0 && equals < close; equals = source.indexOf("=", equals + 1)) {
    const quote = source[skipSpace(source, equals + 1)];
    const attribute = quote === '"' || quote === "'" ? startOfTrailingAttribute(source, previous, equals + 1) : -1;
    if (attribute >= 0) return attribute;
    previous = equals + 1;
  }
  if (close < bound) return close > start && source[close - 1] === "/" ? close - 1 : close;
  return backOverSpace(source, start, bound);
}

function backOverSpace(source: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpace(source.charCodeAt(at - 1))) at--;
  return at;
}

/** What names of attributes are made of, colon included. */
function isNameUnit(unit: number): boolean {
  const lower = unit | 0x20;
  return (lower >= 0x61 && lower <= 0x7a) || (unit >= 0x30 && unit <= 0x3a) || unit === 0x2d || unit === 0x2e || unit === 0x5f || unit >= 0xb7;
}
