import { pathOf, type ConfigurationWorkspace } from "./configuration-workspace.js";
import type { SettingsReader } from "./effective-element.js";
import type { NegotiateConfiguration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";

/** `service/host`, the host `*` for every one, perhaps a realm behind it. */
const principalName = /^[^/@\s,]+\/[^/@\s,]+(?:@[^/@\s,]+)?$/u;

/** Reads the element `negotiate` of `system.webServer/wsmanor`. */
export function readNegotiate(reader: SettingsReader, workspace: ConfigurationWorkspace, report: Report): NegotiateConfiguration {
  const keytab = reader.written("keytabFile");
  const written = reader.written("servicePrincipalNames");
  const names = reader.text("servicePrincipalNames").split(",").map((name) => name.trim()).filter((name) => name !== "");
  for (const name of names) {
    if (principalName.test(name) || written === undefined) continue;
    report.error({
      rule: "invalid-service-principal-name",
      message: `"${name}" is not the name of a service principal.`,
      allowed: "Names: HTTP/server.example.com, HTTP/*, either with @REALM or without, separated by commas.",
      code: hresults.invalidData,
    }, written.spot);
  }
  return { keytabFile: keytab === undefined || keytab.text.trim() === "" ? undefined : pathOf(keytab, workspace, report), servicePrincipalNames: names };
}
