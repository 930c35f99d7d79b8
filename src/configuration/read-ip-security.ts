import { addressRange, coversRange, type AddressRange } from "../base/address-range.js";
import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { IpSecuritySettings } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import type { Finding, Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf, type Spot } from "./source-file.js";

type Entry = IpSecuritySettings["entries"][number];

/** Reads `system.webServer/security/ipSecurity`. An entry that cannot be used is an error: it would let in whom it was to keep out. */
export function readIpSecurity(sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace, report: Report): IpSecuritySettings {
  const reader = sectionReader(workspace, sectionPaths.ipSecurity, sections);
  const section = sections.get(sectionPaths.ipSecurity);
  const enableReverseDns = reader.flag("enableReverseDns");
  const ranges: { readonly range: AddressRange; readonly entry: EffectiveElement }[] = [];
  const entries = (section?.entries ?? []).map((entry) => {
    const read = readEntry(entry);
    const problem = problemOf(read, enableReverseDns);
    if (problem !== undefined) report.error(problem.finding, entry.attributes.get(problem.attribute)?.spot ?? entry.spot);
    else if (read.ipAddress !== undefined) checkOrder(entry, read, ranges, report);
    return read;
  });
  const allowUnlisted = reader.flag("allowUnlisted");
  if (section !== undefined && !allowUnlisted && !entries.some(({ allowed }) => allowed)) {
    const message = "allowUnlisted is false and no entry is allowed, so no request is answered by the application.";
    report.warning({ rule: "nobody-is-let-in", message, remedy: 'Add <add ipAddress="…" allowed="true"/> for those who may connect.' }, section.attributes.get("allowUnlisted")?.spot ?? section.spot);
  }
  return { allowUnlisted, enableReverseDns, enableProxyMode: reader.flag("enableProxyMode"), denyAction: reader.text("denyAction") as IpSecuritySettings["denyAction"], entries };
}

function readEntry(entry: EffectiveElement): Entry {
  const reader = new SettingsReader(entry.schema, [entry]);
  const written = (name: string): string | undefined => {
    const text = reader.written(name)?.text.trim() ?? "";
    return text === "" ? undefined : text;
  };
  const ipAddress = written("ipAddress");
  const domainName = written("domainName")?.toLowerCase().replace(/\.$/u, "");
  return { ipAddress, subnetMask: written("subnetMask"), domainName, allowed: reader.flag("allowed"), place: placeOf(entry.spot) };
}

interface Problem {
  readonly finding: Finding;
  readonly attribute: string;
}

function problemOf({ ipAddress, subnetMask, domainName }: Entry, enableReverseDns: boolean): Problem | undefined {
  const problem = (attribute: string, rule: string, message: string, help: Pick<Finding, "allowed" | "remedy">): Problem => ({ attribute, finding: { rule, message, ...help, code: hresults.invalidData } });
  if (ipAddress === undefined && domainName === undefined) return problem("", "address-missing", "The entry says neither an ipAddress nor a domainName, so it is about nobody.", { remedy: 'Add ipAddress="…", or remove the entry.' });
  if (ipAddress !== undefined && domainName !== undefined) return problem("domainName", "address-ambiguous", "The entry says an ipAddress and a domainName.", { remedy: "Make it two entries, one for each." });
  if (domainName !== undefined) {
    if (!/^(?:\*|(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*)$/u.test(domainName)) return problem("domainName", "invalid-domain-name", `"${domainName}" is not the name of a host or domain.`, { allowed: "Allowed: host.example.com, or *.example.com for every name below example.com." });
    return enableReverseDns ? undefined : problem("domainName", "domain-name-without-reverse-dns", "Names of callers are not looked up, so the entry would match nobody.", { remedy: 'Write enableReverseDns="true" on <ipSecurity>, or name addresses.' });
  }
  const range = addressRange(ipAddress!, subnetMask);
  if (range.ok) return undefined;
  if (range.error === "address") return problem("ipAddress", "invalid-address", `"${ipAddress}" is not an IP address.`, { allowed: "Allowed: an IPv4 address, or an IPv6 address without brackets." });
  const isIpv6 = ipAddress!.includes(":");
  return problem("subnetMask", "invalid-subnet-mask", `"${subnetMask}" is not a mask for the address ${ipAddress}.`, {
    allowed: isIpv6 ? "Allowed: a prefix length from 0 to 128." : "Allowed: a mask such as 255.255.255.0, whose ones all stand before its zeros, or a prefix length from 0 to 32.",
  });
}

/** Since the first match decides, what stands behind an entry that has all its addresses is never looked at. */
function checkOrder(entry: EffectiveElement, { ipAddress, subnetMask }: Entry, earlier: { readonly range: AddressRange; readonly entry: EffectiveElement }[], report: Report): void {
  const range = addressRange(ipAddress!, subnetMask);
  if (!range.ok) return;
  const before = earlier.find((other) => coversRange(other.range, range.value));
  earlier.push({ range: range.value, entry });
  if (before === undefined) return;
  const related = [{ message: "decided here", place: placeOf(before.entry.spot) }];
  report.warning({ rule: "address-never-reached", message: "An earlier entry has all the addresses of this one, so it never decides.", remedy: "Put it before that one, or remove it.", related }, spotOf(entry));
}

const spotOf = (entry: EffectiveElement): Spot => entry.attributes.get("ipAddress")?.spot ?? entry.spot;
