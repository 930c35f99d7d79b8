import type { XmlElement } from "../base/xml-element.js";
import { readElement } from "../protocol/xml/read-element.js";
import { writeElement } from "../protocol/xml/write-element.js";
import { wireLimits } from "../protocol/xml/xml-limits.js";
import { CaseFailed } from "./case-failed.js";
import { describeInstance, describeItem } from "./describe-answer.js";
import type { ExpectedInstance, ExpectedItem, ExpectedXml } from "./plugin-cases.js";
import { printXml } from "./print-xml.js";
import type { Enumerated, InstanceReference } from "./test-client.js";

/** @throws CaseFailed, or what a function among the expected throws */
export function checkXml(expected: ExpectedXml, came: XmlElement | undefined): void {
  if (came === undefined) throw new CaseFailed("The answer is empty.", typeof expected === "function" ? "an element" : printExpected(expected), "an empty Body");
  if (typeof expected === "function") return expected(came);
  compare("The answer is another one.", printExpected(expected), printXml(came));
}

export function checkInstance(expected: ExpectedInstance, came: InstanceReference, askedUri: string): void {
  compare("Another instance is named.", describeInstance({ resourceUri: expected.resourceUri ?? askedUri, selectors: expected.selectors }), describeInstance(came));
}

export function checkItems(expected: readonly ExpectedItem[], estimate: number | undefined, came: Enumerated, askedUri: string): void {
  const wanted = expected.map((item) => printExpectedItem(item, askedUri)).join("\n");
  compare(`There are other items (${came.items.length} came, ${expected.length} are expected).`, wanted, came.items.map(describeItem).join("\n"));
  if (estimate !== undefined) compare("totalItemsCountEstimate is another one.", String(estimate), String(came.totalItemsCountEstimate));
}

function compare(what: string, expected: string, came: string): void {
  if (expected !== came) throw new CaseFailed(what, expected, came);
}

/** @throws CaseFailed when no wire could carry it: then the test would expect what no client ever sees */
function printExpected(expected: string | XmlElement): string {
  const text = typeof expected === "string" ? expected : written(expected);
  const read = readElement(text, wireLimits);
  if (!read.ok) throw new CaseFailed("What the case expects is no XML.", "one well-formed element", `${text}\n${read.error.message} (at character ${read.error.offset + 1})`);
  const printed = printXml(read.value);
  if (typeof expected !== "string") compare("What the case expects is not what the wire gives back.", printXml(expected), printed);
  return printed;
}

function written(expected: XmlElement): string {
  try {
    return writeElement(expected);
  } catch (error) {
    throw new CaseFailed("What the case expects cannot be written as XML.", "an element", (error as Error).message);
  }
}

const isItem = (item: ExpectedItem): item is Exclude<ExpectedItem, string | XmlElement> => typeof item === "object" && !("children" in item);

function printExpectedItem(item: ExpectedItem, askedUri: string): string {
  if (!isItem(item)) return printExpected(item);
  const object = item.object === undefined ? "" : printExpected(item.object);
  return [object, item.epr === undefined ? "" : describeInstance({ resourceUri: item.epr.resourceUri ?? askedUri, selectors: item.epr.selectors })].filter((text) => text !== "").join("\n");
}
