import { X509Certificate } from "node:crypto";
import { keyUsageBits, readCertificate, type CertificateContent } from "../../protocol/x509/read-certificate.js";

/** Extensions that are looked at here, and those that OpenSSL sees to in a handshake: constraints on names and policies. */
const handled = new Set(["2.5.29.15", "2.5.29.19", "2.5.29.37", "2.5.29.17", "2.5.29.31", "2.5.29.32", "2.5.29.35", "2.5.29.14"]);
const handledByOpenSsl = new Set(["2.5.29.30", "2.5.29.36", "2.5.29.54", "2.5.29.33"]);

const clientAuthentication = "1.3.6.1.5.5.7.3.2";
const anyPurpose = "2.5.29.37.0";

/** Hashes that a signature is believed with. */
const strong = new Set(["sha256", "sha384", "sha512", "sha224", undefined]);

/** A certificate read twice: by Node, for its key, and by us, for what Node does not tell. */
export class KnownCertificate {
  #thumbprint: string | undefined;

  private constructor(readonly content: CertificateContent, readonly x509: X509Certificate) {}

  /** @returns `undefined` for octets that either of them cannot read */
  static read(der: Uint8Array): KnownCertificate | undefined {
    const content = readCertificate(der);
    if (content === undefined) return undefined;
    try {
      return new KnownCertificate(content, new X509Certificate(der));
    } catch {
      return undefined;
    }
  }

  /** SHA-1, 40 hex digits, upper case: what Windows calls a thumbprint. */
  get thumbprint(): string {
    return (this.#thumbprint ??= this.x509.fingerprint.replaceAll(":", ""));
  }

  get isSelfIssued(): boolean {
    return this.content.subjectKey === this.content.issuerKey;
  }

  equals(other: KnownCertificate): boolean {
    return this.x509.raw.equals(other.x509.raw);
  }

  /** Names fit, and the signature is right. */
  isIssuedBy(issuer: KnownCertificate): boolean {
    try {
      return this.content.issuerKey === issuer.content.subjectKey && this.x509.checkIssued(issuer.x509) && this.x509.verify(issuer.x509.publicKey);
    } catch {
      // A key of a kind that cannot have signed this.
      return false;
    }
  }

  get isSignedWell(): boolean {
    const { signature } = this.content;
    return signature !== undefined && strong.has(signature.hash);
  }

  hasUnknownCritical(byOpenSsl: boolean): boolean {
    return this.content.critical.some((oid) => !handled.has(oid) && !(byOpenSsl && handledByOpenSsl.has(oid)));
  }

  /** May it issue certificates? @param below certificates of issuers between it and the client's */
  maySign(below: number): boolean {
    const { basicConstraints, keyUsage } = this.content;
    return basicConstraints?.isCa === true && below <= (basicConstraints.pathLength ?? Infinity) && keyUsage?.has(keyUsageBits.keyCertSign) !== false;
  }

  /** Is it meant for clients that say who they are? For an issuer: does it issue such ones? */
  isForClients(isLeaf: boolean): boolean {
    const { extendedKeyUsage: purposes, keyUsage } = this.content;
    const isMeant = purposes === undefined || purposes.includes(clientAuthentication) || purposes.includes(anyPurpose);
    return isMeant && (!isLeaf || keyUsage === undefined || keyUsage.has(keyUsageBits.digitalSignature) || keyUsage.has(keyUsageBits.keyAgreement));
  }
}
