import type { Diagnostic } from "../base/diagnostic.js";

/** What became of a reload. Nothing of the host changes but by `swapped`. */
export type ReloadOutcome =
  /** Everything that is read is as it was. */
  | { readonly kind: "unchanged" }
  /** The new configuration serves; the diagnostics are warnings. */
  | { readonly kind: "swapped"; readonly diagnostics: readonly Diagnostic[] }
  /** The one before goes on serving; the diagnostics say why. */
  | { readonly kind: "refused"; readonly diagnostics: readonly Diagnostic[] };

/**
 * Resolves when new requests are answered by the new configuration, not when the old one has drained: whoever asked for it may be an
 * operation of the old one.
 */
export type Reload = () => Promise<ReloadOutcome>;
