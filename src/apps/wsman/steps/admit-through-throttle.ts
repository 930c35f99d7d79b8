import type { Step } from "./step.js";

/** The system throttle, before anything costly is done: QuotaSystemWindowOperations in any QuotaSystemWindowSeconds (wsman.md h). */
export const admitThroughThrottle: Step = ({ state, began }) => {
  if (state.throttle.tryEnter(began)) return undefined;
  const { quotaSystemWindowOperations: operations, quotaSystemWindowSeconds: seconds } = state.parts.settings;
  return {
    name: "quotaLimit",
    code: 0x803381a8,
    message: `The quota of ${operations} operations in ${seconds} seconds for this application is exhausted. Try again later, or raise QuotaSystemWindowOperations in OperationsConfiguration.`,
  };
};
