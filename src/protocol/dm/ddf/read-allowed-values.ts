import type { AllowedValues } from "../../../base/node-definition.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { readPattern } from "../pattern/create-pattern-matcher.js";
import { additionsNamed, textIn } from "../tree-element.js";

/**
 * `MSFT:AllowedValues` (Windows' DDF v2). A regular expression that is not understood is kept unchecked: it is one of many in a file of others.
 * @returns `undefined` where anything goes
 */
export function readAllowedValues(element: XmlElement, report: (message: string) => void): AllowedValues | undefined {
  const type = element.attributes.find(({ name }) => name === "ValueType")?.value ?? "";
  const values = [element, ...additionsNamed(element, "Enum")].flatMap((each) => additionsNamed(each, "Value")).map((each) => textIn(each).trim());
  switch (type) {
    case "None": return undefined;
    case "ENUM": return { kind: "enum", values, ...separatorOf(element) };
    case "Range": return { kind: "range", ranges: values.flatMap((value) => readRanges(value, report)), ...separatorOf(element) };
    case "RegEx": {
      const [pattern] = values;
      if (pattern === undefined) return undefined;
      return readPattern(pattern).ok ? { kind: "regex", pattern, ...separatorOf(element) } : { kind: "unchecked", type };
    }
    case "Flag": return { kind: "flag", flags: values.map((value) => readNumber(value, report)) };
    case "JSON": return { kind: "json" };
    case "XSD": return { kind: "xml" };
    case "ADMX":
    case "SDDL": return { kind: "unchecked", type };
    default: report(`AllowedValues has the ValueType "${type}", which is none of ADMX, ENUM, Flag, JSON, None, Range, RegEx, SDDL, XSD.`);
  }
  return undefined;
}

/** Windows' descriptions write the character of its own lists as its number. */
function separatorOf(element: XmlElement): { readonly separator?: string } {
  const written = additionsNamed(element, "List")[0]?.attributes.find(({ name }) => name === "Delimiter")?.value ?? "";
  const code = /^(?:\\x|\\u|0x)([0-9a-fA-F]{4})$/.exec(written);
  return written === "" ? {} : { separator: code === null ? written : String.fromCharCode(Number.parseInt(code[1]!, 16)) };
}

/** `[0-100],[200-200]`, or a number alone. */
function readRanges(text: string, report: (message: string) => void): readonly (readonly [number, number])[] {
  return text.split(",").flatMap((part): (readonly [number, number])[] => {
    const read = /^\s*\[?\s*(-?\d+)\s*(?:-\s*(-?\d+)\s*)?\]?\s*$/.exec(part);
    if (read === null) report(`AllowedValues has the range "${part.trim()}"; [0-100] is one.`);
    return read === null ? [] : [[Number(read[1]), Number(read[2] ?? read[1])]];
  });
}

function readNumber(text: string, report: (message: string) => void): number {
  const value = /^(?:0x[0-9a-fA-F]+|\d+)$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(value)) report(`AllowedValues has the flag "${text}", which is no number.`);
  return Number.isNaN(value) ? 0 : value;
}
