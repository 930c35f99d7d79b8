import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { answerPrinters, type Format } from "../../../src/cli/printers/answer-printer.js";
import { printProblem } from "../../../src/cli/printers/print-problem.js";
import { readElement } from "../../../src/protocol/xml/read-element.js";
import { wireLimits } from "../../../src/protocol/xml/xml-limits.js";
import type { XmlElement } from "../../../src/base/xml-element.js";
import { projectRoot } from "../../support/project-root.js";

const folder = join(projectRoot, "test", "golden", "cli");
const readGolden = (name: string): string => readFileSync(join(folder, name), "utf8");

const parse = (text: string): XmlElement => {
  const read = readElement(text, wireLimits);
  assert.ok(read.ok, read.ok ? "" : read.error.message);
  return read.value;
};

describe("printed answers", () => {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".xml"))) {
    const name = file.slice(0, -".xml".length);
    const element = parse(readGolden(file));
    for (const format of ["text", "pretty", "json"] as const) {
      it(`${name} as ${format}`, () => assert.equal(answerPrinters[format].single(element), readGolden(`${name}.${format}`)));
    }
    it(`${name} as xml is one piece that reads as the same element`, () => {
      const printed = answerPrinters.xml.single(element);
      assert.equal(printed.indexOf("\n"), printed.length - 1, "one line");
      assert.deepEqual(parse(printed), element);
    });
    it(`${name} as pretty reads as the same element, but for white space`, () => {
      assert.deepEqual(withoutBlanks(parse(answerPrinters.pretty.single(element))), withoutBlanks(element));
    });
    it(`${name} as json is JSON`, () => assert.doesNotThrow(() => JSON.parse(answerPrinters.json.single(element))));
  }

  const lists: Readonly<Record<Format, readonly [none: string, two: string]>> = {
    text: ["", "a\n    b = 1\n\na\n    b = 2\n\n"],
    xml: [
      '<wsman:Results xmlns:wsman="http://schemas.dmtf.org/wbem/wsman/1/wsman/results">\n</wsman:Results>\n',
      '<wsman:Results xmlns:wsman="http://schemas.dmtf.org/wbem/wsman/1/wsman/results">\n<a><b>1</b></a>\n<a><b>2</b></a>\n</wsman:Results>\n',
    ],
    pretty: [
      '<wsman:Results xmlns:wsman="http://schemas.dmtf.org/wbem/wsman/1/wsman/results">\n</wsman:Results>\n',
      '<wsman:Results xmlns:wsman="http://schemas.dmtf.org/wbem/wsman/1/wsman/results">\n  <a>\n    <b>1</b>\n  </a>\n  <a>\n    <b>2</b>\n  </a>\n</wsman:Results>\n',
    ],
    json: ["[]\n", '[\n  {\n    "a": {\n      "b": "1"\n    }\n  },\n  {\n    "a": {\n      "b": "2"\n    }\n  }\n]\n'],
  };
  for (const [format, [none, two]] of Object.entries(lists) as [Format, readonly [string, string]][]) {
    it(`a list as ${format}`, () => {
      const printer = answerPrinters[format];
      assert.equal(printer.open + printer.close(true), none);
      const items = ["<a><b>1</b></a>", "<a><b>2</b></a>"].map((text, at) => printer.item(parse(text), at === 0));
      assert.equal(printer.open + items.join("") + printer.close(false), two);
    });
  }

  it("an empty answer is a line break, in JSON null", () => {
    assert.equal(answerPrinters.text.single(undefined), "\n");
    assert.equal(answerPrinters.xml.single(undefined), "\n");
    assert.equal(answerPrinters.json.single(undefined), "null\n");
  });
});

describe("a printed problem", () => {
  it("begins with the number where there is no fault, says the sentence once, and what to do", () => {
    const printed = printProblem({ number: 0x80338113, message: "http://server/x is not there (HTTP 404).", remedy: "Check the path." });
    assert.equal(printed, "Error number:  -2144108269 0x80338113\nhttp://server/x is not there (HTTP 404).\nCheck the path.\n");
  });

  it("nests provider faults and hides what is the wire's", () => {
    const detail = parse(
      '<f:WSManFault xmlns:f="urn:f" Code="5" Machine="m"><f:Message><f:ProviderFault provider="registry" path="registry.js"><f:WSManFault Code="5" Machine="m"><f:Message>Access is denied.</f:Message></f:WSManFault></f:ProviderFault></f:Message></f:WSManFault>',
    );
    assert.equal(
      printProblem({ number: 0x80070005, message: "no", detail, plugin: "registry" }),
      "WSManFault\n    Message\n        ProviderFault\n            WSManFault\n                Message = Access is denied.\n\nError number:  -2147024891 0x80070005\nPlug-in: registry\n",
    );
  });
});

/** Indentation dropped where there are elements, preferred prefixes kept. */
function withoutBlanks(element: XmlElement): XmlElement {
  const hasElements = element.children.some((child) => typeof child !== "string");
  const children = element.children.filter((child) => typeof child !== "string" || !hasElements || child.trim() !== "");
  return { ...element, children: children.map((child) => (typeof child === "string" ? child : withoutBlanks(child))) };
}
