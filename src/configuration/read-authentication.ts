import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { AuthenticationSettings, CertificateMapping, ManyToOneMapping, OneToOneMapping, WindowsAuthentication } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf } from "./source-file.js";

type Sections = ReadonlyMap<string, EffectiveElement>;

/** Reads the sections below `system.webServer/security/authentication`. */
export function readAuthentication(sections: Sections, workspace: ConfigurationWorkspace, report: Report): AuthenticationSettings {
  const anonymous = sectionReader(workspace, sectionPaths.anonymous, sections);
  const basic = sectionReader(workspace, sectionPaths.basic, sections);
  return {
    anonymous: { enabled: anonymous.flag("enabled"), userName: anonymous.text("userName") },
    basic: { enabled: basic.flag("enabled"), realm: basic.text("realm"), defaultLogonDomain: basic.text("defaultLogonDomain") },
    windows: readWindows(sectionReader(workspace, sectionPaths.windows, sections), sections.get(sectionPaths.windows), report),
    certificateMapping: readMapping(sectionReader(workspace, sectionPaths.certificateMapping, sections), sections.get(sectionPaths.certificateMapping)),
  };
}

/** By the name that `providers` knows, in lower case. */
const providers = new Map([["negotiate", "Negotiate"], ["ntlm", "NTLM"], ["negotiate:kerberos", "Kerberos"], ["kerberos", "Kerberos"]] as const);

function readWindows(reader: SettingsReader, section: EffectiveElement | undefined, report: Report): WindowsAuthentication {
  const protection = section?.elements.get("extendedProtection");
  const protectionReader = reader.child("extendedProtection");
  return {
    enabled: reader.flag("enabled"),
    providers: readProviders(section?.elements.get("providers"), report),
    authPersistSingleRequest: reader.flag("authPersistSingleRequest"),
    authPersistNonNtlm: reader.flag("authPersistNonNTLM"),
    extendedProtection: {
      tokenChecking: protectionReader.text("tokenChecking") as WindowsAuthentication["extendedProtection"]["tokenChecking"],
      flags: protectionReader.flags("flags") as WindowsAuthentication["extendedProtection"]["flags"],
      serviceNames: entriesOf(protection).map((entry) => new SettingsReader(entry.schema, [entry]).text("name")),
    },
  };
}

function readProviders(list: EffectiveElement | undefined, report: Report): WindowsAuthentication["providers"] {
  if (list === undefined) return [{ name: "Negotiate", place: undefined }, { name: "NTLM", place: undefined }];
  const read: { name: WindowsAuthentication["providers"][number]["name"]; place: ReturnType<typeof placeOf> }[] = [];
  for (const entry of list.entries) {
    const written = entry.attributes.get("value");
    const name = providers.get((written?.text.trim().toLowerCase() ?? "") as "ntlm");
    if (name !== undefined) read.push({ name, place: placeOf(entry.spot) });
    else report.error({
      rule: "unknown-authentication-provider",
      message: `There is no authentication provider "${written?.text ?? ""}".`,
      allowed: "Providers: Negotiate, NTLM, Negotiate:Kerberos.",
      code: hresults.notSupported,
    }, written?.spot ?? entry.spot);
  }
  return read;
}

function readMapping(reader: SettingsReader, section: EffectiveElement | undefined): CertificateMapping {
  const read = <T>(flag: string, element: string, one: (entry: EffectiveElement) => T | undefined): readonly T[] =>
    reader.flag(flag) ? entriesOf(section?.elements.get(element)).map(one).filter((mapping) => mapping !== undefined) : [];
  return {
    enabled: reader.flag("enabled"),
    oneToOne: read("oneToOneCertificateMappingsEnabled", "oneToOneMappings", readOneToOne),
    manyToOne: read("manyToOneCertificateMappingsEnabled", "manyToOneMappings", readManyToOne),
  };
}

function readOneToOne(entry: EffectiveElement): OneToOneMapping | undefined {
  const reader = new SettingsReader(entry.schema, [entry]);
  if (!reader.flag("enabled")) return undefined;
  return { certificate: reader.text("certificate").replaceAll(/\s/gu, ""), userName: reader.text("userName"), place: placeOf(entry.spot) };
}

function readManyToOne(entry: EffectiveElement): ManyToOneMapping | undefined {
  const reader = new SettingsReader(entry.schema, [entry]);
  if (!reader.flag("enabled")) return undefined;
  const rules = entriesOf(entry.elements.get("rules")).map((rule) => {
    const of = new SettingsReader(rule.schema, [rule]);
    return {
      field: of.text("certificateField") as "Subject" | "Issuer",
      subField: of.text("certificateSubField"),
      matchCriteria: of.text("matchCriteria"),
      isCaseSensitive: of.flag("compareCaseSensitive"),
    };
  });
  return { name: reader.text("name"), permissionMode: reader.text("permissionMode") as "Allow" | "Deny", rules, userName: reader.text("userName"), place: placeOf(entry.spot) };
}

const entriesOf = (element: EffectiveElement | undefined): readonly EffectiveElement[] => element?.entries ?? [];
