import assert from "node:assert/strict";
import { namespaces } from "../../../src/protocol/wsman/namespaces.js";
import type { SelectorValue } from "../../../src/protocol/wsman/request.js";
import { readOptionSet } from "../../../src/protocol/wsman/read-option-set.js";
import { readSelectorSet } from "../../../src/protocol/wsman/read-selector-set.js";
import { requestLimits } from "../../../src/protocol/wsman/request-limits.js";
import { writeSelectorSet } from "../../../src/protocol/wsman/write-reference.js";
import { XmlScanner, XmlToken } from "../../../src/protocol/xml/scanner.js";
import { XmlSyntaxError } from "../../../src/protocol/xml/xml-problem.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import { pureTarget } from "../fuzz-target.js";
import { mutateWords, oddCharacters } from "../mutate-words.js";

const open = `<w:SelectorSet xmlns:w="${namespaces.w}" xmlns:a="${namespaces.a}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`;
const selector = '<w:Selector Name="a">1</w:Selector>';
const epr = "<a:EndpointReference><a:Address>urn:a</a:Address><a:ReferenceParameters><w:ResourceURI>urn:x</w:ResourceURI><w:SelectorSet><w:Selector Name='k'>v</w:Selector></w:SelectorSet></a:ReferenceParameters></a:EndpointReference>";
const seeds = [selector, selector + '<w:Selector Name="b"> two &amp; &lt;</w:Selector>', `<w:Selector Name="r"> ${epr} </w:Selector>`, '<w:Option Name="o" MustComply="true" Type="xs:int">5</w:Option><w:Option Name="n" xsi:nil="true"/>', ""];
const words = [...oddCharacters, selector, epr, "<w:Selector>", "</w:Selector>", "<w:Selector Name='r'>", '<w:Option Name="o">', "</w:Option>", 'Name="x"', 'Name=""', "<x/>", "text", "&#10;", "<![CDATA[<]]>", "<!-- -->", "</w:SelectorSet>", 'MustComply="maybe"', "a:", "w:"];

/** Reads with a set reader and goes on to the end, as the reader of an envelope does. @returns `undefined` for what is no XML */
function read<T>(text: string, reader: (scanner: XmlScanner) => T): T | undefined {
  try {
    const scanner = new XmlScanner(text, wireLimits);
    scanner.next();
    const value = reader(scanner);
    assert.ok(scanner.depth === 1 && text[scanner.tokenEnd - 1] === ">", "it stands on the set's own end tag");
    assert.equal(scanner.next(), XmlToken.eof);
    return value;
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

const depthOf = (selectors: readonly SelectorValue[]): number => Math.max(0, ...selectors.map(({ value }) => (typeof value === "string" ? 0 : 1 + depthOf(value.selectors))));

export const selectors = pureTarget<string>({
  name: "selectors",
  promise: "A SelectorSet or OptionSet is read to its end tag within its limits, or refused by a fault; selectors written again read the same.",
  cases: 8000,
  least: { read: 0.1, refused: 0.1 },
  make: (random) => `${open}${mutateWords(random.pick(seeds), words, random)}</w:SelectorSet>`,
  check: (text) => {
    const options = read(text, readOptionSet);
    if (options?.ok === true) assert.ok(options.value.every(({ name, mustComply }) => typeof name === "string" && typeof mustComply === "boolean"));
    else if (options?.ok === false) assert.ok(options.error.message?.endsWith("."));
    const set = read(text, (scanner) => readSelectorSet(scanner));
    if (set === undefined) return false;
    if (!set.ok) {
      assert.ok(["invalidSelectors", "encodingLimit"].includes(set.error.name) && set.error.message?.endsWith("."), JSON.stringify(set.error));
      return false;
    }
    assert.ok(set.value.length <= requestLimits.selectors && depthOf(set.value) <= requestLimits.referenceDepth);
    if (set.value.length === 0) return true;
    const written = writeSelectorSet(set.value).replace("<w:SelectorSet>", open);
    assert.deepEqual(read(written, (scanner) => readSelectorSet(scanner)), set, written);
    return true;
  },
});
