import type { Capability } from "../../../base/capability.js";
import type { Operation } from "../../../protocol/wsman/request.js";
import type { Exchange } from "../exchange.js";
import type { FoundRoute } from "../found-route.js";
import type { Step } from "./step.js";

/** The capability that an operation needs. */
const needed: Readonly<Partial<Record<Operation, Capability>>> = {
  Get: "Get", Put: "Put", Create: "Create", Delete: "Delete", Invoke: "Invoke", Enumerate: "Enumerate",
  Subscribe: "Subscribe", Unsubscribe: "Subscribe", RenewSubscription: "Subscribe", GetSubscriptionStatus: "Subscribe", SubscriptionEnd: "Subscribe",
  Command: "Shell", Send: "Shell", Receive: "Shell", Signal: "Shell", Disconnect: "Shell", Reconnect: "Shell", Connect: "Shell",
};

/** Who serves this resource URI and can do this? Each answer has its own fault. */
export const findRoute: Step = (exchange) => {
  const { request, resourceUri, state, context } = exchange;
  const capability = needed[request.operation];
  if (capability === undefined) return notSupported(request.operation === "Unknown" ? `No standard has the action ${request.action}.` : `${request.operation} is not supported.`);
  const answer = state.parts.routes.find(resourceUri, capability);
  switch (answer.kind) {
    case "noSuchUri": {
      const listing = state.parts.routes.hasShells ? state.shellListing.find(resourceUri, capability, exchange.owner) : undefined;
      if (listing !== undefined) return take(exchange, listing);
      return { name: "destinationUnreachable", detail: "InvalidResourceURI", message: `No plug-in of this application serves the resource URI ${resourceUri}.${adviceFor(state)}` };
    }
    case "notCapable":
      return notSupported(`The resource ${resourceUri} does not support ${capability}; it supports ${answer.capabilities.join(", ") || "nothing"}.`);
    case "shell":
      context.facts.plugin = answer.target.name;
      if (!ofShells.has(request.operation)) return notSupported(`The resource ${resourceUri} is a shell's; ${request.operation} is not supported.`);
      exchange.isShell = true;
      exchange.route = { kind: "found", target: answer.target, resource: answer.resource, capability: shellCapability };
      return undefined;
    case "found":
      context.facts.plugin = answer.target.name;
      if (capability === "Subscribe") return notSupported(`The resource ${resourceUri} has subscriptions, which are not served by this version.`);
      return take(exchange, answer);
  }
};

/** What the shell engine does of the operations that other resources have too. */
const ofShells: ReadonlySet<Operation> = new Set<Operation>(["Create", "Get", "Delete"]);
const shellCapability = Object.freeze({ type: "Shell" as const, supportsFragment: false, supportsFiltering: false });

function take(exchange: Exchange, route: FoundRoute): undefined {
  exchange.route = route;
}

const notSupported = (message: string) => ({ name: "actionNotSupported", message }) as const;

const pluginList = "http://schemas.microsoft.com/wbem/wsman/1/config/plugin";

/** Where the client finds what there is; nothing when the application does not tell. */
const adviceFor = ({ parts }: Exchange["state"]): string =>
  parts.routes.find(pluginList, "Enumerate").kind === "found" ? " `wsmanor enumerate plugin` lists what is served." : "";
