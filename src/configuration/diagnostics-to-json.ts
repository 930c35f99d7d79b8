import type { Diagnostic } from "../base/diagnostic.js";

/** The same for programs: one JSON document `{ "problems": n, "warnings": n, "diagnostics": […] }`. */
export declare function diagnosticsToJson(diagnostics: readonly Diagnostic[]): string;
