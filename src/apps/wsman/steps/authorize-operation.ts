import type { AuthorizedOperation } from "../../../sdk/define-authorization-plugin.js";
import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Operation } from "../../../protocol/wsman/request.js";
import type { OperationAnswer } from "../../../routing/authorizer.js";
import { authorizerName } from "../authorizer-name.js";
import { auditDecision } from "../audit-decision.js";
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
  if (exchange.lease === undefined) return auditDecision(exchange, true, undefined)?.then(noFault);
  const answer = exchange.lease.authorizeOperation(operation, exchange.request.action, exchange.resourceUri);
  return answer instanceof Promise ? waitForAnswer(exchange, answer) : take(exchange, answer);
};

async function waitForAnswer(exchange: Exchange, pending: Promise<OperationAnswer>): Promise<Fault | undefined> {
  const answer = await withinDeadline(exchange, pending);
  if (answer !== "late") return take(exchange, answer);
  return take(exchange, { allowed: false, reason: `${authorizerName(exchange.state)} has not decided about ${exchange.request.operation} within the request's time` });
}

function take(exchange: Exchange, answer: OperationAnswer): Fault | undefined | Promise<Fault | undefined> {
  const written = auditDecision(exchange, answer.allowed, exchange.state.parts.authorizer?.plugin, answer.allowed ? undefined : answer.reason);
  if (answer.allowed) return written?.then(noFault);
  const fault: Fault = { name: "accessDenied", message: `The user may not use ${exchange.request.operation} on ${exchange.resourceUri}.` };
  return written === undefined ? fault : written.then(() => fault);
}

const noFault = (): undefined => undefined;
