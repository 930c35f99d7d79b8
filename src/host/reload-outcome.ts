import type { Diagnostic } from "../base/diagnostic.js";

/** What came of making the configuration on the disk the running one. */
export type ReloadOutcome =
  /** It is the one that runs. */
  | { readonly kind: "unchanged" }
  | { readonly kind: "swapped"; readonly diagnostics: readonly Diagnostic[] }
  /** The old one goes on serving. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/**
 * Resolves when new requests are answered by the new configuration, not when the old one has drained: whoever asked for it may be an
 * operation of the old one.
 */
export type Reload = () => Promise<ReloadOutcome>;
