import { placeSentence } from "../place-sentence.js";
import type { Step } from "./step.js";

/**
 * The system throttle, before anything costly is done: QuotaSystemWindowOperations in any QuotaSystemWindowSeconds. What
 * counts is the moment of admission: a request whose body was slow began long before others that were admitted already.
 */
export const admitThroughThrottle: Step = (exchange) => {
  const { state } = exchange;
  if (state.throttle.tryEnter(state.parts.clock.now())) return undefined;
  const { quotaSystemWindowOperations: operations, quotaSystemWindowSeconds: seconds } = state.parts.settings;
  return {
    name: "quotaLimit",
    code: 0x803381a8,
    message: `The quota of ${operations} operations in ${seconds} seconds for this application is exhausted (QuotaSystemWindowOperations). Try again later. ${placeSentence(exchange, "quotaSystemWindowOperations")}`,
  };
};
