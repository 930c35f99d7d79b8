import type { NegotiateProvider } from "../base/negotiate-provider.js";
import type { ApplicationConfiguration } from "../configuration/host-configuration.js";
import type { AuthenticationScheme } from "../pipeline/authentication-scheme.js";
import { certificateProfile, CertificateScheme, type CertificateSchemeSettings } from "../pipeline/certificate-scheme.js";
import type { NegotiateLogins } from "../pipeline/negotiate-logins.js";
import { NegotiateScheme } from "../pipeline/negotiate-scheme.js";

/** The schemes that an application offers, in order. */
export type SchemesOf = (application: ApplicationConfiguration) => readonly AuthenticationScheme[];

export interface SchemeParts {
  readonly basic: AuthenticationScheme;
  readonly logins: NegotiateLogins;
  readonly findUser: CertificateSchemeSettings["findUser"];
  /** Who answers Negotiate, NTLM and Kerberos for an application, in the order they are asked. */
  providersOf(application: ApplicationConfiguration): readonly NegotiateProvider[];
}

/** Schemes as IIS's sections turn them on: those of `windowsAuthentication` in the order of its providers, Basic, client certificates. */
export const applicationSchemes = ({ basic, logins, findUser, providersOf }: SchemeParts): SchemesOf => (application) => {
  const { authentication, uploadReadAheadSize } = application;
  const { windows, certificateMapping: mapping } = authentication;
  const { flags, serviceNames: names } = windows.extendedProtection;
  const serviceNames = { names: flags.includes("NoServiceNameCheck") ? [] : names, allowsDotless: flags.includes("AllowDotlessSpn"), isProxied: flags.includes("Proxy") || flags.includes("ProxyCohosting") };
  const settings = {
    authPersistSingleRequest: windows.authPersistSingleRequest,
    authPersistNonNtlm: windows.authPersistNonNtlm,
    tokenChecking: windows.extendedProtection.tokenChecking,
    serviceNames,
    providers: windows.enabled ? providersOf(application) : [],
    // A login that was bound to other names is another one.
    keys: JSON.stringify([application.negotiate, serviceNames]),
  };
  // Of one that has both, nothing could keep it from NTLM.
  const kerberosOnly = { ...settings, providers: settings.providers.filter(({ schemes }) => schemes.includes("Kerberos") && !schemes.includes("NTLM")) };
  const offered = windows.enabled ? [...new Set(windows.providers.map(({ name }) => name))] : [];
  return [
    ...offered.map((name) => new NegotiateScheme(name, logins, name === "Negotiate" && windows.isKerberosOnly ? kerberosOnly : settings)),
    ...(authentication.basic.enabled ? [basic] : []),
    ...(mapping.enabled ? [new CertificateScheme({ mapping, preloadLimit: uploadReadAheadSize, findUser })] : []),
  ];
};

/** What `winrm/config` says of the service's authentication: what is turned on and can be answered. */
export interface OfferedAuthentication {
  readonly basic: boolean;
  readonly kerberos: boolean;
  readonly negotiate: boolean;
  readonly certificate: boolean;
}

export function offeredAuthentication(schemes: readonly AuthenticationScheme[]): OfferedAuthentication {
  const windows = schemes.filter((scheme) => scheme instanceof NegotiateScheme);
  const has = (wanted: string): boolean => schemes.some(({ name }) => name === wanted);
  return {
    basic: has("Basic"),
    kerberos: windows.some((scheme) => scheme.knows("Kerberos")),
    negotiate: windows.some((scheme) => scheme.name !== "Kerberos" && (scheme.knows("NTLM") || scheme.knows("Kerberos"))),
    certificate: has(certificateProfile),
  };
}
