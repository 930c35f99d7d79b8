import { operationTime } from "../operation-deadline.js";
import type { Step } from "./step.js";

/** OperationTimeout and MaxEnvelopeSize: the host's values when absent, capped by them when larger (MS-WSMV). */
export const setLimits: Step = (exchange) => {
  const { request, state, began } = exchange;
  exchange.deadline = began + operationTime(request.operationTimeout, state.parts.settings.maxOperationTimeoutSeconds * 1000);
  exchange.envelopeLimit = Math.min(request.maxEnvelopeSize ?? state.maxEnvelopeSize, state.maxEnvelopeSize);
  return undefined;
};
