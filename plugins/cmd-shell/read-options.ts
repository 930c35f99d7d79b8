import { failure, type OperationFailure, type OptionSet } from "wsmanor/sdk";

/**
 * The options of a request that are known here; names compare without case.
 * @returns upper-case name to value, or the refusal of one that is not known and that the client insists on
 */
export function readOptions(options: OptionSet, known: readonly string[]): ReadonlyMap<string, string> | OperationFailure {
  const found = new Map<string, string>();
  for (const { name, value, mustComply } of options.entries()) {
    const upper = name.toUpperCase();
    if (known.includes(upper)) found.set(upper, value?.trim() ?? "");
    else if (mustComply) return failure("invalid-options", { detail: "not-supported", message: `the option "${name}" is not known here; known are ${known.join(", ")}` });
  }
  return found;
}

/** @returns `false` when it was not given, or the refusal of what is neither TRUE nor FALSE */
export function readSwitch(options: ReadonlyMap<string, string>, name: string): boolean | OperationFailure {
  const value = options.get(name) ?? "";
  if (/^(?:true|1)$/iu.test(value)) return true;
  if (/^(?:false|0|)$/iu.test(value)) return false;
  return failure("invalid-options", { detail: "invalid-value", message: `the option ${name} is "${value}"; give TRUE or FALSE` });
}
