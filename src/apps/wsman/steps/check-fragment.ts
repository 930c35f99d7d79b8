import { readHostFragment } from "../fragments/read-host-fragment.js";
import { askDuties } from "./ask-duties.js";
import type { Step } from "./step.js";

/** Parts of a representation only where the capability says so; found by the plug-in, or by the host when the plug-in leaves that to it. */
export const checkFragment: Step = (exchange) => {
  const { request, route, resourceUri } = exchange;
  if (request.fragment === undefined) return undefined;
  if (!route!.capability.supportsFragment) {
    return {
      name: "unsupportedFeature", detail: "FragmentLevelAccess",
      message: `${request.operation} of ${resourceUri} does not support fragments; leave out w:FragmentTransfer.`,
    };
  }
  return askDuties(exchange, ({ fragments, classes }) => {
    if (!fragments) return undefined;
    const read = readHostFragment(exchange, classes);
    if (!read.ok) return read.error;
    exchange.part = read.value;
    return undefined;
  });
};
