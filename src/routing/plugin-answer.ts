import type { XmlElement } from "../base/xml-element.js";
import type { FailureKind } from "../sdk/failure.js";

/**
 * XML that a plug-in gave, not yet checked: text, or an object that has children as an element has. Its parts may be anything, may be something
 * else when they are read a second time, and may throw.
 */
export type PluginXml = string | XmlElement;

/** Why nobody waits any more; what the plug-in finds in `signal.reason`. */
export type CancelReason = "timed-out" | "client-gone" | "released" | "shutdown";

/** The plug-in said no, by the SDK's closed list. */
export interface PluginRefusal {
  readonly kind: FailureKind;
  readonly detail: string | undefined;
  readonly code: number | undefined;
  readonly message: string;
  readonly extended: PluginXml | undefined;
}

/** Everything but an answer. `failed` and `unavailable` are logged where they happen; `errorId` is what the log has too. */
export type PluginTrouble =
  | { readonly kind: "refused"; readonly refusal: PluginRefusal }
  | { readonly kind: "failed"; readonly reason: string; readonly errorId: string }
  | { readonly kind: "timedOut" }
  | { readonly kind: "cancelled"; readonly reason: CancelReason }
  | { readonly kind: "unavailable"; readonly reason: string; readonly errorId: string };

export type PluginAnswer<T> = { readonly kind: "answered"; readonly value: T } | PluginTrouble;

/** Circumstances of one call. */
export interface PluginCallContext {
  /** Milliseconds until the caller must have an answer; then the signal fires and the answer is `timedOut`. */
  readonly timeout: number;
  /** Registers for "the client has gone". @returns forgets. Asked only when the plug-in did not answer at once. */
  onGone?(run: () => void): () => void;
}
