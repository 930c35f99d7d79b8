import type { FaultName } from "./faults.js";
import type { QualifiedName } from "./request.js";

/** A fault to be sent. Named by its row in `faults.ts`; nobody types fault words anywhere else. */
export interface Fault {
  readonly name: FaultName;
  /** Last segment of the FaultDetail URI, such as `UnexpectedSelectors`; one of the row's details. */
  readonly detail?: string;
  /** WSManFault Code, unsigned; default: the row's, or that of the detail. */
  readonly code?: number;
  /** Text of f:Message: says what, where and what to do. Default: the text that belongs to the code. */
  readonly message?: string;
  /** Set when a plug-in refused or failed: f:ProviderFault. */
  readonly provider?: {
    /** The plug-in's Name from the configuration. */
    readonly name: string;
    /** Its Filename, as configured. */
    readonly path: string;
    readonly message: string;
    readonly code: number;
    /** Serialised element for f:ExtendedError. */
    readonly extended?: string;
  };
  /** For MustUnderstand: the header that was not understood (SOAP 1.2 NotUnderstood header block). */
  readonly notUnderstood?: QualifiedName;
  /** For FilterDialectRequestedUnavailable: the dialects that are available. */
  readonly supported?: readonly string[];
}
