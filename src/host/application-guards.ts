import { hostname } from "node:os";
import { addressRange } from "../base/address-range.js";
import type { AccessSettings, ApplicationConfiguration, AuthorizationRule, IpSecuritySettings } from "../configuration/host-configuration.js";
import type { AddressEntry, AddressRules, ApplicationGuards, FindNames, TlsRules, UrlAuthorization, UrlRule } from "../pipeline/application-guards.js";

/** What an application's sections below `security` demand. @returns `undefined` when none of them demands anything */
export function applicationGuards(application: Pick<ApplicationConfiguration, "access" | "authorization" | "ipSecurity" | "uploadReadAheadSize">, namesOf: FindNames): ApplicationGuards | undefined {
  const addresses = addressRules(application.ipSecurity, namesOf);
  const tls = tlsRules(application.access, application.uploadReadAheadSize);
  const authorization = urlAuthorization(application.authorization);
  if (addresses === undefined && tls === undefined && authorization === undefined) return undefined;
  return { ...(addresses === undefined ? {} : { addresses }), ...(tls === undefined ? {} : { tls }), ...(authorization === undefined ? {} : { authorization }) };
}

function addressRules({ allowUnlisted, enableReverseDns, enableProxyMode, denyAction, entries }: IpSecuritySettings, namesOf: FindNames): AddressRules | undefined {
  if (allowUnlisted && entries.length === 0) return undefined;
  const read = entries.map(addressEntry);
  const rules = { enableProxyMode, denyAction, namesOf: enableReverseDns ? namesOf : undefined };
  // What could not be read has been reported. Until it is mended nobody comes in by what is left.
  if (read.some((entry) => entry === undefined)) return { ...rules, allowUnlisted: false, entries: [] };
  return { ...rules, allowUnlisted, entries: read.filter((entry) => entry !== undefined) };
}

function addressEntry({ ipAddress, subnetMask, domainName, allowed, place }: IpSecuritySettings["entries"][number]): AddressEntry | undefined {
  if (ipAddress === undefined || domainName !== undefined) return domainName === undefined || ipAddress !== undefined ? undefined : { allowed, place, match: { domainName } };
  const range = addressRange(ipAddress, subnetMask);
  return range.ok ? { allowed, place, match: { range: range.value } } : undefined;
}

function tlsRules({ ssl, ssl128, negotiateCertificate, requireCertificate }: AccessSettings, uploadReadAheadSize: number): TlsRules | undefined {
  return ssl || ssl128 || negotiateCertificate || requireCertificate ? { ssl, ssl128, negotiateCertificate, requireCertificate, uploadReadAheadSize } : undefined;
}

function urlAuthorization(rules: readonly AuthorizationRule[] | undefined): UrlAuthorization | undefined {
  if (rules === undefined) return undefined;
  const of = (type: AuthorizationRule["accessType"]): readonly UrlRule[] => rules.filter(({ accessType }) => accessType === type).map(urlRule);
  const [deny, allow] = [of("Deny"), of("Allow")];
  // As IIS ships it: everybody may, and nothing has to be asked.
  if (deny.length === 0 && allow.some(({ users, verbs }) => users.includes("*") && verbs.length === 0)) return undefined;
  return { deny, allow, machineName: hostname().toLowerCase() };
}

const lower = (names: readonly string[]): readonly string[] => names.map((name) => name.toLowerCase());

const urlRule = ({ users, roles, verbs, place }: AuthorizationRule): UrlRule => ({ users: lower(users), roles: lower(roles), verbs, place });
