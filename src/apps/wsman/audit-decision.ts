import type { Exchange } from "./exchange.js";

/** One line of the audit log. */
export function auditDecision(exchange: Exchange, allowed: boolean, by: { readonly name: string } | string | undefined): void {
  const { state, context, request, sender } = exchange;
  state.parts.audit({
    activityId: context.activityId,
    user: sender.senderName,
    operation: request.operation,
    action: request.action,
    resourceUri: exchange.resourceUri,
    allowed,
    by: by === undefined ? "site" : typeof by === "string" ? by : `authorization plug-in "${by.name}"`,
  });
}
