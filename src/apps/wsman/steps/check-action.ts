import { isNCName } from "../../../protocol/xml/characters.js";
import type { Step } from "./step.js";

/**
 * A method is the resource's own: its action is the resource URI, or the URI under which a plug-in serves it, then a slash and the
 * method's name (MS-WSMV, custom actions). An action of somebody else must reach no plug-in, whatever it ends with: what was authorized
 * would not be what is done.
 */
export const checkAction: Step = (exchange) => {
  const { request, route, resourceUri } = exchange;
  const { action } = request;
  for (const base of [resourceUri, route!.resource.resourceUri]) {
    const start = base.endsWith("/") ? base : `${base}/`;
    if (action.length <= start.length || action.slice(0, start.length).toLowerCase() !== start.toLowerCase()) continue;
    const method = action.slice(start.length);
    if (!isNCName(method)) continue;
    exchange.method = method;
    return undefined;
  }
  return { name: "actionNotSupported", message: `The action ${action} is no method of the resource ${resourceUri}; a method's action is the resource URI, a slash and its name.` };
};
