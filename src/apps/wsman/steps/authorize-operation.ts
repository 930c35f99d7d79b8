import type { AuthorizedOperation } from "../../../sdk/define-authorization-plugin.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import { requestActions } from "../../../protocol/wsman/write-request.js";
import type { Operation } from "../../../protocol/wsman/request.js";
import type { OperationAnswer, UserLease } from "../../../routing/authorizer.js";
import { accessDenied } from "../access-denied.js";
import { authorizerName } from "../authorizer-name.js";
import { auditDecision, onceWritten } from "../audit-decision.js";
import type { Exchange } from "../exchange.js";
import { withinDeadline } from "../within-deadline.js";
import type { Step } from "./step.js";

/** WSManPluginAuthzOperation's operations; follow-on ones have none of their own. */
const asked: Readonly<Partial<Record<Operation, AuthorizedOperation>>> = {
  Get: "Get", Put: "Put", Create: "Create", Delete: "Delete", Invoke: "Invoke", Enumerate: "Enumerate", Subscribe: "Subscribe", Command: "Command",
};

/** May this user do that to this resource? Asked before anybody learns whether the resource exists. */
export const authorizeOperation: Step = (exchange) => {
  const operation = asked[exchange.request.operation];
  if (operation === undefined) return undefined;
  if (exchange.lease === undefined) return onceWritten(auditDecision(exchange, true, undefined), undefined);
  return decide(exchange, exchange.lease, { operation, action: exchange.request.action });
};

/** A Put of a part reads the whole first, and its answer shows some of what was read: whoever may not Get may not do that either. */
export const authorizeReading: Step = (exchange) => {
  const { part, lease } = exchange;
  return part === undefined || lease === undefined ? undefined : decide(exchange, lease, { operation: "Get", action: requestActions.Get });
};

interface Asked {
  readonly operation: AuthorizedOperation;
  readonly action: string;
}

function decide(exchange: Exchange, lease: UserLease, of: Asked): Fault | undefined | Promise<Fault | undefined> {
  const answer = lease.authorizeOperation(of.operation, of.action, exchange.resourceUri);
  return answer instanceof Promise ? waitForAnswer(exchange, answer, of) : take(exchange, answer, of);
}

async function waitForAnswer(exchange: Exchange, pending: Promise<OperationAnswer>, of: Asked): Promise<Fault | undefined> {
  const answer = await withinDeadline(exchange, pending);
  if (answer !== "late") return take(exchange, answer, of);
  return take(exchange, { allowed: false, isUndecided: true, reason: `${authorizerName(exchange.state)} has not decided about ${of.operation} within the request's time` }, of);
}

function take(exchange: Exchange, answer: OperationAnswer, of: Asked): Fault | undefined | Promise<Fault | undefined> {
  const written = auditDecision(exchange, answer.allowed, exchange.state.parts.authorizer?.plugin, answer.allowed ? undefined : answer.reason, of);
  return onceWritten(written, answer.allowed ? undefined : accessDenied(exchange, answer, `The user may not use ${of.operation} on ${exchange.resourceUri}.`));
}
