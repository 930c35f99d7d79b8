import type { HostRequest, HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { Exchange, PipelineModule } from "./exchange.js";
import { plainAnswer } from "./plain-answer.js";
import { takesClear } from "./takes-clear.js";

/**
 * Stands around the application for those who have logged in with Negotiate, NTLM or Kerberos: refuses what came in clear over plain HTTP, and
 * answers the empty message that only ends a login.
 */
export function refuseClear(handler: PipelineModule, logger: Logger): PipelineModule {
  return {
    ...handler,
    run(exchange) {
      const { login, sealing, handled, context: { request } } = exchange;
      if (login === undefined) exchange.unopened = "passed";
      if (login === undefined || sealing !== undefined) return handler.run(exchange);
      const isAnswered = handled !== undefined && mayBeClear(exchange);
      if (login.completesLogin === true && request.method === "POST" && isEmpty(request) && !isAnswered) {
        exchange.context.facts.result = "ok";
        return { status: 200, headers: [] };
      }
      return mayBeClear(exchange) ? handler.run(exchange) : refuse(exchange, logger);
    },
  };
}

const isEmpty = ({ headers }: HostRequest): boolean => headers.get("transfer-encoding") === undefined && (headers.get("content-length") ?? "0") === "0";

/** What is for everybody may always be, where it is answered to nobody in particular. */
const mayBeClear = (exchange: Exchange): boolean => takesClear(exchange) || (exchange.context.user === undefined && exchange.application!.allowsAnonymous(exchange.context.request));

function refuse({ context }: Exchange, logger: Logger): HostResponse {
  context.facts.result = "unencrypted";
  logger.warn('a clear body over plain HTTP refused; clients are to seal it or to use https, or set allowUnencrypted="true" in system.webServer/wsmanor', { activityId: context.activityId, user: context.user?.name });
  return plainAnswer(403, "Over plain HTTP this service takes sealed messages only (multipart/encrypted). Turn message encryption on in the client, or use https.");
}
