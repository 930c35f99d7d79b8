import type { Diagnostic } from "../../base/diagnostic.js";

/** Configuration problems for people or programs. Loaded when asked for: most commands never look at a configuration. */
export async function printDiagnostics(diagnostics: readonly Diagnostic[], asJson: boolean): Promise<string> {
  if (asJson) {
    const { diagnosticsToJson } = await import("../../configuration/diagnostics-to-json.js");
    return `${diagnosticsToJson(diagnostics).trimEnd()}\n`;
  }
  if (diagnostics.length === 0) return "No problems.\n";
  const { formatDiagnostics } = await import("../../configuration/format-diagnostics.js");
  return `${formatDiagnostics(diagnostics, process.cwd()).trimEnd()}\n`;
}
