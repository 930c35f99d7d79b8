import { hostname } from "node:os";
import type { Logger } from "../base/logger.js";
import type { NegotiateProvider } from "../pipeline/negotiate-provider.js";
import { whyNoDigests } from "../pipeline/node-digests.js";
import { NtlmProvider } from "../pipeline/ntlm-provider.js";
import type { FailedAttempts } from "../store/failed-attempts.js";
import type { UsersFile } from "../store/users-file.js";
import { nodeClock } from "./node-clock.js";

/**
 * Who answers Negotiate, NTLM and Kerberos, in the order they are asked whether a token is theirs.
 * @param others with libraries of the machine; before our own NTLM, which knows the users file only
 */
export function negotiateProviders(users: UsersFile, failed: FailedAttempts, logger: Logger, others: readonly NegotiateProvider[] = []): readonly NegotiateProvider[] {
  const unusable = whyNoDigests();
  if (unusable !== undefined) {
    logger.info("the provider ntlm is left out", { reason: unusable });
    return others;
  }
  return [...others, new NtlmProvider({ accounts: users, failed, clock: nodeClock, computer: hostname() })];
}
