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
    case "enum": return isList(value, allowed, (each) => allowed.values.includes(each)) ? undefined : `The value is none of ${allowed.values.join(", ")}${several(allowed)}.`;
    case "range": return isList(value, allowed, (each) => isNumber(each) && allowed.ranges.some(([low, high]) => Number(each) >= low && Number(each) <= high)) ? undefined : `The value is no number of ${allowed.ranges.map(([low, high]) => (low === high ? String(low) : `${String(low)} to ${String(high)}`)).join(", ")}${several(allowed)}.`;
    case "regex": return isList(value, allowed, (each) => matches(allowed.pattern, each)) ? undefined : `The value does not match ${allowed.pattern}${several(allowed)}.`;
    case "flag": return isCombination(value, allowed.flags) ? undefined : `The value is no sum of ${allowed.flags.join(", ")}.`;
    case "json": return isJson(value) ? undefined : "The value is no JSON.";
    case "xml": return readElement(value, wireLimits).ok ? undefined : "The value is no well-formed XML.";
    case "unchecked": return undefined;
  }
}

interface Separated {
  readonly separator?: string | undefined;
}

/** An empty list of several is one as well. */
const isList = (value: string, { separator }: Separated, isOne: (each: string) => boolean): boolean => isOne(value) || (separator !== undefined && (value === "" || value.split(separator).every(isOne)));

const several = ({ separator }: Separated): string => (separator === undefined ? "" : `, several of them with ${separator} between them`);

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
