import { shellFaults, unknownShell } from "../../../protocol/wsman/shell-faults.js";
import { auditDecision, onceWritten } from "../audit-decision.js";
import type { Exchange } from "../exchange.js";
import { findRoute } from "../steps/find-route.js";
import type { Step } from "../steps/step.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import type { OpenShell } from "./open-shell.js";
import { toFault } from "../to-fault.js";

/** Verbs that a shell takes while its client is away. */
const ofDisconnected: ReadonlySet<string> = new Set(["Disconnect", "Reconnect", "Connect", "Delete", "Get"]);

/** Verbs with which the client of a shell that failed learns all and cleans up. */
const ofFailed: ReadonlySet<string> = new Set(["Receive", "Signal", "Delete"]);

/**
 * The shell that a request names with the selector ShellId. It belongs to the user who opened it; an administrator may also look at it and
 * delete it. Others cannot tell it from none.
 */
export const findShell: Step = (exchange) => {
  const { request, state } = exchange;
  // Get and Delete of other resources.
  if (exchange.route !== undefined && !exchange.isShell) return undefined;
  const selector = request.selectors.find(({ name }) => name.toLowerCase() === "shellid");
  if (selector === undefined) return (exchange.route === undefined ? noShells(exchange) : undefined) ?? { name: "invalidSelectors", detail: "InsufficientSelectors", message: "The request does not say which shell it is about; send the selector ShellId." };
  const id = typeof selector.value === "string" ? selector.value : "";
  const shell = state.shells.find(id);
  // A resource that has no shells has a better answer; one whose plug-in went with a reload may still have this one.
  if (shell === undefined || shell.facts.resourceUri.toLowerCase() !== exchange.resourceUri.toLowerCase()) {
    const why = state.shells.ended.whyOf(id, exchange.owner) ?? state.parts.farm?.whereIs(id, exchange.context);
    return (exchange.route === undefined && why === undefined ? noShells(exchange) : undefined) ?? unknownShell(id, why);
  }
  if (!mayUse(exchange, shell)) return onceWritten(auditDecision(exchange, false, "shell owner", "the shell belongs to another user"), unknownShell(id, state.shells.ended.whyOf(id, exchange.owner)));
  if (shell.failure !== undefined && !ofFailed.has(request.operation)) return toFault({ kind: "refused", refusal: shell.failure }, shell.plugin);
  if (shell.state === "disconnected" && !ofDisconnected.has(request.operation)) return shellFaults.disconnected;
  exchange.isShell = true;
  exchange.shell = shell;
  exchange.leaveShell = shell.hold();
  exchange.context.facts.plugin = shell.plugin.name;
  return undefined;
};

/** @returns the fault of a resource that has no shells */
function noShells(exchange: Exchange): Fault | undefined {
  const { resourceUri, state } = exchange;
  return state.parts.routes.find(resourceUri, "Shell").kind === "shell" ? undefined : (findRoute(exchange) as Fault | undefined);
}

function mayUse(exchange: Exchange, { facts }: OpenShell): boolean {
  if (facts.owner === exchange.owner) return true;
  const { operation } = exchange.request;
  return (operation === "Get" || operation === "Delete") && (exchange.lease?.sender ?? exchange.sender).isAdministrator;
}
