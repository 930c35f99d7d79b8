import type { AllowedValues } from "../../../base/node-definition.js";
import type { XmlElement } from "../../../base/xml-element.js";
import { additionsNamed, textIn } from "../tree-element.js";

/** `MSFT:AllowedValues` (Windows' DDF v2). @returns `undefined` where anything goes */
export function readAllowedValues(element: XmlElement, report: (message: string) => void): AllowedValues | undefined {
  const type = element.attributes.find(({ name }) => name === "ValueType")?.value ?? "";
  const values = [element, ...additionsNamed(element, "Enum")].flatMap((each) => additionsNamed(each, "Value")).map((each) => textIn(each).trim());
  switch (type) {
    case "None": return undefined;
    case "ENUM": {
      const separator = additionsNamed(element, "List")[0]?.attributes.find(({ name }) => name === "Delimiter")?.value;
      return { kind: "enum", values, ...(separator === undefined || separator === "" ? {} : { separator }) };
    }
    case "Range": return { kind: "range", ranges: values.flatMap((value) => readRanges(value, report)) };
    case "RegEx": return values[0] === undefined ? undefined : { kind: "regex", pattern: values[0] };
    case "Flag": return { kind: "flag", flags: values.map((value) => readNumber(value, report)) };
    case "JSON": return { kind: "json" };
    case "XSD": return { kind: "xml" };
    case "ADMX":
    case "SDDL": return { kind: "unchecked", type };
    default: report(`AllowedValues has the ValueType "${type}", which is none of ADMX, ENUM, Flag, JSON, None, Range, RegEx, SDDL, XSD.`);
  }
  return undefined;
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
