import type { Step } from "./step.js";

/** Parts of a representation only where the capability says so. */
export const checkFragment: Step = ({ request, route, resourceUri }) => {
  if (request.fragment === undefined || route!.capability.supportsFragment) return undefined;
  return {
    name: "unsupportedFeature", detail: "FragmentLevelAccess",
    message: `${request.operation} of ${resourceUri} does not support fragments; leave out w:FragmentTransfer.`,
  };
};
