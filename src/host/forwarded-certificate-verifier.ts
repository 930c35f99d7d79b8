import { createHash } from "node:crypto";
import type { ClientCertificate } from "../base/client-certificate.js";
import type { BindingConfiguration } from "../configuration/host-configuration.js";
import { CertificateTrust } from "../listener/certificates/certificate-trust.js";
import type { VerifyCertificate } from "../pipeline/proxied/proxy-front.js";
import { readCertificate } from "../protocol/x509/read-certificate.js";
import { readClientTrust } from "./read-certificate.js";

/** Certificates that are looked at again after so long, and how many are remembered. Milliseconds. */
const remembered = { for: 60_000, most: 200 };

/**
 * Makes what looks at certificates that the proxy of a binding forwards. They are octets that somebody has sent: chain, dates, purpose and
 * revocation are looked at again, whatever the proxy thinks of them, as those of clients that come to the host itself.
 * @throws when a file of the binding cannot be used
 */
export function forwardedCertificateVerifier(binding: Pick<BindingConfiguration, "trustedIssuersFile" | "revocationListFile">): { readonly verify: VerifyCertificate; readonly fingerprint: string } {
  const settings = readClientTrust(binding);
  const trust = new CertificateTrust(settings);
  const known = new Map<string, { readonly certificate: ClientCertificate; readonly until: number }>();
  const verify: VerifyCertificate = (der) => {
    const key = Buffer.from(der).toString("latin1");
    const now = Date.now();
    const hit = known.get(key);
    if (hit !== undefined && hit.until > now) return hit.certificate;
    if (readCertificate(der) === undefined) throw new Error("it is no certificate");
    const certificate = Object.freeze(trust.verify({ der, chain: [], verdict: null }, now));
    known.delete(key);
    known.set(key, { certificate, until: now + remembered.for });
    if (known.size > remembered.most) known.delete(known.keys().next().value!);
    return certificate;
  };
  return { verify, fingerprint: createHash("sha256").update(JSON.stringify([settings.issuers, settings.revocationLists])).digest("hex") };
}
