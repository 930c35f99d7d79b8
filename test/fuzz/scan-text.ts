import { XmlScanner, XmlToken } from "../../src/protocol/xml/scanner.js";
import type { TagMemo } from "../../src/protocol/xml/tag-memo.js";
import { wireLimits } from "../../src/protocol/xml/xml-limits.js";
import { XmlSyntaxError } from "../../src/protocol/xml/xml-problem.js";

/** One line an event; text is joined, attributes are sorted. `within` is what an element says of its place. */
export type Scan = { readonly events: readonly string[]; readonly within: readonly string[] } | { readonly refused: string; readonly offset: number };

/** Everything that the scanner tells of a text. @throws what is no XmlSyntaxError */
export function scanText(text: string, memo?: TagMemo): Scan {
  const events: string[] = [];
  const within: string[] = [];
  let pending = "";
  const flush = (): void => void (pending === "" || events.push(`text ${JSON.stringify(pending)}`), (pending = ""));
  try {
    const scanner = new XmlScanner(text, wireLimits, undefined, undefined, memo);
    for (let token = scanner.next(); token !== XmlToken.eof; token = scanner.next()) {
      if (token === XmlToken.text) {
        pending += scanner.text;
        continue;
      }
      flush();
      const name = `{${scanner.namespace}}${scanner.localName}`;
      const attributes = Array.from({ length: token === XmlToken.start ? scanner.attributeCount : 0 }, (_, i) => `{${scanner.attributeNamespace(i)}}${scanner.attributeName(i)}=${JSON.stringify(scanner.attributeValue(i))}`);
      if (token === XmlToken.start) within.push([...scanner.inheritedNamespaces(), scanner.inheritedLanguage, scanner.isEmptyElement, scanner.tokenStart, scanner.tokenEnd, scanner.prefix].join(" "));
      events.push(`${token === XmlToken.start ? "start" : "end"} ${name} ${attributes.sort().join(" ")}`);
    }
    flush();
    return { events, within };
  } catch (error) {
    if (error instanceof XmlSyntaxError) return { refused: error.code, offset: error.offset };
    throw error;
  }
}
