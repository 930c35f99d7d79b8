import { failure, type OperationFailure } from "./failure.js";
import type { OptionSet, SelectorSet } from "./operation-request.js";

/**
 * Compares the selectors of a request with those the resource has; names compare without case.
 * @returns the refusal to answer with, `undefined` when all that is required and nothing unknown is there
 */
export function checkSelectors(selectors: SelectorSet, required: readonly string[], optional: readonly string[] = []): OperationFailure | undefined {
  const known = [...required, ...optional];
  for (const [name] of selectors.entries()) {
    if (!known.some((other) => other.toLowerCase() === name.toLowerCase())) {
      const expected = known.length === 0 ? "there is only one of this resource" : `${known.join(" and ")} ${known.length === 1 ? "is" : "are"}`;
      return failure("invalid-selectors", { detail: "unexpected", message: `The selector ${name} is not expected; ${expected}.` });
    }
  }
  const missing = required.find((name) => !selectors.has(name));
  return missing === undefined ? undefined : failure("invalid-selectors", { detail: "insufficient", message: `The selector ${missing} is missing.` });
}

/**
 * Refuses options that the client insists on (MustComply) and the plug-in does not know; others that it does not know may be passed over.
 * @returns the refusal to answer with, or `undefined`
 */
export function checkOptions(options: OptionSet, known: readonly string[]): OperationFailure | undefined {
  for (const { name, mustComply } of options.entries()) {
    if (!mustComply || known.some((other) => other.toLowerCase() === name.toLowerCase())) continue;
    const expected = known.length === 0 ? "there are none" : `${known.join(" and ")} ${known.length === 1 ? "is" : "are"}`;
    return failure("invalid-options", { detail: "not-supported", message: `The option ${name} is not known here; ${expected}.` });
  }
  return undefined;
}
