import { X509Certificate } from "node:crypto";
import type { ClientCertificate } from "../../base/client-certificate.js";
import type { CertificateDetails } from "../../base/identity.js";
import { nameText } from "../../protocol/x509/read-name.js";
import { pemBlocks } from "../../protocol/x509/pem-blocks.js";
import { certificateFlags, flagsOfVerdict } from "./certificate-flags.js";
import { findPath } from "./find-path.js";
import { KnownCertificate } from "./known-certificate.js";
import { RevocationLists } from "./revocation-lists.js";

/** A certificate as somebody shows it. */
export interface ShownCertificate {
  readonly der: Uint8Array;
  /** DER of others that came along, in any order. */
  readonly chain: readonly Uint8Array[];
  /** What OpenSSL said in the handshake; `undefined`: nothing against it. `null`: it was not asked, as the certificate came otherwise. */
  readonly verdict: string | undefined | null;
}

export interface TrustSettings {
  /** PEM; `undefined`: Node's list. */
  readonly issuers: string | undefined;
  /** PEM; `undefined`: nobody asks whether a certificate is revoked. */
  readonly revocationLists: string | undefined;
}

let nodeRoots: readonly KnownCertificate[] | undefined;

/**
 * Says whether client certificates are valid: a chain to an issuer that is trusted, dates, purpose, revocation lists. What OpenSSL found in
 * a handshake comes on top: either of them can refuse, and neither can let in alone.
 */
export class CertificateTrust {
  readonly #issuers: () => readonly KnownCertificate[];
  readonly #lists: RevocationLists | undefined;

  /** @throws naming what of the settings cannot be read */
  constructor({ issuers, revocationLists }: TrustSettings) {
    const own = issuers === undefined ? undefined : readIssuers(issuers);
    this.#issuers = () => own ?? (nodeRoots ??= readNodeRoots());
    this.#lists = revocationLists === undefined ? undefined : new RevocationLists(revocationLists);
  }

  /** @param now milliseconds since 1970 */
  verify(shown: ShownCertificate, now: number): ClientCertificate {
    const leaf = KnownCertificate.read(shown.der);
    if (leaf === undefined) return { der: shown.der, flags: certificateFlags.noChain, details: { subject: "", issuerName: "", issuerThumbprint: "", subjectName: "" } };
    const others = shown.chain.slice(0, mostOthers).map((der) => KnownCertificate.read(der)).filter((known) => known !== undefined);
    const { path, isWhole } = findPath(leaf, others, this.#issuers());
    const own = isWhole ? this.#judge(path, now, shown.verdict !== null) : path.at(-1)!.isSelfIssued ? certificateFlags.unknownRoot : certificateFlags.noChain;
    const flags = own === certificateFlags.valid && shown.verdict !== null ? flagsOfVerdict(shown.verdict) : own;
    return { der: shown.der, flags, details: detailsOf(leaf, path[1] ?? (leaf.isSelfIssued ? leaf : undefined)) };
  }

  /** What is wrong with a chain that leads to a trusted issuer, the worst first. */
  #judge(path: readonly KnownCertificate[], now: number, byOpenSsl: boolean): number {
    const issuers = path.slice(1);
    if (path.some((each) => each.hasUnknownCritical(byOpenSsl))) return certificateFlags.noChain;
    // The trusted one at the end signs nothing but itself.
    if (path.slice(0, -1).some((each) => !each.isSignedWell)) return certificateFlags.noChain;
    if (issuers.some((each, index) => !each.maySign(index))) return certificateFlags.untrustedIssuer;
    const revocation = this.#lists === undefined ? certificateFlags.valid : this.#lists.check(path, now);
    if (revocation === certificateFlags.revoked) return revocation;
    if (path.some(({ content }) => now < content.notBefore || now > content.notAfter)) return certificateFlags.expired;
    if (path.some((each, index) => !each.isForClients(index === 0))) return certificateFlags.wrongPurpose;
    return revocation;
  }
}

/** Read when the first certificate has to be verified by them: there are many. */
const readNodeRoots = (): readonly KnownCertificate[] =>
  process.getBuiltinModule("node:tls").rootCertificates.map((pem) => KnownCertificate.read(new X509Certificate(pem).raw)).filter((known) => known !== undefined);

/** Certificates besides its own that a client may show. */
const mostOthers = 10;

function readIssuers(pem: string): readonly KnownCertificate[] {
  const blocks = pemBlocks(pem, "CERTIFICATE");
  if (blocks.length === 0) throw new Error("there is no PEM certificate in it");
  return blocks.map((der, index) => {
    const known = der === undefined ? undefined : KnownCertificate.read(der);
    if (known === undefined) throw new Error(`its certificate number ${index + 1} cannot be read`);
    return known;
  });
}

function detailsOf({ content }: KnownCertificate, issuer: KnownCertificate | undefined): CertificateDetails {
  const { principals, dns } = content.alternativeNames;
  return {
    subject: nameText(content.subject),
    issuerName: nameText(content.issuer),
    issuerThumbprint: issuer?.thumbprint ?? "",
    subjectName: principals[0] ?? dns[0] ?? content.subject.findLast(({ type }) => type === "CN")?.value ?? "",
  };
}
