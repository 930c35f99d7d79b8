import { fail, ok, type Result } from "../../base/result.js";
import { nextChild, readText, trimSpace } from "../soap/text-content.js";
import { XmlToken, type XmlScanner } from "../xml/scanner.js";
import type { Fault } from "./fault.js";
import { namespaces } from "./namespaces.js";
import { quote } from "./quote.js";
import type { Reference, SelectorValue } from "./request.js";
import { requestLimits } from "./request-limits.js";

/**
 * Reads w:SelectorSet; the scanner stands on its start tag and afterwards on its end tag, whatever the result.
 * @param nesting how many references this set already stands in
 */
export function readSelectorSet(scanner: XmlScanner, nesting = 0): Result<readonly SelectorValue[], Fault> {
  const depth = scanner.depth;
  const selectors: SelectorValue[] = [];
  let fault: Fault | undefined;
  while (nextChild(scanner, depth)) {
    if (fault !== undefined || !scanner.is(namespaces.w, "Selector")) {
      scanner.skipElement();
      continue;
    }
    const selector = readSelector(scanner, nesting);
    if (!selector.ok) fault = selector.error;
    else if (selectors.push(selector.value) > requestLimits.selectors) fault = tooMany;
  }
  return fault === undefined ? ok(selectors) : fail(fault);
}

const tooMany: Fault = {
  name: "encodingLimit",
  detail: "SelectorLimit",
  message: `The w:SelectorSet has more than ${requestLimits.selectors} selectors; send fewer.`,
};

function readSelector(scanner: XmlScanner, nesting: number): Result<SelectorValue, Fault> {
  const name = scanner.attribute("", "Name");
  const value = readValue(scanner, nesting, name ?? "");
  if (name === undefined || name === "") return fail({ name: "invalidSelectors", message: "A w:Selector has no Name attribute; every selector needs one." });
  return value.ok ? ok({ name, value: value.value }) : value;
}

/** Text, or a reference (DSP0226 5.4.2). White space around a reference is layout. */
function readValue(scanner: XmlScanner, nesting: number, name: string): Result<string | SelectorValue["value"], Fault> {
  const depth = scanner.depth;
  let text = "";
  let reference: Result<SelectorValue["value"], Fault> | undefined;
  for (;;) {
    const token = scanner.next();
    if (token === XmlToken.end) {
      if (scanner.depth === depth) return reference ?? ok(text);
    } else if (token === XmlToken.text) {
      text += scanner.text;
    } else if (reference === undefined && scanner.is(namespaces.a, "EndpointReference")) {
      reference = nesting >= requestLimits.referenceDepth ? tooDeep(scanner, name) : readReference(scanner, nesting + 1);
    } else {
      const written = scanner.localName;
      readText(scanner);
      reference = fail({ name: "invalidSelectors", detail: "InvalidValue", message: `The selector ${quote(name)} holds the element ${quote(written)}; a selector's value is text or one a:EndpointReference.` });
    }
  }
}

function tooDeep(scanner: XmlScanner, name: string): Result<never, Fault> {
  scanner.skipElement();
  return fail({
    name: "invalidSelectors",
    detail: "InvalidValue",
    code: 0x8033807f,
    message: `The selector ${quote(name)} nests endpoint references deeper than ${requestLimits.referenceDepth}.`,
  });
}

/**
 * Reads an endpoint reference of any element name; the scanner stands on its start tag and afterwards on its end tag. What is not there
 * is an empty string: whoever needs it checks.
 */
export function readReference(scanner: XmlScanner, nesting = 0): Result<Reference, Fault> {
  const depth = scanner.depth;
  let address = "";
  let resourceUri = "";
  let selectors: readonly SelectorValue[] = [];
  let fault: Fault | undefined;
  while (nextChild(scanner, depth)) {
    if (scanner.is(namespaces.a, "Address")) address = trimSpace(readText(scanner));
    else if (scanner.is(namespaces.a, "ReferenceParameters") || scanner.is(namespaces.a, "ReferenceProperties")) {
      const inside = scanner.depth;
      while (nextChild(scanner, inside)) {
        if (scanner.is(namespaces.w, "ResourceURI")) resourceUri = trimSpace(readText(scanner));
        else if (scanner.is(namespaces.w, "SelectorSet")) {
          const read = readSelectorSet(scanner, nesting);
          if (read.ok) selectors = read.value;
          else fault ??= read.error;
        } else scanner.skipElement();
      }
    } else scanner.skipElement();
  }
  return fault === undefined ? ok({ address, resourceUri, selectors }) : fail(fault);
}
