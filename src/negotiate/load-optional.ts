import { errorText } from "../base/error-text.js";
import { fail, ok, type Result } from "../base/result.js";

/**
 * Loads a package that need not be installed: its name is no literal, so that neither the compiler nor a bundler asks for it.
 * @returns what it exports by default, or one line that says why it cannot be had
 */
export async function loadOptional(packageName: "koffi" | "node-sspi"): Promise<Result<unknown, string>> {
  try {
    const { default: loaded } = (await import(packageName)) as { readonly default: unknown };
    return ok(loaded);
  } catch (error) {
    if ((error as { readonly code?: unknown }).code === "ERR_MODULE_NOT_FOUND") return fail(`the package ${packageName} is not installed`);
    return fail(`the package ${packageName} cannot be loaded: ${errorText(error).split("\n")[0]!}`);
  }
}
