import type { HostResponse } from "../base/host-message.js";
import type { Logger, LogFields } from "../base/logger.js";
import type { Exchange } from "./exchange.js";

export interface FailureParts {
  readonly logger: Logger;
  /** A new GUID, upper case. */
  newId(): string;
}

/**
 * Ours, a module's, or a dead dependency: where exceptions of the pipeline end. The client learns an id, the log the rest.
 * @param error its text
 */
export function failedAnswer({ context }: Exchange, where: string, error: string, { logger, newId }: FailureParts, more: LogFields = {}): HostResponse {
  const errorId = newId();
  context.facts.errorId = errorId;
  context.facts.result = "failed";
  logger.error(`a request failed in ${where}`, { errorId, activityId: context.activityId, ...more, error });
  return { status: 500, headers: [["Content-Type", "text/plain;charset=UTF-8"]], body: `The host failed. Its log has the reason under ${errorId}.\n` };
}
