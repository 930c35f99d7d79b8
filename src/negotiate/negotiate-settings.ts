/** What a configuration says to the providers: element `negotiate` of `system.webServer/wsmanor`. */
export interface NegotiateSettings {
  /** Absolute; `undefined`: the one of KRB5_KTNAME, or the system's. */
  readonly keytabFile: string | undefined;
  /** Principals that tickets may be for; none: HTTP and WSMAN of every host. */
  readonly servicePrincipalNames: readonly string[];
}
