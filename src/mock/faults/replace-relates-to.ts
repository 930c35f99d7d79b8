import { SOAP_12 } from "../../protocol/soap/namespaces.js";
import { namespaces } from "../../protocol/wsman/namespaces.js";
import { escapeText } from "../../protocol/xml/escape.js";
import { XmlScanner, XmlToken } from "../../protocol/xml/scanner.js";
import { wireLimits } from "../../protocol/xml/xml-limits.js";
import { XmlSyntaxError } from "../../protocol/xml/xml-problem.js";

/**
 * An envelope that answers another message: what its `a:RelatesTo` says is replaced where it stands, and nothing else is touched.
 * @param id of the other message: `uuid:…`
 * @returns as it was when it has no such header, or is no XML
 */
export function replaceRelatesTo(envelope: string, id: string): string {
  const scanner = new XmlScanner(envelope, wireLimits);
  try {
    for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) {
      if (token !== XmlToken.start) continue;
      if (scanner.depth === 2 && scanner.is(SOAP_12, "Body")) break;
      if (scanner.depth !== 3 || !scanner.is(namespaces.a, "RelatesTo") || scanner.isEmptyElement) continue;
      const from = scanner.tokenEnd;
      scanner.skipElement();
      return `${envelope.slice(0, from)}${escapeText(id)}${envelope.slice(scanner.tokenStart)}`;
    }
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
  }
  return envelope;
}
