/** Text into XML. Characters XML forbids (controls, lone surrogates, U+FFFE, U+FFFF) become `?`, as Windows answers them. */

 
const inText = /[&<>\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/;
 
const inAttribute = /[&<>"\t\n\r\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]/;

/** For element content: `&`, `<`, `>` (because of `]]>`), and carriage return, which a reader would turn into a line feed. */
export function escapeText(text: string): string {
  if (text.length <= shortText && isPlain(text)) return text;
  return inText.test(text) ? escapeSlow(text, false) : text;
}

/** For a value in double quotes: also `"`, tab and line feed, which a reader would turn into spaces. */
export function escapeAttribute(value: string): string {
  return inAttribute.test(value) ? escapeSlow(value, true) : value;
}

/** Characters: up to here a look at each costs less than the expression's start. */
const shortText = 24;

/** Spaces and ASCII without what must be escaped in text: most short values. `false` says nothing. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e || unit === 0x26 || unit === 0x3c || unit === 0x3e) return false;
  }
  return true;
}

function escapeSlow(text: string, attribute: boolean): string {
  let written = "";
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0xd800 && unit <= 0xdbff && isLowSurrogate(text.charCodeAt(at + 1))) {
      at++;
      continue;
    }
    const replacement = replacementOf(unit, attribute);
    if (replacement === undefined) continue;
    written += text.slice(from, at) + replacement;
    from = at + 1;
  }
  return written + text.slice(from);
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function replacementOf(unit: number, attribute: boolean): string | undefined {
  switch (unit) {
    case 0x26: return "&amp;";
    case 0x3c: return "&lt;";
    case 0x3e: return "&gt;";
    case 0x0d: return "&#13;";
    case 0x22: return attribute ? "&quot;" : undefined;
    case 0x09: return attribute ? "&#9;" : undefined;
    case 0x0a: return attribute ? "&#10;" : undefined;
    default: return unit < 0x20 || (unit >= 0xd800 && unit <= 0xdfff) || unit >= 0xfffe ? "?" : undefined;
  }
}
