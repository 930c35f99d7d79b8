import type { Diagnostic, SourcePlace } from "../base/diagnostic.js";

/** A problem of one plug-in, before it is known where the configuration names it. */
export interface PluginProblem {
  readonly severity: "error" | "warning";
  readonly rule: string;
  readonly message: string;
  readonly allowed?: string;
  readonly didYouMean?: string;
  readonly remedy?: string;
  /** Where it is, when it is about something else than the Filename. */
  readonly place?: SourcePlace;
}

/** Puts the plug-in's Name in front and its place in the configuration behind. */
export function toDiagnostic(problem: PluginProblem, plugin: { readonly name: string; readonly place?: SourcePlace }): Diagnostic {
  return {
    ...problem,
    message: `plug-in "${plugin.name}": ${problem.message}`,
    ...(problem.place !== undefined || plugin.place === undefined ? {} : { place: plugin.place }),
  };
}
