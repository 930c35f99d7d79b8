import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";

/** The same for programs: one JSON document, `{ "problems": n, "warnings": n, "diagnostics": […] }`, the shape of `Diagnostic` in each. */
export function diagnosticsToJson(diagnostics: readonly Diagnostic[]): string {
  const problems = diagnostics.filter(isError).length;
  return `${JSON.stringify({ problems, warnings: diagnostics.length - problems, diagnostics }, undefined, 2)}\n`;
}
