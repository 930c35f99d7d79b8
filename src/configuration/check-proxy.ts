import { parseAddressRange } from "../base/address-range.js";
import type { ConfigurationWorkspace } from "./configuration-workspace.js";
import type { EffectiveElement, SettingsReader } from "./effective-element.js";
import type { BindingConfiguration, ProxyDeclaration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

/** Kinds whose front says who the user is in a field of its own. */
const authenticating: readonly ProxyDeclaration["kind"][] = ["arr", "ancm", "iisnode"];

/** What a declaration of a proxy says that cannot be, or that would let strangers pass for it. All are errors: each would be believed. */
export function checkProxy(proxy: ProxyDeclaration, element: EffectiveElement, reader: SettingsReader, { environment }: ConfigurationWorkspace, report: Report): void {
  const error = (attribute: string, rule: string, message: string, help: { readonly allowed?: string; readonly remedy?: string }): void =>
    report.error({ rule, message, ...help, code: hresults.invalidData }, element.attributes.get(attribute)?.spot ?? element.spot);
  for (const range of proxy.from) {
    if (!parseAddressRange(range).ok) error("from", "invalid-address", `"${range}" is not an address with a prefix length.`, { allowed: "Allowed: 127.0.0.1, 10.0.0.0/8, ::1/128, separated by commas." });
  }
  if (proxy.from.length === 0) error("from", "invalid-address", "The proxy may come from no address, so every request would be refused.", { remedy: "Leave the attribute away for this machine, or name the proxy's addresses." });
  const { token } = proxy;
  if (token !== undefined && token.environment === undefined && token.file === undefined) {
    error("tokenHeader", "proxy-token-without-secret", "There is a field for the pairing token, and nothing that says what the token is.", { remedy: 'Add tokenEnvironment="NAME" or tokenFile="…".' });
  }
  if (token === undefined && (reader.text("tokenEnvironment") !== "" || reader.written("tokenFile") !== undefined)) {
    error(reader.text("tokenEnvironment") === "" ? "tokenFile" : "tokenEnvironment", "proxy-token-without-field", "There is a pairing token, and no field that has to carry it, so it guards nothing.", { remedy: 'Add tokenHeader="…" (MS-ASPNETCORE-TOKEN for ancm).' });
  }
  if (token?.environment !== undefined && token.file === undefined && environment(token.environment) === undefined) {
    const remedy = "Set it before the host is started.";
    report.warning({ rule: "proxy-token-not-set", message: `The environment variable ${token.environment}, which should hold the proxy's token, is not set here; without it the host does not start.`, remedy }, element.attributes.get("tokenEnvironment")?.spot ?? element.spot);
  }
  if (proxy.forwardsUser && !authenticating.includes(proxy.kind)) {
    error("forwardsUser", "proxy-cannot-forward-user", `A proxy of the kind ${proxy.kind} does not authenticate users, so what it forwards would be the client's own word.`, { allowed: `Kinds that do: ${authenticating.join(", ")}.` });
  } else if (proxy.forwardsUser && token === undefined) {
    error("forwardsUser", "proxy-user-without-token", "Who the user is would be believed of everybody who connects from the proxy's address.", { remedy: "Add tokenHeader and tokenEnvironment or tokenFile, and have the proxy send the token." });
  }
  if (proxy.pathPrefix !== "" && !/^(?:\/[\w.~!$&'()*+,;=:@-]+)+$/u.test(proxy.pathPrefix)) error("pathPrefix", "invalid-path-prefix", `"${proxy.pathPrefix}" is not the beginning of a path.`, { allowed: "Allowed: /a or /a/b, without a slash at the end." });
}

/** A declaration that declares nothing. */
export function checkIdleProxy(element: EffectiveElement | undefined, report: Report): void {
  const [first] = [...(element?.attributes ?? [])].filter(([name]) => name !== "kind");
  if (element === undefined || first === undefined) return;
  report.error({ rule: "proxy-without-kind", message: `${first[0]} says something of a proxy, and kind does not say that there is one.`, allowed: "Kinds: arr, ancm, httpPlatformHandler, iisnode, nginx, haproxy, envoy, rfc9440.", code: hresults.invalidData }, first[1].spot);
}

/** Client certificates on bindings that cannot have them. */
export function checkClientCertificate(binding: Pick<BindingConfiguration, "protocol" | "clientCertificate" | "proxy">, entry: EffectiveElement, report: Report): void {
  const { protocol, clientCertificate, proxy } = binding;
  const written = entry.attributes.get("clientCertificate");
  if (written === undefined || clientCertificate === "never") return;
  if (protocol === "http") {
    report.error({ rule: "client-certificate-without-tls", message: "Without TLS no client can be asked for a certificate.", remedy: "Make it an https binding, or leave clientCertificate away.", code: hresults.notSupported }, written.spot);
  } else if (proxy !== undefined && clientCertificate !== "handshake") {
    const message = `clientCertificate="${clientCertificate}" would ask the proxy for a certificate in the middle of a connection that many clients share.`;
    report.error({ rule: "late-certificate-behind-proxy", message, remedy: 'Leave it away: the proxy hands over the clients\' certificates. "handshake" asks the proxy for its own.', code: hresults.notSupported }, written.spot);
  }
}
