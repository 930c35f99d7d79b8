import type { Diagnostic } from "../base/diagnostic.js";

/** Text for people: one block a problem, then `N problems, M warnings`. @param directory paths below it are shown relative to it */
export declare function formatDiagnostics(diagnostics: readonly Diagnostic[], directory: string): string;
