import type { Step } from "./step.js";

/**
 * By default no options are supported, and a request that has any is refused. Where they are supported the plug-in decides about each,
 * because only it knows them. An empty set asks for nothing.
 */
export const checkOptions: Step = ({ request, route, resourceUri }) => {
  if (request.options.length === 0 || route!.resource.supportsOptions) return undefined;
  return {
    name: "unsupportedFeature", detail: "OptionSet",
    message: `The resource ${resourceUri} takes no options; leave out w:OptionSet (it has ${request.options.map(({ name }) => name).join(", ")}).`,
  };
};
