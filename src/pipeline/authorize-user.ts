import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";
import { challengeResponse } from "./authenticate.js";

/** Nobody comes in without a user, but for what the application itself gives to everybody. */
export const authorizeUser: PipelineModule = {
  name: "authorize-user",
  notification: "authorizeRequest",
  run({ context, application }: Exchange): StageOutcome | Promise<StageOutcome> {
    if (context.user !== undefined || application!.allowsAnonymous(context.request)) return undefined;
    context.facts.result = "unauthenticated";
    context.facts.subStatus = 2;
    return challengeResponse(context.request, application!.authentication);
  },
};
