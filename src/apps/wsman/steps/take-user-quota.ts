import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Quota } from "../../../sdk/define-authorization-plugin.js";
import { authorizerName } from "../authorizer-name.js";
import type { Exchange } from "../exchange.js";
import type { Step } from "./step.js";

/** The quota that the authorization plug-in gave the user. */
const takeQuota = (exchange: Exchange, topLevel: boolean): Fault | undefined => {
  const quota = exchange.lease?.quota;
  if (quota === undefined) return undefined;
  const answer = exchange.state.quotas.enter(exchange.owner, quota, topLevel);
  if (answer.kind === "entered") {
    exchange.leaveQuota = answer.leave;
    return undefined;
  }
  return quotaFault(exchange, quota, answer.kind);
};

/**
 * Counts as one of the user's concurrent operations and in the time slot. Deleting a shell does not: it is how a user whose commands have all
 * places gets some back.
 */
export const takeUserQuota: Step = (exchange) => takeQuota(exchange, !(exchange.request.operation === "Delete" && isShells(exchange)));

const isShells = ({ state, resourceUri }: Exchange): boolean => state.parts.routes.hasShells && (state.parts.routes.find(resourceUri, "Delete").kind === "shell" || state.shellListing.find(resourceUri, "Delete") !== undefined);

/** Follow-on operations count in the time slot only: an enumeration is one operation, however many Pulls it takes. */
export const takeFollowOnQuota: Step = (exchange) => takeQuota(exchange, false);

function quotaFault(exchange: Exchange, quota: Quota, kind: "concurrent" | "timeslot"): Fault {
  const source = `It comes from the ${authorizerName(exchange.state)}.`;
  if (kind === "concurrent") {
    return {
      name: "quotaLimit", code: 0x803381a6,
      message: `The user ${exchange.sender.senderName} has all ${quota.maxAllowedConcurrentOperations} concurrent operations (maxAllowedConcurrentOperations) in use. End some, such as open enumerations, or try again later. ${source}`,
    };
  }
  return {
    name: "quotaLimit", code: 0x803381a7,
    message: `The user ${exchange.sender.senderName} has used all ${quota.maxAllowedOperationsPerTimeslot} operations of ${quota.timeslotSize} seconds (maxAllowedOperationsPerTimeslot). Try again later. ${source}`,
  };
}
