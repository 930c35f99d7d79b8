/** Character classes of XML 1.0 (fifth edition) and Namespaces in XML 1.0, by UTF-16 unit. */

const START = 1;
const PART = 2;

const ascii = ((): Uint8Array => {
  const table = new Uint8Array(128);
  const mark = (from: string, to: string, value: number): void => {
    table.fill(value, from.charCodeAt(0), to.charCodeAt(0) + 1);
  };
  mark("A", "Z", START);
  mark("a", "z", START);
  mark("_", "_", START);
  mark("0", "9", PART);
  mark("-", ".", PART);
  return table;
})();

/** Pairs of first and last unit of NameStartChar beyond ASCII; D800-DB7F are the first halves of U+10000 to U+EFFFF. */
const startRanges = [
  0xc0, 0xd6, 0xd8, 0xf6, 0xf8, 0x2ff, 0x370, 0x37d, 0x37f, 0x1fff, 0x200c, 0x200d, 0x2070, 0x218f, 0x2c00, 0x2fef, 0x3001, 0xdb7f,
  0xf900, 0xfdcf, 0xfdf0, 0xfffd,
];
const partRanges = [0xb7, 0xb7, 0x300, 0x36f, 0x203f, 0x2040, 0xdc00, 0xdfff];

function inRanges(unit: number, ranges: readonly number[]): boolean {
  for (let i = 0; i < ranges.length; i += 2) if (unit >= ranges[i]! && unit <= ranges[i + 1]!) return true;
  return false;
}

function isNameStart(unit: number): boolean {
  return unit < 128 ? ascii[unit] === START : inRanges(unit, startRanges);
}

function isNamePart(unit: number): boolean {
  return unit < 128 ? ascii[unit] !== 0 : inRanges(unit, startRanges) || inRanges(unit, partRanges);
}

/** @returns the offset behind the NCName (a name without colon) that starts at `from`; `from` itself when none does. */
export function endOfName(source: string, from: number): number {
  // charCodeAt gives NaN behind the end, which is in no class.
  if (!isNameStart(source.charCodeAt(from))) return from;
  let at = from + 1;
  for (;;) {
    const unit = source.charCodeAt(at);
    if (!(unit < 128 ? ascii[unit] !== 0 : isNamePart(unit))) return at;
    at++;
  }
}

/** Is the whole text one NCName? */
export function isNCName(text: string): boolean {
  return text !== "" && endOfName(text, 0) === text.length && text.isWellFormed();
}

export function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d;
}

/** @returns the first offset at or behind `from` that holds no white space. */
export function skipSpace(source: string, from: number): number {
  let at = from;
  while (isSpace(source.charCodeAt(at))) at++;
  return at;
}

/** `startsWith` for texts of more than a few characters: it compares memory, where that goes character by character. */
export const standsAt = (source: string, text: string, at: number): boolean => source.slice(at, at + text.length) === text;

/** Does `Char` of XML 1.0 allow this code point? */
export function isXmlCharacter(codePoint: number): boolean {
  if (codePoint < 0x20) return codePoint === 0x09 || codePoint === 0x0a || codePoint === 0x0d;
  return codePoint <= 0xd7ff || (codePoint >= 0xe000 && codePoint <= 0xfffd) || (codePoint >= 0x10000 && codePoint <= 0x10ffff);
}

 
const forbidden = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** @returns the offset of the first character XML forbids, lone surrogates included; -1 when there is none. */
export function firstForbidden(source: string): number {
  const unit = source.search(forbidden);
  if (source.isWellFormed()) return unit;
  const lone = firstLoneSurrogate(source);
  return unit < 0 ? lone : Math.min(unit, lone);
}

export function describeForbidden(unit: number): string {
  return `The character U+${unit.toString(16).toUpperCase().padStart(4, "0")} is forbidden in XML.`;
}

function firstLoneSurrogate(source: string): number {
  for (let at = 0; at < source.length; at++) {
    const codePoint = source.codePointAt(at)!;
    if (codePoint > 0xffff) at++;
    else if (codePoint >= 0xd800 && codePoint <= 0xdfff) return at;
  }
  return -1;
}
