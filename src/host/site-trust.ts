import type { HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import type { TrustSettings } from "../listener/certificates/certificate-trust.js";
import type { Diagnostic } from "../base/diagnostic.js";
import { certificateProblem } from "./certificate-problem.js";
import { readClientTrust } from "./read-certificate.js";

/**
 * What client certificates are judged by that come over TLS of somebody else's server, where no binding is on a socket: by site, as its
 * first binding has it that names issuers or revocation lists; by Node's list of authorities where none does.
 * @param report told of files that cannot be used
 */
export function siteTrust({ sites }: HostConfiguration, report: (problem: Diagnostic) => void): ReadonlyMap<SiteConfiguration, TrustSettings> {
  const trust = new Map<SiteConfiguration, TrustSettings>();
  for (const site of sites) {
    const binding = site.bindings.find(({ trustedIssuersFile, revocationListFile }) => trustedIssuersFile !== undefined || revocationListFile !== undefined);
    try {
      trust.set(site, binding === undefined ? { issuers: undefined, revocationLists: undefined } : readClientTrust(binding));
    } catch (error) {
      report(certificateProblem(binding!, error));
    }
  }
  return trust;
}
