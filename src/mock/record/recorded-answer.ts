import type { XmlElement } from "../../base/xml-element.js";
import type { WsmanRequest } from "../../protocol/wsman/request.js";
import type { FaultDetails } from "../script/scripted-fault.js";

/** What a host answered, as far as a script can say it. */
export type RecordedAnswer =
  | { readonly kind: "body"; /** First element of the Body; `undefined` for an empty one. */ readonly root: XmlElement | undefined }
  | { readonly kind: "fault"; readonly fault: FaultDetails; /** Name of the machine that it names. */ readonly machine: string | undefined };

/** One request with its answer. */
export interface RecordedExchange {
  readonly request: WsmanRequest;
  readonly answer: RecordedAnswer;
  /** With credentials? */
  readonly isKnown: boolean;
  /** HTTP field Server of the answer. */
  readonly server: string | undefined;
}
