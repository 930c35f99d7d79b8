import type { Diagnostic } from "../base/diagnostic.js";

/** The host does not start, for reasons the operator can mend. All of them are in it. */
export class ConfigurationRefused extends Error {
  readonly diagnostics: readonly Diagnostic[];
  constructor(diagnostics: readonly Diagnostic[]) {
    super("the configuration has errors; nothing was started");
    this.diagnostics = diagnostics;
  }
}
