import type { Fault } from "./fault.js";
import type { OptionValue, QualifiedName, SelectorValue, WsmanRequest } from "./request.js";

/** A request while its headers are being read. Reading goes on after a mistake, so that the fault can say what it relates to. */
export interface RequestDraft {
  /** The first mistake found; the others do not matter any more. */
  fault: Fault | undefined;
  /** Headers seen so far, a bit each: `headerBit`. */
  seen: number;
  /** First mandatory header that nobody here knows. SOAP asks this before everything else. */
  notUnderstood: QualifiedName | undefined;
  action: string | undefined;
  messageId: string | undefined;
  to: string | undefined;
  replyTo: boolean;
  resourceUri: string | undefined;
  selectors: readonly SelectorValue[];
  options: readonly OptionValue[];
  optionsMustUnderstand: boolean;
  operationTimeout: number | undefined;
  maxEnvelopeSize: number | undefined;
  locale: string | undefined;
  dataLocale: string | undefined;
  sessionId: string | undefined;
  asksForCompression: boolean;
  operationId: string | undefined;
  fragment: WsmanRequest["fragment"];
  requestTotalItemsCountEstimate: boolean;
}

export function createDraft(): RequestDraft {
  return {
    fault: undefined,
    seen: 0,
    notUnderstood: undefined,
    action: undefined,
    messageId: undefined,
    to: undefined,
    replyTo: false,
    resourceUri: undefined,
    selectors: [],
    options: [],
    optionsMustUnderstand: false,
    operationTimeout: undefined,
    maxEnvelopeSize: undefined,
    locale: undefined,
    dataLocale: undefined,
    sessionId: undefined,
    asksForCompression: false,
    operationId: undefined,
    fragment: undefined,
    requestTotalItemsCountEstimate: false,
  };
}
