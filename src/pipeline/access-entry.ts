import type { Clock } from "../base/clock.js";
import type { Exchange } from "./exchange.js";
import type { AccessEntry } from "./pipeline-settings.js";

/** The line of a request. @param started monotonic milliseconds */
export function accessEntry({ context, site, proxyLogId }: Exchange, status: number, started: number, clock: Clock): AccessEntry {
  const { request, facts } = context;
  return {
    time: clock.wallTime(),
    activityId: context.activityId,
    client: request.connection.remoteAddress,
    user: context.user?.name,
    method: request.method,
    path: request.path,
    site: site?.name,
    action: facts.action,
    resourceUri: facts.resourceUri,
    plugin: facts.plugin,
    result: facts.result,
    messageId: facts.messageId,
    errorId: facts.errorId,
    proxyLogId,
    status,
    subStatus: facts.subStatus,
    milliseconds: clock.now() - started,
  };
}
