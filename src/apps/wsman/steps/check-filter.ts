import { dialects } from "../../../protocol/wsman/namespaces.js";
import type { Step } from "./step.js";

/** A filter only where the capability says so, and only in the dialect that this version speaks. The plug-in applies it. */
export const checkFilter: Step = ({ enumerate, route, resourceUri }) => {
  const filter = enumerate!.filter;
  if (filter === undefined) return undefined;
  if (!route!.capability.supportsFiltering) {
    return { name: "filterDialectRequestedUnavailable", supported: [], message: `The resource ${resourceUri} does not filter; enumerate without a filter.` };
  }
  if (filter.dialect === dialects.selector) return undefined;
  return { name: "filterDialectRequestedUnavailable", supported: [dialects.selector], message: `The filter dialect ${filter.dialect} is not supported for ${resourceUri}.` };
};
