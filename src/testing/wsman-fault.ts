import type { XmlElement } from "../base/xml-element.js";
import type { FailureKind } from "../sdk/failure.js";

/** A fault that came instead of an answer. The client's methods reject with it. */
export class WsmanFault extends Error {
  override readonly name = "WsmanFault";

  constructor(
    /** What a plug-in calls this fault; `undefined` for those that only the host sends. */
    readonly kind: FailureKind | undefined,
    /** `w:InvalidSelectors`; of faults without a subcode their code. */
    readonly subcode: string,
    /** Last part of the FaultDetail: `UnexpectedSelectors`. */
    readonly detail: string | undefined,
    /** WSManFault Code, unsigned. */
    readonly code: number,
    /** The plug-in's own words, without them the Reason. */
    message: string,
    /** Name of the plug-in that refused or failed; `undefined` when the host did. */
    readonly plugin: string | undefined,
    /** Extended error information: the element, or the text that is there instead. */
    readonly extended: XmlElement | string | undefined,
    /** The whole message. */
    readonly envelope: string,
  ) {
    super(message);
  }
}
