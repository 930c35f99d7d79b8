import type { Fault } from "../../../protocol/wsman/fault.js";
import type { HostDuties, PluginAnswer } from "../../../routing/plugin-port.js";
import { senderOf } from "../build-operation-request.js";
import type { Exchange } from "../exchange.js";
import { callContext } from "../operations/call-context.js";
import { errorIdOf, toFault } from "../to-fault.js";

/** Learns what the plug-in leaves to the host, which for some is known only when they have started. @param use gets it, at once or later */
export function askDuties(exchange: Exchange, use: (duties: HostDuties) => Fault | undefined): Fault | undefined | Promise<Fault | undefined> {
  const { target } = exchange.route!;
  const take = (answer: PluginAnswer<HostDuties>): Fault | undefined => {
    if (answer.kind === "answered") return use(answer.value);
    const errorId = errorIdOf(answer);
    if (errorId !== undefined) exchange.context.facts.errorId = errorId;
    return toFault(answer, target);
  };
  const answer = target.duties(senderOf(exchange), callContext(exchange));
  return answer instanceof Promise ? answer.then(take) : take(answer);
}
