import { createHash, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import type { ClientCertificate } from "../base/client-certificate.js";
import type { BindingConfiguration } from "../configuration/host-configuration.js";
import type { VerifyCertificate } from "../pipeline/proxied/proxy-front.js";

const flags = { valid: 0, expired: 0x800b0101, unknownRoot: 0x800b0109, noChain: 0x800b010a, wrongPurpose: 0x800b0110, untrusted: 0x800b0112, noRevocationData: 0x80092013 } as const;

/** id-kp-clientAuth and anyExtendedKeyUsage (RFC 5280 4.2.1.12). */
const forClients: ReadonlySet<string> = new Set(["1.3.6.1.5.5.7.3.2", "2.5.29.37.0"]);

/** Certificates above one another, at most. */
const longestChain = 8;

/** Certificates that are looked at again after so long, and how many are remembered. Milliseconds. */
const remembered = { for: 60_000, most: 200 };

/**
 * Makes what looks at certificates that the proxy of a binding forwards. They are octets that somebody has sent: dates, purpose and
 * issuers are looked at again, whatever the proxy thinks of them. Issuers are those of the binding's file, else Node's list.
 * @throws when the file cannot be used
 */
export function forwardedCertificateVerifier({ trustedIssuersFile, revocationListFile }: Pick<BindingConfiguration, "trustedIssuersFile" | "revocationListFile">): { readonly verify: VerifyCertificate; readonly fingerprint: string } {
  const issuers = new Issuers(trustedIssuersFile === undefined ? undefined : readIssuers(trustedIssuersFile));
  // A list of what is revoked is not read here: what might stand in it is not trusted.
  const isUnrevoked = revocationListFile === undefined;
  const known = new Map<string, { readonly certificate: ClientCertificate; readonly until: number }>();
  const verify: VerifyCertificate = (der) => {
    const key = Buffer.from(der).toString("latin1");
    const now = Date.now();
    const hit = known.get(key);
    if (hit !== undefined && hit.until > now) return hit.certificate;
    const certificate = lookAt(der, issuers, isUnrevoked, now);
    known.delete(key);
    known.set(key, { certificate, until: now + remembered.for });
    if (known.size > remembered.most) known.delete(known.keys().next().value!);
    return certificate;
  };
  return { verify, fingerprint: issuers.fingerprint };
}

function lookAt(der: Uint8Array, issuers: Issuers, isUnrevoked: boolean, now: number): ClientCertificate {
  const certificate = new X509Certificate(der);
  const chain = issuers.chainOf(certificate, now);
  const inTime = isInTime(certificate, now);
  const purpose = certificate.keyUsage;
  const flag = !inTime ? flags.expired
    : chain.flag !== flags.valid ? chain.flag
    : purpose !== undefined && !purpose.some((id) => forClients.has(id)) ? flags.wrongPurpose
    : isUnrevoked ? flags.valid : flags.noRevocationData;
  return Object.freeze({
    der, flags: flag,
    details: Object.freeze({
      subject: oneLine(certificate.subject),
      issuerName: oneLine(certificate.issuer),
      issuerThumbprint: (chain.issuer ?? certificate).fingerprint.replaceAll(":", ""),
      subjectName: subjectNameOf(certificate),
    }),
  });
}

/** Whose certificates are trusted to issue others. */
class Issuers {
  readonly #written: readonly X509Certificate[] | undefined;
  #own: readonly X509Certificate[] | undefined;

  /** @param written `undefined`: Node's list, which is read with the first certificate */
  constructor(written: readonly X509Certificate[] | undefined) {
    this.#written = written;
  }

  get fingerprint(): string {
    return createHash("sha256").update((this.#written ?? []).map(({ fingerprint256 }) => fingerprint256).join()).digest("hex");
  }

  /** Goes up until a certificate that has issued itself. */
  chainOf(certificate: X509Certificate, now: number): { readonly flag: number; readonly issuer?: X509Certificate } {
    let first: X509Certificate | undefined;
    let current = certificate;
    for (let steps = 0; steps < longestChain; steps++) {
      const issuer = this.#all.find((each) => current.checkIssued(each) && isSignedBy(current, each));
      if (issuer === undefined) return { flag: current === certificate && current.checkIssued(current) ? flags.unknownRoot : flags.noChain, ...(first === undefined ? {} : { issuer: first }) };
      first ??= issuer;
      if (!issuer.ca) return { flag: flags.untrusted, issuer: first };
      if (!isInTime(issuer, now)) return { flag: flags.expired, issuer: first };
      if (issuer.checkIssued(issuer)) return { flag: flags.valid, issuer: first };
      current = issuer;
    }
    return { flag: flags.noChain, ...(first === undefined ? {} : { issuer: first }) };
  }

  get #all(): readonly X509Certificate[] {
    return this.#written ?? (this.#own ??= process.getBuiltinModule("node:tls").rootCertificates.map((pem) => new X509Certificate(pem)));
  }
}

function isSignedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

const isInTime = ({ validFrom, validTo }: X509Certificate, now: number): boolean => Date.parse(validFrom) <= now && now <= Date.parse(validTo);

const oneLine = (name: string | undefined): string => (name ?? "").replaceAll("\n", ", ");

/** The first alternative name, else the common name. */
function subjectNameOf({ subject, subjectAltName }: X509Certificate): string {
  const alternative = /^(?:DNS|email|URI|IP Address):([^,]+)/u.exec(subjectAltName ?? "")?.[1];
  return alternative ?? /(?:^|\n)CN=([^\n]+)/u.exec(subject ?? "")?.[1] ?? "";
}

function readIssuers(file: string): readonly X509Certificate[] {
  let pem: string;
  try {
    pem = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`The trustedIssuersFile ${file} cannot be read: ${(cause as Error).message}.`, { cause });
  }
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/gu) ?? [];
  try {
    if (blocks.length === 0) throw new Error("it holds none");
    return blocks.map((block) => new X509Certificate(block));
  } catch (cause) {
    throw new Error(`The trustedIssuersFile ${file} has no certificates in PEM that can be read: ${(cause as Error).message}.`, { cause });
  }
}
