import { XmlToken, type XmlScanner } from "../xml/scanner.js";

/** Without the white space of XML at both ends. Other spaces are characters like all others. */
export function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/**
 * Character data of the element whose start tag the scanner stands on, CDATA and references resolved, nothing trimmed; that of elements
 * inside included. Afterwards the scanner stands on the end tag.
 * @throws XmlSyntaxError as the scanner does
 */
export function readText(scanner: XmlScanner): string {
  const depth = scanner.depth;
  let text = "";
  for (;;) {
    const token = scanner.next();
    if (token === XmlToken.text) text += scanner.text;
    else if (token === XmlToken.end && scanner.depth === depth) return text;
  }
}

/**
 * The same for an element that may hold nothing but text.
 * @returns `undefined` when an element stands inside: readers that disagree about such a value are a way around authorization
 */
export function readPlainText(scanner: XmlScanner): string | undefined {
  const depth = scanner.depth;
  let text = "";
  let plain = true;
  for (;;) {
    const token = scanner.next();
    if (token === XmlToken.text) text += scanner.text;
    else if (token === XmlToken.start) plain = false;
    else if (scanner.depth === depth) return plain ? text : undefined;
  }
}

/**
 * Moves to the next child element of the element at `depth`: after true the scanner stands on the child's start tag, after false on the
 * parent's end tag. Text in between is passed over. The child must have been read to its end before the next call.
 */
export function nextChild(scanner: XmlScanner, depth: number): boolean {
  for (;;) {
    const token = scanner.next();
    if (token === XmlToken.start) return true;
    if (token === XmlToken.end && scanner.depth === depth) return false;
  }
}
