import { fail, ok, type Result } from "../../base/result.js";
import { readDocument } from "../wbxml/read-document.js";
import { blankDoctype } from "../xml/blank-doctype.js";
import { decodeXml } from "../xml/decode-xml.js";
import { readElement } from "../xml/read-element.js";
import { wireLimits } from "../xml/xml-limits.js";
import { XmlSyntaxError } from "../xml/xml-problem.js";
import { codePages } from "./code-pages.js";
import type { SyncmlMessage } from "./message.js";
import type { MessageElement } from "./message-element.js";
import { readMessage } from "./read-message.js";
import type { SyncmlProblem } from "./syncml-problem.js";

export type SyncmlEncoding = "wbxml" | "xml";

export interface DecodeOptions {
  /** Of the Content-Type. */
  readonly charset?: string | undefined;
  /** Takes U+0000 out of XML instead of refusing it: Intel's client ends some of its texts with one. */
  readonly toleratesNul?: boolean | undefined;
}

/** Which of the two encodings octets are in: a WBXML document begins with its version, and no XML does with such an octet. */
export const encodingOf = (octets: Uint8Array): SyncmlEncoding => (octets.length > 0 && octets[0]! < 0x09 ? "wbxml" : "xml");

/** The document as a tree of elements, whatever it is about. */
export function decodeElement(octets: Uint8Array, encoding: SyncmlEncoding, { charset, toleratesNul = false }: DecodeOptions = {}): Result<MessageElement, SyncmlProblem> {
  if (encoding === "wbxml") {
    const document = readDocument(octets, codePages);
    return document.ok ? ok(document.value.root) : fail({ kind: "wbxml", problem: document.error });
  }
  const decoded = decodeXml(octets, charset);
  if (!decoded.ok) return fail({ kind: "xml", problem: decoded.error });
  try {
    const text = blankDoctype(toleratesNul ? decoded.value.text.replaceAll("\0", "") : decoded.value.text);
    const read = readElement(text, wireLimits);
    return read.ok ? ok(read.value) : fail({ kind: "xml", problem: read.error });
  } catch (error) {
    if (error instanceof XmlSyntaxError) return fail({ kind: "xml", problem: error.problem });
    throw error;
  }
}

/** A message from the octets of a body. */
export function decodeMessage(octets: Uint8Array, encoding: SyncmlEncoding, options?: DecodeOptions): Result<SyncmlMessage, SyncmlProblem> {
  const root = decodeElement(octets, encoding, options);
  return root.ok ? readMessage(root.value) : root;
}
