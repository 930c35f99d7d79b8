import { fail, ok, type Result } from "../../base/result.js";
import { trimSpace } from "../soap/text-content.js";
import { markElement, sliceElement } from "../xml/element-source.js";
import { XmlToken, type XmlScanner } from "../xml/scanner.js";
import type { Fault } from "./fault.js";
import { dialects, namespaces } from "./namespaces.js";
import { readSelectorSet } from "./read-selector-set.js";
import type { FilterBody, SelectorValue } from "./request.js";

/**
 * Reads w:Filter or n:Filter; the scanner stands on its start tag and afterwards on its end tag. The expression is text, or one element
 * as it was written (a selector set, an event query).
 */
export function readFilter(scanner: XmlScanner): Result<FilterBody, Fault> {
  const dialect = trimSpace(scanner.attribute("", "Dialect") ?? "") || dialects.xpath;
  const depth = scanner.depth;
  const prefixes = scanner.namespacesInScope();
  let text = "";
  let element: string | undefined;
  let selectors: Result<readonly SelectorValue[], Fault> | undefined;
  for (;;) {
    const token = scanner.next();
    if (token === XmlToken.text) text += scanner.text;
    else if (token === XmlToken.end) {
      if (scanner.depth === depth) break;
    } else if (dialect === dialects.selector && scanner.is(namespaces.w, "SelectorSet")) selectors = readSelectorSet(scanner);
    else {
      const mark = markElement(scanner);
      element ??= sliceElement(scanner.source, mark);
    }
  }
  if (dialect !== dialects.selector) {
    const written = element ?? text;
    return ok({ dialect, text: written, selectors: undefined, ...(written.includes(":") ? { prefixes: new Map(prefixes) } : {}) });
  }
  if (selectors === undefined) return fail({ name: "cannotProcessFilter", message: `The filter has the dialect ${dialect} but holds no w:SelectorSet; put one into it.` });
  return selectors.ok ? ok({ dialect, text: "", selectors: selectors.value }) : selectors;
}
