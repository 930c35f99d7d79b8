import type { ClientCertificate } from "../base/client-certificate.js";
import type { HostRequest } from "../base/host-message.js";
import type { Identity } from "../base/identity.js";
import type { UserRecord } from "../protocol/auth/users-text.js";
import { accountIdentity } from "./account-identity.js";
import type { AuthenticationScheme, SchemeAnswer } from "./authentication-scheme.js";
import { mapCertificate, type CertificateMappingRules, type MappedCertificate } from "./map-certificate.js";
import { whyNotAsked } from "./why-not-asked.js";

/** What stands for the scheme in `Authorization`, with nothing behind it (DSP0226 C.3.5). */
export const certificateProfile = "http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual";

export interface CertificateSchemeSettings {
  readonly mapping: CertificateMappingRules;
  /** Octets of a body that are read before a client is asked for its certificate. */
  readonly preloadLimit: number;
  /** The account of that name as it is now; `undefined`: there is none. */
  findUser(name: string): Promise<UserRecord | undefined>;
}

type Problem = Exclude<SchemeAnswer, { kind: "accepted" }>;

/** Why CertFlags keep somebody out, and IIS's number for it; every other value is 16, untrusted or invalid. */
const byFlags: ReadonlyMap<number, readonly [subStatus: number, reason: string]> = new Map([
  [0x800b010c, [13, "it is revoked"]],
  [0x80092013, [13, "there is no current revocation list of its issuers"]],
  [0x800b0101, [17, "it, or its issuer's, has expired or is not valid yet"]],
  [0x800b0109, [16, "its root is not a trusted one"]],
  [0x800b010a, [16, "there is no chain from it to a trusted root"]],
  [0x800b0110, [16, "it is not for clients"]],
  [0x800b0112, [16, "one of its issuers may not issue any"]],
]);

/**
 * A client certificate as credentials. It has to be valid and mapped to an account: without a mapping nobody comes in. A client says that it
 * means its certificate by sending the profile's address, and is asked for it then where the binding does so late. On a connection that has
 * shown one already a request without `Authorization` is its owner's too, as in IIS; there, one that is of no use is passed over.
 */
export class CertificateScheme implements AuthenticationScheme {
  readonly name = certificateProfile;
  readonly #settings: CertificateSchemeSettings;
  readonly #mapped = new WeakMap<ClientCertificate, MappedCertificate>();
  /** One identity per account version and certificate, so that what is keyed by it later is found again. */
  readonly #identities = new WeakMap<ClientCertificate, { readonly user: UserRecord; readonly identity: Identity }>();

  constructor(settings: CertificateSchemeSettings) {
    this.#settings = settings;
  }

  securityProfiles(secure: boolean): readonly string[] {
    return secure ? [certificateProfile] : [];
  }

  challenge(): { withheld: string } {
    return { withheld: "a client that has a certificate says so by itself: WinRM names no scheme for it in a challenge" };
  }

  async authenticate(request: HostRequest, authorization: string): Promise<SchemeAnswer> {
    if (authorization.trim() !== certificateProfile) return { kind: "refused", reason: "the profile of client certificates has nothing behind it", stage: "credentials" };
    const certificate = await this.#obtain(request);
    if ("kind" in certificate) return certificate;
    const [subStatus, why] = certificate.flags === 0 ? [0, ""] : (byFlags.get(certificate.flags) ?? [16, "it is not valid"]);
    if (subStatus !== 0) return forbidden(subStatus, `the client certificate cannot be used: ${why}`, certificate);
    return this.#map(certificate) ?? { kind: "refused", reason: "no mapping has this client certificate", stage: "mapping", name: certificate.details.subjectName };
  }

  remembered(request: HostRequest): SchemeAnswer | Promise<SchemeAnswer> | undefined {
    const { certificate } = request.certificates.state();
    return certificate === undefined || certificate.flags !== 0 || isOfOtherPage(request) ? undefined : this.#map(certificate);
  }

  /** The certificate of the connection, asked for when nobody has. */
  async #obtain({ connection, certificates }: HostRequest): Promise<ClientCertificate | Problem> {
    if (!connection.secure) return { kind: "refused", reason: "a client certificate needs an https binding", stage: "certificate" };
    const { certificate } = certificates.state();
    if (certificate !== undefined) return certificate;
    const { hresult, isBodyTooLarge } = await certificates.negotiate(this.#settings.preloadLimit);
    if (isBodyTooLarge === true) {
      return { kind: "forbidden", status: 413, subStatus: 0, reason: `the body is larger than the ${this.#settings.preloadLimit} octets that are read before a client is asked for its certificate (serverRuntime uploadReadAheadSize)`, stage: "certificate" };
    }
    return certificates.state().certificate ?? forbidden(7, hresult === 0 ? "the client has no certificate" : whyNotAsked(connection, hresult));
  }

  /** @returns `undefined` when it is nobody's */
  #map(certificate: ClientCertificate): SchemeAnswer | Promise<SchemeAnswer> | undefined {
    const mapped = this.#mapped.get(certificate) ?? mapCertificate(certificate, this.#settings.mapping);
    this.#mapped.set(certificate, mapped);
    switch (mapped.kind) {
      case "denied": return forbidden(12, `the mapping "${mapped.by}" denies this client certificate`, certificate);
      case "unknown": return undefined;
      case "mapped": return this.#find(certificate, mapped.userName);
    }
  }

  /** Looked up for each request: the account may have been removed since the last one. */
  async #find(certificate: ClientCertificate, name: string): Promise<SchemeAnswer> {
    const user = await this.#settings.findUser(name);
    if (user === undefined) return { kind: "refused", reason: "the account that the client certificate is mapped to does not exist", name, stage: "mapping" };
    // What is known of this connection already proves nothing anew, and needs no line in the log.
    const isNew = this.#identities.get(certificate)?.user !== user;
    return { kind: "accepted", identity: this.#identity(certificate, user), ...(isNew ? { stage: "mapped" } : {}) };
  }

  #identity(certificate: ClientCertificate, user: UserRecord): Identity {
    const known = this.#identities.get(certificate);
    if (known?.user === user) return known.identity;
    const identity = accountIdentity(user, "ClientCertificate", { certificate: certificate.details });
    this.#identities.set(certificate, { user, identity });
    return identity;
  }
}

/** A browser shows its owner's certificate whoever has written the page that sends the request; that this is another's, it says. */
function isOfOtherPage({ headers }: HostRequest): boolean {
  const origin = headers.get("origin");
  return origin !== undefined && origin.toLowerCase() !== `https://${(headers.get("host") ?? "").toLowerCase()}`;
}

const forbidden = (subStatus: number, reason: string, certificate?: ClientCertificate): Problem =>
  ({ kind: "forbidden", status: 403, subStatus, reason, stage: "certificate", ...(certificate === undefined ? {} : { name: certificate.details.subjectName }) });
