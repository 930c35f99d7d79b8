import { FewTexts } from "../../base/few-texts.js";
import { namespaces } from "./namespaces.js";
import type { Operation, WsmanRequest } from "./request.js";

const families: readonly (readonly [base: string, names: Readonly<Record<string, Operation>>])[] = [
  [namespaces.x, { Get: "Get", Put: "Put", Create: "Create", Delete: "Delete" }],
  [namespaces.n, { Enumerate: "Enumerate", Pull: "Pull", Release: "Release", Renew: "RenewEnumeration", GetStatus: "GetEnumerationStatus" }],
  [
    namespaces.e,
    { Subscribe: "Subscribe", Unsubscribe: "Unsubscribe", Renew: "RenewSubscription", GetStatus: "GetSubscriptionStatus", SubscriptionEnd: "SubscriptionEnd" },
  ],
  [
    namespaces.rsp,
    { Command: "Command", Send: "Send", Receive: "Receive", Signal: "Signal", Disconnect: "Disconnect", Reconnect: "Reconnect", Connect: "Connect" },
  ],
];

/** Action URI to operation. URIs compare exactly; the standard gives no other rule. */
export const actions: ReadonlyMap<string, Operation> = new Map(
  families.flatMap(([base, names]) => Object.entries(names).map(([name, operation]) => [`${base}/${name}`, operation] as const)),
);

/** Whose actions no resource may make its own: the standards' and the protocol's other messages. */
const reserved: ReadonlySet<string> = new Set([
  ...families.map(([base]) => base), "http://schemas.dmtf.org/wbem/wsman/1/wsman", "http://schemas.microsoft.com/wbem/wsman/1/wsman", namespaces.a,
]);

/**
 * An action that no table knows is a custom one, a method of the resource, unless its name is the standards' to
 * give: `…/enumeration/DeEnumerate` must never reach a plug-in as a method.
 */
export function operationOf(action: string): Operation {
  return actions.get(action) ?? (reserved.has(action.slice(0, Math.max(0, action.lastIndexOf("/")))) ? "Unknown" : "Invoke");
}

/** Action of the answer: the request's with `Response` behind it. Identify's answer has none. */
export function responseAction(request: Pick<WsmanRequest, "operation" | "action">): string {
  return request.operation === "Identify" ? "" : responseActions.of(request.action);
}

const responseActions = new FewTexts((action) => `${action}Response`);
