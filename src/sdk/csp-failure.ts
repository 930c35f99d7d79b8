/**
 * Every way a configuration service provider can refuse. The engine turns each into a status code in one place; those in brackets.
 * `forbidden`: understood, and not now, as of a value in use (403). `not-found` (404). `not-allowed`: this command never works on this node
 * (405). `not-supported`: an optional ability that this provider has not (406). `timeout`: whoever had to act did not (408).
 * `too-large` (413). `unsupported-format`: not the format or type, or a value that cannot be read (415). `already-exists` (418).
 * `full` (420). `permission-denied` (425). `failed` (500). `not-implemented` (501). `data-store`: what keeps the values failed (510).
 */
export const cspFailureKinds = [
  "already-exists", "data-store", "failed", "forbidden", "full", "not-allowed", "not-found", "not-implemented", "not-supported",
  "permission-denied", "timeout", "too-large", "unsupported-format",
] as const;

export type CspFailureKind = (typeof cspFailureKinds)[number];

export interface CspFailureOptions {
  /** One sentence for the device's log. It is not sent. */
  readonly message?: string;
  /** Error number of the device's own software, unsigned; the server's administrator sees it (`originalerror` of the status). */
  readonly originalError?: number;
  readonly cause?: unknown;
}

/** A refusal. Throw it or return it; both are the same to the engine. Anything else thrown is a `failed`. */
export class CspFailure extends Error {
  /** Recognised by name and not by class, so that two copies of the SDK in one process understand each other. */
  override readonly name = "CspFailure";
  readonly kind: CspFailureKind;
  readonly originalError: number | undefined;

  constructor(kind: CspFailureKind, { message = "", originalError, cause }: CspFailureOptions = {}) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.originalError = originalError;
  }
}

/** Makes a refusal: `return cspFailure("not-found")`. */
export const cspFailure = (kind: CspFailureKind, options: CspFailureOptions = {}): CspFailure => new CspFailure(kind, options);
