import { randomBytes } from "node:crypto";
import type { Clock } from "../base/clock.js";
import { checkServiceName } from "../base/service-name.js";
import { checkChannelBinding } from "../protocol/auth/ntlm/channel-binding.js";
import { NtlmSession } from "../protocol/auth/ntlm/ntlm-session.js";
import { readAuthenticate, type AuthenticateMessage } from "../protocol/auth/ntlm/read-authenticate.js";
import { readNegotiate } from "../protocol/auth/ntlm/read-negotiate.js";
import { targetNameOf } from "../protocol/auth/ntlm/target-name.js";
import { verifyAuthenticate, type NtlmExchange } from "../protocol/auth/ntlm/verify-authenticate.js";
import { challengeFlags, writeChallenge } from "../protocol/auth/ntlm/write-challenge.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import { sourceOf, type FailedAttempts } from "../store/failed-attempts.js";
import type { NegotiateTarget } from "../base/negotiate-provider.js";
import { nodeDigests } from "./node-digests.js";

export interface NtlmAbilities {
  /** Accounts of the users file, by names as clients give them. */
  readonly accounts: { find(name: string): Promise<UserRecord | undefined> };
  /** Shared with Basic: wrong proofs count like wrong passwords. */
  readonly failed: FailedAttempts;
  readonly clock: Pick<Clock, "wallTime">;
  /** Name of this machine, which clients are told. */
  readonly computer: string;
}

export type NtlmOutcome =
  /** `session`: for signing and sealing, where the client agreed to keys that are good for it. */
  | { readonly kind: "verified"; readonly account: UserRecord; readonly session: NtlmSession | undefined }
  | { readonly kind: "failed"; readonly reason: string; readonly name?: string };

/** Milliseconds from 1601, where FILETIME begins, to 1970. */
const fileTimeEpoch = 11_644_473_600_000n;

/** The three messages of one NTLM login. */
export class NtlmLogin {
  readonly #abilities: NtlmAbilities;
  readonly #target: NegotiateTarget;
  #exchange: Omit<NtlmExchange, "authenticate"> | undefined;

  constructor(abilities: NtlmAbilities, target: NegotiateTarget) {
    this.#abilities = abilities;
    this.#target = target;
  }

  /** Has the client been sent its challenge? */
  get isChallenged(): boolean {
    return this.#exchange !== undefined;
  }

  /** @returns the CHALLENGE_MESSAGE, or what is wrong with the client's first message */
  challenge(negotiate: Uint8Array): Uint8Array | string {
    const read = readNegotiate(negotiate);
    if (!read.ok) return read.error;
    const { clock, computer } = this.#abilities;
    const flags = challengeFlags(read.value.flags);
    const serverChallenge = randomBytes(8);
    const challenge = writeChallenge({ flags, challenge: serverChallenge, computer, time: (BigInt(Math.trunc(clock.wallTime())) + fileTimeEpoch) * 10_000n });
    this.#exchange = { negotiate: new Uint8Array(negotiate), challenge, serverChallenge, flags };
    return challenge;
  }

  /** Looks at the client's proof. A challenge is good for one of them. */
  async verify(authenticate: Uint8Array): Promise<NtlmOutcome> {
    const exchange = this.#exchange;
    this.#exchange = undefined;
    if (exchange === undefined) return { kind: "failed", reason: "a proof without a challenge" };
    const read = readAuthenticate(authenticate);
    if (!read.ok) return { kind: "failed", reason: read.error };
    const message = read.value;
    const outcome = await this.#abilities.failed.attempt(
      sourceOf(this.#target.remoteAddress), () => this.#compare({ ...exchange, authenticate }, message), ({ kind }) => kind === "failed",
    );
    return outcome ?? { kind: "failed", reason: "too-many-attempts", name: nameOf(message) };
  }

  async #compare(exchange: NtlmExchange, message: AuthenticateMessage): Promise<NtlmOutcome> {
    const name = nameOf(message);
    const account = await this.#abilities.accounts.find(name);
    const hash = account?.ntHash === undefined ? randomBytes(16) : Buffer.from(account.ntHash, "hex");
    const verified = verifyAuthenticate(exchange, message, hash, nodeDigests);
    const unbound = checkChannelBinding(message.information, this.#target.channelBinding, this.#target.tokenChecking, nodeDigests);
    const strange = checkServiceName(targetNameOf(message.information), this.#target.serviceNames);
    if (account === undefined) return { kind: "failed", reason: "unknown-user", name };
    if (account.ntHash === undefined) return { kind: "failed", reason: `NTLM is not turned on for the account; wsmanor user passwd ${account.name} --ntlm does it`, name };
    if (!verified.ok) return { kind: "failed", reason: verified.error === "wrong-password" ? verified.error : "the messages of the login were changed on their way", name };
    const reason = unbound ?? strange;
    if (reason !== undefined) return { kind: "failed", reason, name };
    return { kind: "verified", account, session: NtlmSession.canSeal(verified.value) ? new NtlmSession(verified.value, nodeDigests) : undefined };
  }
}

/** The domain is the client's own word and proves nothing: it counts only where an account is written with it, as for Basic. */
const nameOf = ({ domain, user }: AuthenticateMessage): string => (domain === "" ? user : `${domain}\\${user}`);
