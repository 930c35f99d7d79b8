import { fail, ok, type Result } from "../base/result.js";

/** A lone `%`, and two of them around something that is no variable's name, stay as they are, as in `configuration/expand-environment`. */
const variable = /%([^%=\\/:;,<>|"]+)%/gu;

/** Does the name hold `%NAME%`, so that it depends on whose environment expands it? */
export const isExpandable = (filename: string): boolean => filename.search(variable) >= 0;

/**
 * Puts environment variables in. Once: a value that itself holds `%NAME%` stays as it is.
 * @param environment names upper case
 * @returns the first name that is not set
 */
export function expandFilename(filename: string, environment: ReadonlyMap<string, string>): Result<string, { readonly missing: string }> {
  let missing: string | undefined;
  const expanded = filename.replace(variable, (whole, name: string) => {
    const value = environment.get(name.toUpperCase());
    if (value === undefined) missing ??= name;
    return value ?? whole;
  });
  return missing === undefined ? ok(expanded) : fail({ missing });
}
