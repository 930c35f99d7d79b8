import type { HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { Exchange } from "./exchange.js";

/** Why a guard does not let a request through. */
export interface Refusal {
  readonly status: number;
  /** As IIS numbers it (`403.7`); for the log, never for the client. */
  readonly subStatus?: number;
  /** The section that says so: `security/access`. */
  readonly section: string;
  readonly reason: string;
}

/** Says in the log why a request is refused, and in the answer only that it is. */
export function refuseRequest({ context }: Exchange, { status, subStatus, section, reason }: Refusal, logger: Logger): HostResponse {
  const { request, activityId, facts } = context;
  facts.result = "refused";
  if (subStatus !== undefined) facts.subStatus = subStatus;
  logger.warn("request refused", {
    activityId, section, reason, status: subStatus === undefined ? String(status) : `${status}.${subStatus}`,
    client: request.connection.remoteAddress, user: context.user?.name, path: request.path,
  });
  return { status, headers: [] };
}
