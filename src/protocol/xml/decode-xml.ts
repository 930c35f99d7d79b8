import { cutText } from "../../base/cut-text.js";
import { fail, ok, type Result } from "../../base/result.js";
import { detectCharset, type XmlCharset } from "./detect-charset.js";
import { readDeclaration } from "./markup.js";
import { XmlSyntaxError, type XmlProblem } from "./xml-problem.js";

export type { XmlCharset } from "./detect-charset.js";

export interface DecodedXml {
  /** Without byte order mark. */
  readonly text: string;
  readonly charset: XmlCharset;
  readonly byteOrderMark: boolean;
}

/**
 * Bytes to text. A byte order mark decides; then `charset` (of the Content-Type, in any case, quotes allowed); then the pattern of the
 * first bytes; then UTF-8. Bytes are validated, never replaced.
 * @returns problem `unsupported-charset`, `invalid-bytes` (offset in octets), or `encoding-mismatch` when the XML declaration names
 *   another encoding than the text really has (XML 1.0, 4.3.3)
 */
export function decodeXml(bytes: Uint8Array, charset: string | undefined): Result<DecodedXml, XmlProblem> {
  // As nearly everybody writes it.
  const label = charset === "UTF-8" ? "utf-8" : charset?.trim().replace(/^"(.*)"$/, "$1").toLowerCase();
  if (label !== undefined && !known.has(label)) {
    return fail({ code: "unsupported-charset", offset: 0, message: `The charset "${cutText(label, longestShown)}" is not supported; use utf-8 or utf-16.`, found: label });
  }
  const { charset: actual, markLength } = detectCharset(bytes, label);
  const text = decodeStrictly(bytes.subarray(markLength), actual);
  if (text === undefined) {
    const offset = markLength + firstInvalidByte(bytes.subarray(markLength), actual);
    return fail({ code: "invalid-bytes", offset, message: `The octets at offset ${String(offset)} are not ${actual.toUpperCase()}.` });
  }
  const beyond = label === "us-ascii" || label === "ascii" ? bytes.findIndex((octet) => octet > 0x7f) : -1;
  if (beyond >= 0) return fail({ code: "invalid-bytes", offset: beyond, message: `The octets at offset ${String(beyond)} are not US-ASCII.` });
  const lie = findLie(text, actual, markLength > 0);
  return lie === undefined ? ok({ text, charset: actual, byteOrderMark: markLength > 0 }) : fail(lie);
}

/** Characters of a label that go back to whoever sent it. */
const longestShown = 40;

const known = new Set(["utf-8", "utf8", "us-ascii", "ascii", "utf-16", "utf16", "utf-16le", "utf-16be", "unicode"]);

const decoderFor = (charset: XmlCharset) => new TextDecoder(charset, { fatal: true, ignoreBOM: true });
const decoders = { "utf-8": decoderFor("utf-8"), "utf-16le": decoderFor("utf-16le"), "utf-16be": decoderFor("utf-16be") } as const;

function decodeStrictly(bytes: Uint8Array, charset: XmlCharset): string | undefined {
  try {
    // The byte order mark is already cut off; a second U+FEFF is content and the scanner's business.
    return decoders[charset].decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** The first octet of the sequence that cannot be decoded. Only on the way to a refusal. */
function firstInvalidByte(bytes: Uint8Array, charset: XmlCharset): number {
  const decodes = (from: number, to: number, stream: boolean): boolean => {
    try {
      new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(from, to), { stream });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  // Halves the range with streaming, where a sequence cut by its end is no error; ranges begin where a sequence begins.
  for (let size = bytes.length; size > 8; ) {
    const half = size >> 1;
    const next = decodes(good, good + half, true) ? sequenceStart(bytes, good + half - 1, charset) : good;
    size = next > good ? size - (next - good) : half;
    good = next;
  }
  for (;;) {
    const length = charset === "utf-8" ? utf8SequenceLength(bytes[good] ?? 0) : sizeOfUtf16(bytes, good, charset);
    if (good >= bytes.length || good + length > bytes.length || !decodes(good, good + length, false)) return good;
    good += length;
  }
}

function utf8SequenceLength(lead: number): number {
  return lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
}

function sizeOfUtf16(bytes: Uint8Array, at: number, charset: XmlCharset): number {
  return ((bytes[charset === "utf-16le" ? at + 1 : at] ?? 0) & 0xfc) === 0xd8 ? 4 : 2;
}

/** Start of the sequence that the octet at `at` belongs to. */
function sequenceStart(bytes: Uint8Array, at: number, charset: XmlCharset): number {
  if (charset !== "utf-8") return at - (at % 2);
  let start = at;
  while (start > 0 && at - start < 3 && (bytes[start]! & 0xc0) === 0x80) start--;
  return start;
}

function findLie(text: string, charset: XmlCharset, marked: boolean): XmlProblem | undefined {
  let declaration;
  try {
    declaration = readDeclaration(text, 0);
  } catch (error) {
    // A malformed declaration is refused by the scanner, which says more.
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
  const encoding = declaration?.encoding?.toLowerCase();
  if (declaration === undefined || encoding === undefined || fits(encoding, charset, marked ? undefined : text)) return undefined;
  const message = `The XML declaration says encoding="${declaration.encoding!}", but the text is ${charset.toUpperCase()}.`;
  return { code: "encoding-mismatch", offset: declaration.encodingStart, length: encoding.length, message, found: encoding };
}

/**
 * Labels of single-byte encodings are true as long as every character is ASCII, which all of them share with UTF-8.
 * @param unmarked the text when no byte order mark says for certain what it is
 */
function fits(encoding: string, charset: XmlCharset, unmarked: string | undefined): boolean {
  if (charset !== "utf-8") return encoding === "utf-16" || encoding === charset;
  if (encoding === "utf-8" || encoding === "utf8") return true;
  const asciiBased = encoding === "us-ascii" || encoding === "ascii" || /^iso-8859-\d{1,2}$/.test(encoding) || encoding === "windows-1252";
   
  return asciiBased && unmarked !== undefined && !/[^\0-\x7f]/.test(unmarked);
}
