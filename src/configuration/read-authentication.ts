import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { didYouMean } from "./did-you-mean.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { AuthenticationSettings, WindowsAuthentication } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { readCertificateMapping } from "./read-certificate-mapping.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf, type Spot } from "./source-file.js";

type Sections = ReadonlyMap<string, EffectiveElement>;

/** Reads the sections below `system.webServer/security/authentication`. */
export function readAuthentication(sections: Sections, workspace: ConfigurationWorkspace, report: Report): AuthenticationSettings {
  const anonymous = sectionReader(workspace, sectionPaths.anonymous, sections);
  const basic = sectionReader(workspace, sectionPaths.basic, sections);
  return {
    anonymous: { enabled: anonymous.flag("enabled"), userName: anonymous.text("userName") },
    basic: { enabled: basic.flag("enabled"), realm: basic.text("realm"), defaultLogonDomain: basic.text("defaultLogonDomain") },
    windows: readWindows(sectionReader(workspace, sectionPaths.windows, sections), sections.get(sectionPaths.windows), report),
    certificateMapping: readCertificateMapping(sectionReader(workspace, sectionPaths.certificateMapping, sections), sections.get(sectionPaths.certificateMapping), report),
  };
}

/** By the name that `providers` knows, in lower case. */
const providers = new Map([["negotiate", "Negotiate"], ["ntlm", "NTLM"], ["negotiate:kerberos", "Negotiate"], ["kerberos", "Kerberos"]] as const);

function readWindows(reader: SettingsReader, section: EffectiveElement | undefined, report: Report): WindowsAuthentication {
  const enabled = reader.flag("enabled");
  const protection = section?.elements.get("extendedProtection");
  const protectionReader = reader.child("extendedProtection");
  const list = section?.elements.get("providers");
  const offered = readProviders(list, report);
  if (enabled && section !== undefined) checkProviders(offered, list ?? section, report);
  return {
    enabled,
    providers: offered,
    isKerberosOnly: isKerberosOnly(list),
    authPersistSingleRequest: reader.flag("authPersistSingleRequest"),
    authPersistNonNtlm: reader.flag("authPersistNonNTLM"),
    extendedProtection: {
      tokenChecking: protectionReader.text("tokenChecking") as WindowsAuthentication["extendedProtection"]["tokenChecking"],
      flags: protectionReader.flags("flags") as WindowsAuthentication["extendedProtection"]["flags"],
      serviceNames: (protection?.entries ?? []).map((entry) => new SettingsReader(entry.schema, [entry]).text("name")),
    },
  };
}

function readProviders(list: EffectiveElement | undefined, report: Report): WindowsAuthentication["providers"] {
  if (list === undefined) return [{ name: "Negotiate", place: undefined }, { name: "NTLM", place: undefined }];
  const read: WindowsAuthentication["providers"][number][] = [];
  for (const entry of list.entries) {
    const written = entry.attributes.get("value");
    const name = providers.get((written?.text.trim().toLowerCase() ?? "") as "ntlm");
    if (name === undefined) reportProvider(written?.text ?? "", written?.spot ?? entry.spot, report);
    else if (!read.some((other) => other.name === name)) read.push({ name, place: placeOf(entry.spot) });
  }
  return read;
}

/** What is offered is Negotiate either way: plain Negotiate beside it takes what it always takes. */
function isKerberosOnly(list: EffectiveElement | undefined): boolean {
  const written = (list?.entries ?? []).map((entry) => entry.attributes.get("value")?.text.trim().toLowerCase());
  return written.includes("negotiate:kerberos") && !written.includes("negotiate");
}

function reportProvider(written: string, spot: Spot, report: Report): void {
  const meant = didYouMean(written, ["Negotiate", "NTLM", "Negotiate:Kerberos"]);
  report.error({
    rule: "unknown-authentication-provider",
    message: `There is no authentication provider "${written}".`,
    allowed: "Providers: Negotiate, NTLM, Negotiate:Kerberos.",
    ...(meant === undefined ? {} : { didYouMean: meant }),
    code: hresults.notSupported,
  }, spot);
}

/** A list of providers that offers nobody anything. */
function checkProviders(offered: WindowsAuthentication["providers"], { entries, spot }: EffectiveElement, report: Report): void {
  if (offered.length === 0 && entries.length === 0) {
    report.warning({ rule: "no-authentication-provider", message: "windowsAuthentication is on and no provider is left, so it lets nobody sign in.", remedy: 'Add <add value="Negotiate"/> to <providers>.' }, spot);
  }
}
