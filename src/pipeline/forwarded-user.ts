import type { HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import { AccountIdentities, type FindAccount } from "./account-identity.js";
import { challengeResponse } from "./authenticate.js";
import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";

/**
 * Takes the word of a declared proxy for who is calling, where the operator lets it have one. The rights are those of the account of that
 * name in the users file. What the client sent in `Authorization` was for the proxy, which has looked at it.
 */
export class ForwardedUser implements PipelineModule {
  readonly name = "forwarded-user";
  readonly notification = "authenticateRequest";
  readonly #identities = new AccountIdentities("Forwarded");

  /** @param find by the name as the proxy says it */
  constructor(private readonly find: FindAccount, private readonly logger: Logger) {}

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    return exchange.forwardedUser === undefined ? undefined : this.#admit(exchange, exchange.forwardedUser);
  }

  async #admit(exchange: Exchange, name: string): Promise<HostResponse | undefined> {
    const { context } = exchange;
    const account = await this.find(name);
    if (account !== undefined) {
      context.user = this.#identities.of(account);
      return undefined;
    }
    context.facts.result = "unauthenticated";
    this.logger.warn("authentication refused", { activityId: context.activityId, reason: "the proxy names a user who has no account here", user: name, client: context.request.connection.remoteAddress, secure: context.request.connection.secure });
    return challengeResponse(context.request, exchange.application!.authentication);
  }
}
