import type { XmlOutput } from "./operation-request.js";

/**
 * Every way a plug-in can refuse. The host turns each into the specification's fault, in one place; authors never see wire words.
 * Second level: the detail that goes with some of them.
 */
export interface FailureDetails {
  "access-denied": undefined;
  "already-exists": undefined;
  "cannot-process-filter": undefined;
  concurrency: undefined;
  "endpoint-unavailable": undefined;
  internal: undefined;
  "invalid-options": "not-supported" | "invalid-name" | "invalid-value";
  "invalid-parameter": "type-mismatch" | "invalid-name" | "missing-values";
  "invalid-representation": "invalid-values" | "missing-values" | "invalid-namespace" | "invalid-fragment";
  "invalid-selectors": "insufficient" | "unexpected" | "type-mismatch" | "invalid-value" | "ambiguous" | "duplicate";
  "not-found": undefined;
  "not-supported": undefined;
  quota: undefined;
  rename: undefined;
  "schema-validation": undefined;
}

export type FailureKind = keyof FailureDetails;

/** For authors who check: every kind, in alphabetical order. */
export const failureKinds = [
  "access-denied", "already-exists", "cannot-process-filter", "concurrency", "endpoint-unavailable", "internal", "invalid-options",
  "invalid-parameter", "invalid-representation", "invalid-selectors", "not-found", "not-supported", "quota", "rename",
  "schema-validation",
] as const satisfies readonly FailureKind[];

export interface FailureOptions<K extends FailureKind> {
  /** One sentence for the client's user. Shown in the fault with the plug-in's Name. Never secrets. */
  readonly message?: string;
  readonly detail?: FailureDetails[K];
  /** Windows error number or HRESULT, unsigned; the fault's WSManFault Code. Default: the kind's own. */
  readonly code?: number;
  /** Extended error information: one element, put into ProviderFault/ExtendedError. */
  readonly extended?: XmlOutput;
  readonly cause?: unknown;
}

/** A refusal. Throw it or return it; both are the same to the host. Anything else thrown is an internal error. */
export class OperationFailure extends Error {
  /** Recognised by name and not by class, so that two copies of the SDK in one process understand each other. */
  override readonly name = "OperationFailure";
  readonly kind: FailureKind;
  readonly detail: string | undefined;
  readonly code: number | undefined;
  readonly extended: XmlOutput | undefined;

  constructor(kind: FailureKind, options: FailureOptions<FailureKind> = {}) {
    super(options.message ?? "", options.cause === undefined ? undefined : { cause: options.cause });
    this.kind = kind;
    this.detail = options.detail;
    this.code = options.code;
    this.extended = options.extended;
  }
}

/**
 * Makes a refusal: `return failure("not-found", { message: "no key of that name" })`.
 * @param kind from the closed list of {@link FailureDetails}
 */
export function failure<K extends FailureKind>(kind: K, options: FailureOptions<K> = {}): OperationFailure {
  return new OperationFailure(kind, options);
}
