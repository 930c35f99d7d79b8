import type { Exchange } from "./exchange.js";
import type { AuditDecision } from "./wsman-parts.js";

/** A step's outcome, as soon as the decision it rests on is taken down. */
export const onceWritten = <T>(written: Promise<void> | undefined, outcome: T): T | Promise<T> => (written === undefined ? outcome : written.then(() => outcome));

/**
 * One line of the audit log; a denial also stands in the log, with whom it was about and as whom the request would have run.
 * @param reason of a denial
 * @param of what was decided about, where that is not simply the request
 * @returns resolves when the decision may take effect; `undefined`: at once
 */
export function auditDecision(
  exchange: Exchange, allowed: boolean, by: { readonly name: string } | string | undefined, reason?: string, of: Pick<AuditDecision, "operation" | "action"> = exchange.request,
): Promise<void> | undefined {
  const { state, context, sender, lease } = exchange;
  const { parts } = state;
  const { activityId } = context;
  const { operation, action } = of;
  const user = sender.senderName;
  const written = parts.audit({
    activityId, user, operation, action, allowed,
    resourceUri: exchange.resourceUri,
    by: by === undefined ? "site" : typeof by === "string" ? by : `authorization plug-in "${by.name}"`,
    reason,
  });
  if (reason === undefined) return written;
  const runsAs = lease?.sender.senderName;
  parts.logger.warn(`denied: ${reason}`, { activityId, user, ...(runsAs === undefined || runsAs === user ? {} : { runsAs }), action, resourceUri: exchange.resourceUri });
  return written;
}
