import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Admission } from "../../../routing/authorizer.js";
import { accessDenied } from "../access-denied.js";
import { authorizerName } from "../authorizer-name.js";
import type { Exchange } from "../exchange.js";
import { redirectFault } from "../to-fault.js";
import { withinDeadline } from "../within-deadline.js";
import { auditDecision, onceWritten } from "../audit-decision.js";
import type { Step } from "./step.js";

/** May this user come in? Without an authorization plug-in every authenticated user may. */
export const admitUser: Step = (exchange) => {
  const { authorizer } = exchange.state.parts;
  if (authorizer === undefined) return undefined;
  const admission = authorizer.admit(exchange.sender);
  return admission instanceof Promise ? waitForAdmission(exchange, admission) : take(exchange, admission);
};

async function waitForAdmission(exchange: Exchange, pending: Promise<Admission>): Promise<Fault | undefined> {
  const admission = await withinDeadline(exchange, pending, (late) => {
    if (late.kind === "admitted") late.lease.giveBack();
  });
  return take(exchange, admission === "late" ? tooSlow(exchange) : admission);
}

/** Nobody comes in because nobody said no in time. */
function tooSlow({ state, sender }: Exchange): Admission {
  return { kind: "denied", isUndecided: true, reason: `${authorizerName(state)} has not decided about ${sender.senderName} within the request's time` };
}

function take(exchange: Exchange, admission: Admission): Fault | undefined | Promise<Fault> {
  if (admission.kind === "admitted") {
    exchange.lease = admission.lease;
    return undefined;
  }
  const plugin = exchange.state.parts.authorizer!.plugin;
  const written = auditDecision(exchange, false, plugin, admission.kind === "denied" ? admission.reason : `${authorizerName(exchange.state)} sends the user to ${admission.url}`);
  const fault: Fault = admission.kind === "denied" ? accessDenied(exchange, admission, "The user may not use this application.") : redirectFault(admission.url, plugin ?? { name: "", filename: "" });
  return onceWritten(written, fault);
}
