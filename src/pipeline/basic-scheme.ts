import { hash, randomBytes } from "node:crypto";
import type { HostConnection, HostRequest } from "../base/host-message.js";
import type { Identity } from "../base/identity.js";
import { parseBasic } from "../protocol/auth/parse-basic.js";
import type { Verification } from "../store/verify-users.js";
import { AccountIdentities } from "./account-identity.js";
import type { ApplicationAuthentication, AuthenticationScheme, SchemeAnswer } from "./authentication-scheme.js";

/** Answers whether a password is right; `UserVerifier.verify`. `loopback`: the caller is on this machine. */
export type VerifyPassword = (name: string, password: string, source: string, loopback: boolean) => Verification | Promise<Verification>;

const clearText = 'Basic over plain HTTP is only accepted from this machine; use an https binding, or set allowUnencrypted="true" in system.webServer/wsmanor';

/** Header values whose credentials stand, at most. */
const mostKnown = 1000;

interface Known {
  readonly identity: Identity;
  readonly holds: () => boolean;
}

/** Who sees the address of this machine in the same line of the log asks why. */
const behindProxy = 'in front of this connection is a proxy, so Basic is only accepted where the binding declares it with <proxy> and it says that the client came over TLS, or is on this machine (docs/behind-a-proxy.md); or set allowUnencrypted="true" in system.webServer/wsmanor';

/** Basic (RFC 7617). In clear it is accepted from this machine only, unless the operator says otherwise. */
export class BasicScheme implements AuthenticationScheme {
  readonly name = "Basic";
  readonly #verify: VerifyPassword;
  readonly #identities = new AccountIdentities("Basic");

  /** By keyed hash of the header value, so that a dump of this process holds no password. The oldest is forgotten first. */
  readonly #known = new Map<string, Known>();
  readonly #key = randomBytes(32).toString("hex");

  constructor(verify: VerifyPassword) {
    this.#verify = verify;
  }

  securityProfiles(secure: boolean): readonly string[] {
    return [`http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/${secure ? "https" : "http"}/basic`];
  }

  challenge({ connection }: HostRequest, settings: ApplicationAuthentication): { offer: string } | { withheld: string } {
    if (!isOffered(connection, settings)) return { withheld: whyNot(connection) };
    return { offer: `Basic realm="${settings.realm.replace(/["\\]/gu, "")}"` };
  }

  authenticate(request: HostRequest, authorization: string, settings: ApplicationAuthentication): SchemeAnswer | Promise<SchemeAnswer> {
    if (!isOffered(request.connection, settings)) return { kind: "refused", reason: whyNot(request.connection) };
    const key = hash("sha256", this.#key + authorization, "base64");
    const known = this.#known.get(key);
    if (known?.holds() === true) return { kind: "accepted", identity: known.identity };
    const credentials = parseBasic(authorization);
    if (!credentials.ok) return { kind: "refused", reason: `credentials not readable: ${credentials.error}` };
    const { name, password } = credentials.value;
    const verification = this.#verify(name, password, request.connection.remoteAddress, request.connection.loopback);
    return verification instanceof Promise ? verification.then((value) => this.#answer(value, name, key)) : this.#answer(verification, name, key);
  }

  #answer(verification: Verification, name: string, key: string): SchemeAnswer {
    this.#known.delete(key);
    switch (verification.kind) {
      case "accepted": {
        const identity = this.#identities.of(verification.user);
        if (verification.holds !== undefined) this.#remember(key, { identity, holds: verification.holds });
        return { kind: "accepted", identity, stage: "verified" };
      }
      case "busy": return { kind: "busy" };
      case "rejected": return { kind: "refused", reason: verification.reason, name };
    }
  }

  #remember(key: string, known: Known): void {
    this.#known.set(key, known);
    if (this.#known.size > mostKnown) this.#known.delete(this.#known.keys().next().value!);
  }
}

const isOffered = ({ secure, loopback }: HostConnection, { allowUnencrypted }: ApplicationAuthentication): boolean => secure || loopback || allowUnencrypted;

const whyNot = ({ proxied }: HostConnection): string => (proxied === undefined ? clearText : behindProxy);
