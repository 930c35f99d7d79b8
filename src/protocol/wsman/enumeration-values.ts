import { fail, ok, type Result } from "../../base/result.js";
import { parseDuration } from "./duration.js";
import type { Fault } from "./fault.js";
import { quote } from "./quote.js";
import type { EnumerateBody } from "./request.js";
import { schemaFault } from "./body-scanner.js";

/** A whole number of at least 1, such as MaxElements. */
export function readPositive(label: string, text: string): Result<number, Fault> {
  const value = /^\+?\d{1,30}$/.test(text) ? Math.min(Number(text), Number.MAX_SAFE_INTEGER) : 0;
  return value >= 1 ? ok(value) : fail(schemaFault(`The element ${label} has the value ${quote(text)}; send a whole number of at least 1.`));
}

/** A span of time of more than nothing, in milliseconds. */
export function readTime(label: string, text: string): Result<number, Fault> {
  const value = parseDuration(text);
  if (value !== undefined && value > 0) return ok(value);
  return fail(schemaFault(`The element ${label} has the value ${quote(text)}; send a positive xs:duration such as PT20S.`));
}

const modes: ReadonlyMap<string, EnumerateBody["mode"]> = new Map([["EnumerateEPR", "epr"], ["EnumerateObjectAndEPR", "objectAndEpr"]]);

/** w:EnumerationMode; absent means objects. */
export function readMode(text: string): Result<EnumerateBody["mode"], Fault> {
  const mode = modes.get(text);
  if (mode !== undefined) return ok(mode);
  return fail({
    name: "unsupportedFeature",
    detail: "EnumerationMode",
    message: `The element w:EnumerationMode has the value ${quote(text)}; send ${[...modes.keys()].join(" or ")}, or leave it out for objects.`,
  });
}
