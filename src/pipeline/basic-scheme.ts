import type { HostRequest } from "../base/host-message.js";
import type { Identity } from "../base/identity.js";
import { parseBasic } from "../protocol/auth/parse-basic.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import type { Verification } from "../store/verify-users.js";
import type { ApplicationAuthentication, AuthenticationScheme, SchemeAnswer } from "./authentication-scheme.js";

/** Answers whether a password is right; `UserVerifier.verify`. `loopback`: the caller is on this machine. */
export type VerifyPassword = (name: string, password: string, source: string, loopback: boolean) => Verification | Promise<Verification>;

const clearText = 'Basic over plain HTTP is only accepted from this machine; use an https binding, or set allowUnencrypted="true" in system.webServer/wsmanor';

/** Basic (RFC 7617). In clear it is accepted from this machine only, unless the operator says otherwise. */
export class BasicScheme implements AuthenticationScheme {
  readonly name = "Basic";
  readonly #verify: VerifyPassword;
  /** One identity per account version, so that what is keyed by it later is found again. */
  readonly #identities = new WeakMap<UserRecord, Identity>();

  constructor(verify: VerifyPassword) {
    this.#verify = verify;
  }

  challenge({ connection }: HostRequest, { allowUnencrypted, realm }: ApplicationAuthentication): { offer: string } | { withheld: string } {
    if (!connection.secure && !connection.loopback && !allowUnencrypted) return { withheld: clearText };
    return { offer: `Basic realm="${realm.replace(/["\\]/gu, "")}"` };
  }

  authenticate(request: HostRequest, authorization: string, settings: ApplicationAuthentication): SchemeAnswer | Promise<SchemeAnswer> {
    const offered = this.challenge(request, settings);
    if ("withheld" in offered) return { kind: "refused", reason: offered.withheld };
    const credentials = parseBasic(authorization);
    if (!credentials.ok) return { kind: "refused", reason: `credentials not readable: ${credentials.error}` };
    const { name, password } = credentials.value;
    const verification = this.#verify(name, password, request.connection.remoteAddress, request.connection.loopback);
    return verification instanceof Promise ? verification.then((value) => this.#answer(value, name)) : this.#answer(verification, name);
  }

  #answer(verification: Verification, name: string): SchemeAnswer {
    switch (verification.kind) {
      case "accepted": return { kind: "accepted", identity: this.#identity(verification.user) };
      case "busy": return { kind: "busy" };
      case "rejected": return { kind: "refused", reason: verification.reason, name };
    }
  }

  #identity(user: UserRecord): Identity {
    let identity = this.#identities.get(user);
    if (identity === undefined) {
      identity = Object.freeze({ name: user.name, authenticationType: "Basic", isAdministrator: user.administrator, environment: user.environment });
      this.#identities.set(user, identity);
    }
    return identity;
  }
}
