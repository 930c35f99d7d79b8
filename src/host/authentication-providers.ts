import type { Diagnostic } from "../base/diagnostic.js";
import type { NegotiateProvider, NegotiateSchemeName } from "../base/negotiate-provider.js";
import type { ApplicationConfiguration, HostConfiguration } from "../configuration/host-configuration.js";
import type { NegotiateDrivers } from "../negotiate/negotiate-drivers.js";
import type { NegotiateProviders, ProviderStatus } from "../negotiate/negotiate-providers.js";

/** Windows authentication of one application, for those who administer the host. */
export interface NegotiateStatus {
  readonly path: string;
  /** What `providers` lists. */
  readonly wanted: readonly NegotiateSchemeName[];
  readonly providers: readonly ProviderStatus[];
  readonly missing: ReturnType<NegotiateProviders["missing"]>;
}

/** What answers Negotiate, NTLM and Kerberos for the applications of one configuration: opened once for all that say the same. */
export class AuthenticationProviders {
  private constructor(private readonly opened: ReadonlyMap<ApplicationConfiguration, NegotiateProviders>) {}

  /** @param drivers asked only when an application has windowsAuthentication: loading them takes time that others need not wait */
  static async open({ sites }: HostConfiguration, drivers: () => Promise<NegotiateDrivers>): Promise<AuthenticationProviders> {
    const opened = new Map<ApplicationConfiguration, NegotiateProviders>();
    const known = new Map<string, NegotiateProviders>();
    for (const application of sites.flatMap(({ applications }) => applications)) {
      if (!application.authentication.windows.enabled || application.handler === "none") continue;
      const key = JSON.stringify(application.negotiate);
      const providers = known.get(key) ?? (await (await drivers()).open(application.negotiate));
      known.set(key, providers);
      opened.set(application, providers);
    }
    return new AuthenticationProviders(opened);
  }

  /** In the order in which they are asked; none for an application without windowsAuthentication. */
  providersOf(application: ApplicationConfiguration): readonly NegotiateProvider[] {
    return this.opened.get(application)?.usable ?? [];
  }

  status(): readonly NegotiateStatus[] {
    return [...this.opened].map(([application, providers]) => {
      const wanted = wantedBy(application);
      return { path: application.path, wanted, providers: providers.status, missing: providers.missing(wanted) };
    });
  }

  /** Paths of the applications that nobody can log in to with a scheme they list unless accounts have an NT hash. */
  restingOnNtHashes(): readonly string[] {
    const onlyNtlm = (providers: NegotiateProviders) => (scheme: NegotiateSchemeName): boolean => {
      const answering = providers.usable.filter(({ schemes }) => schemes.includes(scheme));
      return answering.length > 0 && answering.every(({ name }) => name === "ntlm");
    };
    return [...this.opened].filter(([application, providers]) => wantedBy(application).some(onlyNtlm(providers))).map(([{ path }]) => path);
  }

  /** Warnings about what is listed in `providers` and cannot be had here. */
  diagnostics(): readonly Diagnostic[] {
    const found = [...this.opened].flatMap(([application, providers]) => {
      const { windows } = application.authentication;
      return providers.missing(wantedBy(application)).map(({ scheme, reason }): Diagnostic => ({
        severity: "warning",
        rule: "no-authentication-provider",
        message: `windowsAuthentication lists ${scheme}, which no provider of this machine can do: ${reason}.`,
        place: windows.providers.find(({ name }) => wantedFor(name, windows) === scheme)?.place ?? application.place,
        remedy: "docs/kerberos.md says what each provider needs; wsmanor status shows them all. Or take it out of <providers>.",
      }));
    });
    const seen = new Set<string>();
    return found.filter((diagnostic) => !seen.has(JSON.stringify(diagnostic)) && seen.add(JSON.stringify(diagnostic)));
  }

  close(): void {
    for (const providers of new Set(this.opened.values())) providers.close();
  }
}

const wantedBy = ({ authentication: { windows } }: ApplicationConfiguration): readonly NegotiateSchemeName[] => [...new Set(windows.providers.map(({ name }) => wantedFor(name, windows)))];

/** Negotiate that takes Kerberos only is not served by who knows NTLM. */
const wantedFor = (name: NegotiateSchemeName, { isKerberosOnly }: ApplicationConfiguration["authentication"]["windows"]): NegotiateSchemeName => (name === "Negotiate" && isKerberosOnly ? "Kerberos" : name);

/** Those of this machine; the code is loaded with them. @param builtIn providers without native code */
export async function machineDrivers(builtIn: readonly NegotiateProvider[] = []): Promise<NegotiateDrivers> {
  const { NegotiateDrivers: Drivers } = await import("../negotiate/negotiate-drivers.js");
  return new Drivers({ platform: process.platform, ktname: process.env["KRB5_KTNAME"] }, builtIn);
}
