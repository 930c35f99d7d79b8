import type { AllowedValues } from "../../base/node-definition.js";
import { readElement } from "../xml/read-element.js";
import { wireLimits } from "../xml/xml-limits.js";

/**
 * Does a definition let this value in (AllowedValues of Windows' DDF v2)?
 * @param matches judges a regular expression as a whole: patterns come from files of others, and how long one may take is the caller's to bound
 * @returns one sentence that says what may stand there; `undefined` for a value that may
 */
export function refuseValue(value: string, allowed: AllowedValues, matches: (pattern: string, value: string) => boolean): string | undefined {
  switch (allowed.kind) {
    case "enum": return isListed(value, allowed.values, allowed.separator) ? undefined : `The value is none of ${allowed.values.join(", ")}${allowed.separator === undefined ? "" : `, several of them with ${allowed.separator} between them`}.`;
    case "range": return isNumber(value) && allowed.ranges.some(([low, high]) => Number(value) >= low && Number(value) <= high) ? undefined : `The value is no number of ${allowed.ranges.map(([low, high]) => (low === high ? String(low) : `${String(low)} to ${String(high)}`)).join(", ")}.`;
    case "regex": return matches(allowed.pattern, value) ? undefined : `The value does not match ${allowed.pattern}.`;
    case "flag": return isCombination(value, allowed.flags) ? undefined : `The value is no sum of ${allowed.flags.join(", ")}.`;
    case "json": return isJson(value) ? undefined : "The value is no JSON.";
    case "xml": return readElement(value, wireLimits).ok ? undefined : "The value is no well-formed XML.";
    case "unchecked": return undefined;
  }
}

/** An empty list of several is one as well. */
const isListed = (value: string, values: readonly string[], separator: string | undefined): boolean =>
  values.includes(value) || (separator !== undefined && (value === "" || value.split(separator).every((each) => values.includes(each))));

const isNumber = (value: string): boolean => /^[+-]?\d+$/.test(value);

/** Bits beyond 32 are compared as well, so without the operators that would cut them. */
function isCombination(value: string, flags: readonly number[]): boolean {
  if (!/^\d{1,19}$/.test(value)) return false;
  const all = flags.reduce((sum, flag) => sum | BigInt(flag), 0n);
  return (BigInt(value) | all) === all;
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
