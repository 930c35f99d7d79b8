import type { DurationText } from "./read-duration.js";

/** Faults that have a name. The first three are said in SOAP; the others are done to the connection or to the octets of an answer. */
export const faultPresets = [
  "timed-out", "quota-limit", "access-denied", "connection-reset", "truncated-envelope", "slow-receive", "wrong-relates-to",
] as const;
export type FaultPreset = (typeof faultPresets)[number];

/** A fault in detail: of a preset, what it leaves open; without one, all of a SOAP fault. */
export interface FaultDetails {
  readonly preset?: FaultPreset;
  /**
   * Of a command's reply: on which of its answers. `command` refuses to run it, `receive` runs it and answers Receive so. By default the
   * three SOAP presets and faults in detail are on `command` but for `timed-out`, which like all others is on `receive`.
   */
  readonly at?: "command" | "receive";
  /** How many answers have it, before things go on as scripted; 1 by default. */
  readonly times?: number;
  /** Of slow-receive: how long an answer is held back; 5s by default. */
  readonly delay?: DurationText;
  /** Of connection-reset and truncated-envelope: octets of the answer's body that are sent; half of it by default. */
  readonly octets?: number;
  /** `w:QuotaLimit`; prefixes are s, a, x, n, e, w, p, b. */
  readonly subcode?: string;
  /** By default what goes with the subcode, or Receiver. */
  readonly class?: "Sender" | "Receiver";
  /** WSManFault Code, unsigned 32 bits; by default what goes with the subcode. */
  readonly code?: number;
  /** Last part of the FaultDetail URI: `UnexpectedSelectors`. */
  readonly detail?: string;
  readonly message?: string;
}

export type ScriptedFault = FaultPreset | FaultDetails;
