import type { XmlElement } from "../../base/xml-element.js";
import { writeElement } from "../../protocol/xml/write-element.js";
import type { ExpectationResult } from "./expectation-result.js";

const named = (name: string, attributes: Readonly<Record<string, string | number>>, children: readonly (XmlElement | string)[] = []): XmlElement =>
  ({ name, namespace: "", attributes: Object.entries(attributes).map(([key, value]) => ({ name: key, namespace: "", value: String(value) })), children });

/** The results as JUnit's XML, which every CI reads. @param suite name of the script */
export function writeJunit(suite: string, results: readonly ExpectationResult[]): string {
  const failures = results.filter(({ passed }) => !passed).length;
  const cases = results.map(({ title, passed, reason = "" }) =>
    named("testcase", { classname: "wsmanor.mock", name: title }, passed ? [] : ["\n      ", named("failure", { message: reason, type: "ExpectationFailed" }, [reason]), "\n    "]));
  const suiteElement = named("testsuite", { name: suite, tests: results.length, failures, errors: 0, skipped: 0 }, [...cases.flatMap((each) => ["\n    ", each]), "\n  "]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${writeElement(named("testsuites", { tests: results.length, failures }, ["\n  ", suiteElement, "\n"]))}\n`;
}
