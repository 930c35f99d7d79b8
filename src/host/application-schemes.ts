import type { ApplicationConfiguration } from "../configuration/host-configuration.js";
import type { AuthenticationScheme } from "../pipeline/authentication-scheme.js";
import type { NegotiateLogins } from "../pipeline/negotiate-logins.js";
import { NegotiateScheme } from "../pipeline/negotiate-scheme.js";

/** The schemes that an application offers, in order. */
export type SchemesOf = (application: Pick<ApplicationConfiguration, "authentication">) => readonly AuthenticationScheme[];

/** Schemes as IIS's sections turn them on: those of `windowsAuthentication` in the order of its providers, then Basic. */
export const applicationSchemes = (basic: AuthenticationScheme, logins: NegotiateLogins): SchemesOf => ({ authentication }) => {
  const { windows } = authentication;
  const settings = {
    authPersistSingleRequest: windows.authPersistSingleRequest,
    authPersistNonNtlm: windows.authPersistNonNtlm,
    tokenChecking: windows.extendedProtection.tokenChecking,
  };
  const names = windows.enabled ? [...new Set(windows.providers.map(({ name }) => name))] : [];
  return [...names.map((name) => new NegotiateScheme(name, logins, settings)), ...(authentication.basic.enabled ? [basic] : [])];
};

/** What `winrm/config` says of the service's authentication: what is turned on and can be answered. */
export function offeredAuthentication(schemes: readonly AuthenticationScheme[]): { readonly basic: boolean; readonly kerberos: boolean; readonly negotiate: boolean } {
  const windows = schemes.filter((scheme) => scheme instanceof NegotiateScheme);
  return {
    basic: schemes.some(({ name }) => name === "Basic"),
    kerberos: windows.some((scheme) => scheme.knows("Kerberos")),
    negotiate: windows.some((scheme) => scheme.name !== "Kerberos" && (scheme.knows("NTLM") || scheme.knows("Kerberos"))),
  };
}
