import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { parseArguments } from "../../../src/cli/grammar/parse-arguments.js";
import { parsePairs } from "../../../src/cli/grammar/parse-pairs.js";
import { parseRemote } from "../../../src/cli/grammar/parse-remote.js";
import { parseResource } from "../../../src/cli/grammar/parse-resource.js";
import { winrmSwitches } from "../../../src/cli/grammar/winrm-switches.js";
import { answerPrinters } from "../../../src/cli/printers/answer-printer.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";

const run = { seed: 20_260_301, numRuns: 300 };
const written = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: fc.constantFrom(..."@{}\"';=$-/:+?[]. ab1") }));

describe("the grammar, for any words", () => {
  it("answers or names the token, and never throws", () => {
    fc.assert(
      fc.property(fc.array(written, { maxLength: 5 }), fc.boolean(), (words, useSsl) => {
        const tokens = words.map((text, at) => ({ text, position: at + 2 }));
        const first = tokens[0] ?? { text: "", position: 2 };
        const results = [parseArguments(tokens, Object.values(winrmSwitches), "get"), parsePairs(tokens), parseResource(first), parseRemote(first, first.text, useSsl)];
        for (const result of results) if (!result.ok) assert.match(result.error.message, /argument|arguments/u);
      }),
      run,
    );
  });

  it("reads back every value that was quoted", () => {
    fc.assert(
      fc.property(fc.array(written, { minLength: 1, maxLength: 4 }), (values) => {
        const block = `@{${values.map((value, at) => `k${at}="${value.replaceAll('"', '""')}"`).join(";")}}`;
        const read = parsePairs([{ text: block, position: 2 }]);
        assert.ok(read.ok, block);
        assert.deepEqual(read.value.map(({ value }) => value), values);
      }),
      run,
    );
  });
});

const text = fc.string({ unit: fc.constantFrom(..."ab <>&\"';]\t\n\r\u0085\u009b\ud7ff€", "😀", "&amp;", "]]>", "&quot;") });
const names = fc.constantFrom("a", "b", "__proto__", "constructor", "_1");
const space = fc.constantFrom({ namespace: "" }, { namespace: "urn:a", prefix: "p" }, { namespace: "urn:b", prefix: "p" }, { namespace: "urn:a" });
const leaf = fc.record({ name: names, space, value: text, attribute: text });
const elements: fc.Arbitrary<XmlElement> = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc
    .tuple(leaf, fc.option(fc.array(tie("element"), { minLength: 1, maxLength: 3 }), { nil: undefined, depthSize: "small" }))
    .map(([{ name, space: place, value, attribute }, children]) => ({
      name,
      ...place,
      attributes: [{ name: "toString", namespace: "", value: attribute }],
      children: children ?? (value === "" ? [] : [value]),
    })),
})).element;

describe("printed XML, for any element", () => {
  for (const format of ["xml", "pretty"] as const) {
    it(`${format} reads as the element it was`, () => {
      fc.assert(
        fc.property(elements, (element) => {
          const printed = answerPrinters[format].single(element);
          const read = readElement(printed, wireLimits);
          assert.ok(read.ok, printed);
          assert.deepEqual(bare(read.value), bare(element));
        }),
        run,
      );
    });
  }

  it("json is JSON and text has no control but line ends and tabs", () => {
    fc.assert(
      fc.property(elements, (element) => {
        JSON.parse(answerPrinters.json.single(element));
        assert.doesNotMatch(answerPrinters.text.single(element), /[\u007f-\u009f]/u);
      }),
      run,
    );
  });
});

/** Without prefixes and without the white space between elements. */
function bare(element: XmlElement): unknown {
  const hasElements = element.children.some((child) => typeof child !== "string");
  return {
    name: element.name,
    namespace: element.namespace,
    attributes: element.attributes.map(({ name, value }) => [name, value]),
    children: element.children.filter((child) => typeof child !== "string" || !hasElements).map((child) => (typeof child === "string" ? child : bare(child))),
  };
}
