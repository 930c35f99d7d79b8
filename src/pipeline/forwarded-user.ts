import type { Identity } from "../base/identity.js";
import type { HostResponse } from "../base/host-message.js";
import type { Logger } from "../base/logger.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import { challengeResponse } from "./authenticate.js";
import type { Exchange, PipelineModule, StageOutcome } from "./exchange.js";

/** The account of a name as the proxy says it; nothing for one that is no account here. */
export type FindAccount = (name: string) => Promise<UserRecord | undefined>;

/**
 * Takes the word of a declared proxy for who is calling, where the operator lets it have one. The rights are those of the account of that
 * name in the users file. What the client sent in `Authorization` was for the proxy, which has looked at it.
 */
export class ForwardedUser implements PipelineModule {
  readonly name = "forwarded-user";
  readonly notification = "authenticateRequest";
  /** One identity per account version, so that what is keyed by it later is found again. */
  readonly #identities = new WeakMap<UserRecord, Identity>();

  constructor(private readonly find: FindAccount, private readonly logger: Logger) {}

  run(exchange: Exchange): StageOutcome | Promise<StageOutcome> {
    return exchange.forwardedUser === undefined ? undefined : this.#admit(exchange, exchange.forwardedUser);
  }

  async #admit(exchange: Exchange, name: string): Promise<HostResponse | undefined> {
    const { context } = exchange;
    const account = await this.find(name);
    if (account !== undefined) {
      context.user = this.#identity(account);
      return undefined;
    }
    context.facts.result = "unauthenticated";
    this.logger.warn("authentication refused", { activityId: context.activityId, reason: "the proxy names a user who has no account here", user: name, client: context.request.connection.remoteAddress, secure: context.request.connection.secure });
    return challengeResponse(context.request, exchange.application!.authentication);
  }

  #identity(account: UserRecord): Identity {
    let identity = this.#identities.get(account);
    if (identity === undefined) {
      identity = Object.freeze({ name: account.name, authenticationType: "Forwarded", isAdministrator: account.administrator, environment: account.environment });
      this.#identities.set(account, identity);
    }
    return identity;
  }
}
