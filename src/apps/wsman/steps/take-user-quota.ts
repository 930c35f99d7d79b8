import type { Fault } from "../../../protocol/wsman/fault.js";
import type { Quota } from "../../../sdk/define-authorization-plugin.js";
import { authorizerName } from "../authorizer-name.js";
import type { Exchange } from "../exchange.js";
import { placeSentence } from "../place-sentence.js";
import { commandsOf } from "../shells/who-holds.js";
import type { CountedAs } from "../user-quotas.js";
import type { Step } from "./step.js";

/** The quota that the authorization plug-in gave the user. */
const takeQuota = (exchange: Exchange, as: CountedAs): Fault | undefined => {
  const quota = exchange.lease?.quota;
  if (quota === undefined) return undefined;
  const answer = exchange.state.quotas.enter(exchange.owner, quota, as);
  if (answer.kind === "entered") {
    exchange.leaveQuota = answer.leave;
    return undefined;
  }
  return quotaFault(exchange, quota, answer.kind);
};

/** Counts as one of the user's concurrent operations and in the time slot; deleting a shell gives places back, so it never waits for one. */
export const takeUserQuota: Step = (exchange) => takeQuota(exchange, exchange.request.operation === "Delete" && isShells(exchange) ? "ending" : "topLevel");

const isShells = ({ state, resourceUri }: Exchange): boolean => state.parts.routes.hasShells && (state.parts.routes.find(resourceUri, "Delete").kind === "shell" || state.shellListing.find(resourceUri, "Delete") !== undefined);

/**
 * Follow-on operations count in the time slot only: an enumeration is one operation, however many Pulls it takes, and a command is one, however
 * many Receives wait for it. A Signal is how a command ends: whatever the user has used up, there is always one more.
 */
export const takeFollowOnQuota: Step = (exchange) => takeQuota(exchange, exchange.request.operation === "Signal" || exchange.request.operation === "Release" ? "ending" : "followOn");

function quotaFault(exchange: Exchange, quota: Quota, kind: "concurrent" | "timeslot"): Fault {
  const source = `It comes from the ${authorizerName(exchange.state)}.`;
  if (kind === "concurrent") {
    const commands = commandsOf(exchange, exchange.state.shells);
    const held = commands === "" ? "" : `, among them the commands ${commands}`;
    return {
      name: "quotaLimit", code: 0x803381a6,
      message: `The user ${exchange.sender.senderName} has all ${quota.maxAllowedConcurrentOperations} concurrent operations (maxAllowedConcurrentOperations) in use${held}. End some, such as commands and open enumerations, or try again later. ${source} ${placeSentence(exchange, "maxAllowedConcurrentOperations")}`,
    };
  }
  return {
    name: "quotaLimit", code: 0x803381a7,
    message: `The user ${exchange.sender.senderName} has used all ${quota.maxAllowedOperationsPerTimeslot} operations of ${quota.timeslotSize} seconds (maxAllowedOperationsPerTimeslot). Try again later. ${source} ${placeSentence(exchange, "maxAllowedOperationsPerTimeslot")}`,
  };
}
