import type { ApplicationConfiguration } from "../configuration/host-configuration.js";
import type { AuthenticationScheme } from "../pipeline/authentication-scheme.js";
import { certificateProfile, CertificateScheme, type CertificateSchemeSettings } from "../pipeline/certificate-scheme.js";

/** The schemes that an application offers, in order. */
export type SchemesOf = (application: Pick<ApplicationConfiguration, "authentication" | "uploadReadAheadSize">) => readonly AuthenticationScheme[];

/** Schemes as IIS's sections turn them on: Basic, then client certificates. */
export const applicationSchemes = (basic: AuthenticationScheme, findUser: CertificateSchemeSettings["findUser"]): SchemesOf => ({ authentication, uploadReadAheadSize }) => {
  const { certificateMapping: mapping } = authentication;
  return [
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
  const has = (...names: readonly string[]): boolean => schemes.some(({ name }) => names.includes(name));
  return { basic: has("Basic"), kerberos: has("Kerberos"), negotiate: has("Negotiate", "NTLM"), certificate: has(certificateProfile) };
}
