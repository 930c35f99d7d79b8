import type { EffectiveElement } from "./effective-element.js";
import type { AccessSettings, CertificateMapping, ProxyDeclaration } from "./host-configuration.js";
import type { BindingDraft } from "./read-bindings.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";

/** Kinds of proxies that have no field for a client's certificate. */
const withoutCertificates: readonly ProxyDeclaration["kind"][] = ["httpPlatformHandler", "iisnode"];

/** What `sslFlags` and certificate mapping demand and no binding of the site can give. */
export function checkAccess(
  { access, mapping, site }: { readonly access: AccessSettings; readonly mapping: CertificateMapping; readonly site: { readonly name: string; readonly bindings: readonly BindingDraft[] } },
  sections: ReadonlyMap<string, EffectiveElement>, report: Report,
): void {
  const { name, bindings } = site;
  const asks = bindings.some(({ protocol, clientCertificate, proxy }) => (proxy === undefined ? protocol === "https" && clientCertificate !== "never" : !withoutCertificates.includes(proxy.kind)));
  const silent = bindings.find(({ proxy }) => proxy !== undefined)?.proxy?.kind;
  const spot = sections.get(sectionPaths.access)?.attributes.get("sslFlags")?.spot;
  const ownTls = bindings.some(({ protocol, proxy }) => protocol === "https" && proxy === undefined);
  const hasTls = ownTls || bindings.some(({ proxy }) => proxy !== undefined);
  const remedy = 'Add <binding protocol="https" bindingInformation="*:5986:" certificateFile="…" keyFile="…"/>.';
  const askRemedy = `Write clientCertificate="late" (or "handshake") on an https binding of the site${silent === undefined ? "" : ` without a proxy: one of the kind ${silent} forwards no certificates`}.`;
  const warn = (rule: string, message: string, what: string): void => report.warning({ rule, message, remedy: what }, spot);
  if ((access.ssl || access.ssl128) && !hasTls) warn("ssl-flags-unsatisfiable", `The site "${name}" has no https binding, so every request is answered with 403 (403.4 in the log).`, remedy);
  else if (access.ssl128 && !ownTls) warn("ssl-flags-unsatisfiable", `Every binding of the site "${name}" is behind a proxy, which does not tell how long its key is: every request is answered with 403 (403.5 in the log).`, "Remove Ssl128, and demand it of the proxy.");
  else if (access.requireCertificate && !asks) warn("ssl-flags-unsatisfiable", `No binding of the site "${name}" asks for a client certificate, so every request is answered with 403 (403.7 in the log).`, hasTls ? askRemedy : remedy);
  else if (access.negotiateCertificate && !asks) warn("client-certificate-never-asked", `No binding of the site "${name}" asks for a client certificate, so SslNegotiateCert has no effect.`, askRemedy);
  const section = sections.get(sectionPaths.certificateMapping);
  if (!mapping.enabled || asks || section === undefined) return;
  report.warning({ rule: "client-certificate-never-asked", message: `No binding of the site "${name}" asks for a client certificate, so none is ever mapped to a user.`, remedy: askRemedy }, section.attributes.get("enabled")?.spot ?? section.spot);
}
