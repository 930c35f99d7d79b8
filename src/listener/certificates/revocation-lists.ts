import { constants, verify, type KeyObject } from "node:crypto";
import { pemBlocks } from "../../protocol/x509/pem-blocks.js";
import { keyUsageBits } from "../../protocol/x509/read-certificate.js";
import { readRevocationList, type RevocationListContent } from "../../protocol/x509/read-revocation-list.js";
import { certificateFlags } from "./certificate-flags.js";
import type { KnownCertificate } from "./known-certificate.js";

/** The revocation lists of a file, asked for each certificate of a chain. */
export class RevocationLists {
  readonly #byIssuer = new Map<string, RevocationListContent[]>();
  /** Whose key a list was found signed with, by thumbprint. */
  readonly #signers = new WeakMap<RevocationListContent, Map<string, boolean>>();

  /** @throws naming what cannot be read */
  constructor(pem: string) {
    const blocks = pemBlocks(pem, "X509 CRL");
    if (blocks.length === 0) throw new Error("there is no PEM revocation list (BEGIN X509 CRL) in it");
    for (const [index, der] of blocks.entries()) {
      const list = der === undefined ? undefined : readRevocationList(der);
      if (list === undefined) throw new Error(`its revocation list number ${index + 1} cannot be read`);
      this.#byIssuer.set(list.issuerKey, [...(this.#byIssuer.get(list.issuerKey) ?? []), list]);
    }
  }

  /**
   * @param path the client's certificate first, a trusted root last: that one nobody revokes
   * @returns revoked, no revocation data, or valid, as CertFlags
   */
  check(path: readonly KnownCertificate[], now: number): number {
    const found = path.slice(0, -1).map((each, index) => this.#checkOne(each, path[index + 1]!, now));
    return found.find((flags) => flags === certificateFlags.revoked) ?? found.find((flags) => flags !== certificateFlags.valid) ?? certificateFlags.valid;
  }

  #checkOne({ content }: KnownCertificate, issuer: KnownCertificate, now: number): number {
    const lists = (this.#byIssuer.get(content.issuerKey) ?? []).filter((list) => this.#isSigned(list, issuer));
    // Also in one that has been superseded: nobody comes off such a list.
    if (lists.some(({ serials }) => serials.has(content.serial))) return certificateFlags.revoked;
    const isCurrent = ({ thisUpdate, nextUpdate, critical }: RevocationListContent): boolean =>
      thisUpdate <= now && nextUpdate !== undefined && now <= nextUpdate && critical.length === 0;
    return lists.some(isCurrent) ? certificateFlags.valid : certificateFlags.noRevocationData;
  }

  #isSigned(list: RevocationListContent, issuer: KnownCertificate): boolean {
    const known = this.#signers.get(list) ?? new Map<string, boolean>();
    this.#signers.set(list, known);
    const before = known.get(issuer.thumbprint);
    if (before !== undefined) return before;
    const may = issuer.content.keyUsage?.has(keyUsageBits.crlSign) !== false;
    const isRight = may && verifySignature(list, issuer.x509.publicKey);
    known.set(issuer.thumbprint, isRight);
    return isRight;
  }
}

/** SHA-1 and MD5 prove nothing any more. */
function verifySignature({ algorithm, signed, signature }: RevocationListContent, key: KeyObject): boolean {
  if (algorithm === undefined || algorithm.hash === "md5" || algorithm.hash === "sha1") return false;
  const types = { rsa: ["rsa"], "rsa-pss": ["rsa", "rsa-pss"], ecdsa: ["ec"], eddsa: ["ed25519", "ed448"] }[algorithm.kind];
  if (!types.includes(key.asymmetricKeyType ?? "")) return false;
  try {
    const padding = algorithm.kind === "rsa-pss" ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.saltLength } : {};
    return verify(algorithm.hash ?? null, signed, { key, ...padding }, signature);
  } catch {
    return false;
  }
}
