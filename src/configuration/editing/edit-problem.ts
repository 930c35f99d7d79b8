import type { Diagnostic } from "../../base/diagnostic.js";

/** Why a change cannot be made, before any file would be written. */
export interface EditProblem {
  readonly kind: "unknown-name" | "not-found" | "ambiguous" | "not-possible" | "already-there";
  readonly message: string;
  readonly allowed?: string;
  readonly didYouMean?: string;
  readonly remedy?: string;
  readonly related?: Diagnostic["related"];
}
