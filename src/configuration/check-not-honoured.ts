import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import type { EffectiveElement } from "./effective-element.js";
import type { Report } from "./report.js";
import { defaultValueOf } from "./read-value.js";
import { sectionPaths } from "./section-paths.js";
import type { Spot } from "./source-file.js";

/** An attribute that has no meaning here when it says something else than `harmless` (the schema's default unless given). */
interface WithoutMeaning {
  readonly section: string;
  readonly element?: string;
  readonly attribute: string;
  readonly harmless?: string;
  /** What is so whatever it says. */
  readonly because: string;
}

const accounts = "accounts are those of the users file, and the host logs on as none of them";

const withoutMeaning: readonly WithoutMeaning[] = [
  { section: sectionPaths.basic, attribute: "defaultLogonDomain", because: "accounts of the users file have no domain" },
  { section: sectionPaths.basic, attribute: "logonMethod", because: accounts },
  { section: sectionPaths.windows, attribute: "useKernelMode", harmless: "false", because: "nothing is authenticated in the kernel, the host itself does it" },
  { section: sectionPaths.windows, attribute: "useAppPoolCredentials", because: "there are no application pools, and tickets are opened with the keys of the host's own account" },
  { section: sectionPaths.certificateMapping, attribute: "defaultLogonDomain", because: "accounts of the users file have no domain" },
  { section: sectionPaths.certificateMapping, attribute: "logonMethod", because: accounts },
  { section: sectionPaths.modules, attribute: "runAllManagedModulesForAllRequests", because: "there are no managed modules, and every module sees every request" },
  { section: sectionPaths.modules, attribute: "runManagedModulesForWebDavRequests", because: "there are no managed modules, and every module sees every request" },
  { section: sectionPaths.serverRuntime, attribute: "enabled", because: "an application is served until it is taken out of its site" },
  { section: sectionPaths.serverRuntime, attribute: "appConcurrentRequestLimit", because: "what is limited is connections, by maxConnections of system.applicationHost/listener" },
  { section: sectionPaths.serverRuntime, attribute: "maxRequestEntityAllowed", because: "a request is as large as MaxEnvelopeSizeKB allows" },
  { section: sectionPaths.serverRuntime, attribute: "alternateHostName", because: "the host never names itself in a redirection" },
  { section: sectionPaths.serverRuntime, attribute: "enableNagling", because: "answers are sent at once" },
  { section: sectionPaths.serverRuntime, attribute: "authenticatedUserOverride", because: "nobody is impersonated" },
];

/** Says which attributes of IIS's sections are accepted and do nothing. A way to sign in that is turned off has none. */
export function checkNotHonoured(sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace, report: Report): void {
  for (const { section, element, attribute, harmless, because } of withoutMeaning) {
    const effective = sections.get(section);
    if (effective === undefined || isOff(section, sections, workspace)) continue;
    const holder = element === undefined ? effective : effective.elements.get(element);
    const written = holder?.attributes.get(attribute);
    if (holder === undefined || written === undefined || String(written.value) === (harmless ?? String(defaultValueOf(holder.schema.attributes.get(attribute)!)))) continue;
    report.warning({ rule: "setting-not-honoured", message: `${attribute}="${written.text}" changes nothing: ${because}.`, remedy: "Remove it; nothing else has to be done." }, written.spot);
  }
  checkServiceNames(sections, workspace, report);
}

/** What extendedProtection says of names of services, where it says in the same breath that they are not compared. */
function checkServiceNames(sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace, report: Report): void {
  const protection = sections.get(sectionPaths.windows)?.elements.get("extendedProtection");
  if (protection === undefined || isOff(sectionPaths.windows, sections, workspace)) return;
  const reader = sectionReader(workspace, sectionPaths.windows, sections).child("extendedProtection");
  const flags = reader.flags("flags");
  const isNothing = reader.text("tokenChecking") === "None";
  const first = protection.entries[0];
  const written = protection.attributes.get("flags");
  const warn = (what: string, because: string, remedy: string, spot: Spot): void => report.warning({ rule: "setting-not-honoured", message: `${what}: ${because}.`, remedy }, spot);
  if (first !== undefined && (isNothing || flags.includes("NoServiceNameCheck"))) {
    warn("Names of services in extendedProtection change nothing", isNothing ? 'tokenChecking="None" checks none of them' : "the flag NoServiceNameCheck turns their check off", isNothing ? 'Write tokenChecking="Allow" or "Require", or remove them.' : "Remove the flag, or the names.", first.spot);
  }
  const isProxied = flags.includes("Proxy") || flags.includes("ProxyCohosting");
  if (written !== undefined && !isNothing && isProxied && (first === undefined || flags.includes("NoServiceNameCheck"))) {
    warn(`flags="${written.text}" leaves tokenChecking nothing to check`, "TLS ends at a proxy, and names of services are not compared", 'List <spn name="HTTP/…"/> as clients call the proxy, without NoServiceNameCheck.', written.spot);
  }
  if (written !== undefined && isNothing && flags.some((flag) => flag !== "None")) warn(`flags="${written.text}" changes nothing`, 'tokenChecking="None" checks nothing', 'Write tokenChecking="Allow" or "Require", or remove the flags.', written.spot);
}

const isOff = (section: string, sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace): boolean =>
  section.includes("/authentication/") && !sectionReader(workspace, section, sections).flag("enabled");
