import { hostname } from "node:os";
import type { Logger } from "../base/logger.js";
import type { NegotiateProvider } from "../base/negotiate-provider.js";
import { whyNoDigests } from "../pipeline/node-digests.js";
import { NtlmProvider } from "../pipeline/ntlm-provider.js";
import type { FailedAttempts } from "../store/failed-attempts.js";
import type { UsersFile } from "../store/users-file.js";
import { nodeClock } from "./node-clock.js";

/** Providers of Negotiate and NTLM that need no library of the machine: our own NTLM, which knows the users file only. */
export function builtInProviders(users: Pick<UsersFile, "find">, failed: FailedAttempts, logger: Logger): readonly NegotiateProvider[] {
  const unusable = whyNoDigests();
  if (unusable === undefined) return [new NtlmProvider({ accounts: users, failed, clock: nodeClock, computer: hostname() })];
  logger.info("the provider ntlm is left out", { reason: unusable });
  return [];
}
