import { BasicScheme } from "../pipeline/basic-scheme.js";
import { NegotiateLogins } from "../pipeline/negotiate-logins.js";
import { ProxyCounters } from "../pipeline/proxied/proxy-front.js";
import { applicationSchemes, type SchemesOf } from "./application-schemes.js";
import { AuthenticationProviders, machineDrivers } from "./authentication-providers.js";
import type { HostSurroundings } from "./begin-host.js";
import { composeApplications, type ApplicationParts, type ComposedApplications } from "./compose-applications.js";
import { Generation, type ServableReading } from "./generation.js";
import { openListeners } from "./host-addresses.js";
import { newId } from "./new-id.js";
import type { Reload } from "./reload-outcome.js";
import { nodeClock } from "./node-clock.js";

/** Makes what one configuration says after the other. Credentials, logs, documents and what applications remember are those of the host. */
export class GenerationComposer {
  readonly #basic: BasicScheme;
  /** Of all configurations together: a login outlives a reload. */
  readonly #logins: NegotiateLogins;
  /** Of all configurations together. */
  readonly proxyCounters = new ProxyCounters();
  /** Loaded once, by the first configuration that needs them. */
  #drivers: ReturnType<typeof machineDrivers> | undefined;

  constructor(
    private readonly surroundings: Omit<HostSurroundings, "reading">,
    /** Absent: the administration application is left out. */
    private readonly mountAdmin?: (schemes: SchemesOf) => NonNullable<ApplicationParts["mountAdmin"]>,
    /** For plug-ins that change the configuration; absent: they cannot. */
    private readonly reload?: Reload,
  ) {
    const { verifyPassword, users, logging } = surroundings;
    this.#basic = new BasicScheme(verifyPassword);
    this.#logins = new NegotiateLogins(users, logging.logger, nodeClock);
  }

  /** Code that could not be loaded is tried again with the next configuration. */
  #machineDrivers(): ReturnType<typeof machineDrivers> {
    return (this.#drivers ??= machineDrivers(this.surroundings.builtInProviders).catch((error: unknown) => {
      this.#drivers = undefined;
      throw error;
    }));
  }

  /** Turned on and of use to nobody: the log says so, and what to do. */
  async #tellOfNtHashes(providers: AuthenticationProviders): Promise<void> {
    const paths = providers.restingOnNtHashes();
    if (paths.length === 0) return;
    const accounts = await this.surroundings.users.list().catch(() => undefined);
    if (accounts === undefined || accounts.some(({ ntHash }) => ntHash !== undefined)) return;
    this.surroundings.logging.logger.warn("NTLM is turned on, and no account has the NT hash that it needs; wsmanor user add NAME --ntlm and wsmanor user passwd NAME --ntlm store one", { applications: paths.join(", ") });
  }

  /**
   * Starts every plug-in of a configuration. Nothing that serves notices.
   * @param memories of the applications of the configuration it is to follow. Not that configuration itself, which would live on in here
   */
  async compose(reading: ServableReading, memories?: ComposedApplications["memories"]): Promise<Generation> {
    const { logging, audit, documents, modules, answerFilter, application, findAccount, shutdownRequested, users } = this.surroundings;
    const { logger } = logging;
    let generation: Generation | undefined;
    const providers = await AuthenticationProviders.open(reading.configuration, () => this.#machineDrivers());
    await this.#tellOfNtHashes(providers);
    const schemes = applicationSchemes({ basic: this.#basic, logins: this.#logins, findUser: (name) => users.find(name), providersOf: (each) => providers.providersOf(each) });
    const applications = await composeApplications({
      configuration: reading.configuration, schemes, providers, logger, documents, modules, findAccount,
      listeners: (site) => {
        const find = (): ReturnType<typeof openListeners> => openListeners(reading, generation?.addresses, site);
        return generation?.listenersOf(site, find) ?? find();
      },
      ...(application === undefined ? {} : { application }),
      audit: (entry) => audit.add(entry),
      memoryOf: (key) => memories?.get(key),
      ...(this.reload === undefined ? {} : { reload: this.reload }),
      ...(this.mountAdmin === undefined ? {} : { mountAdmin: this.mountAdmin(schemes) }),
    });
    generation = new Generation(reading, applications, { clock: nodeClock, logger, newId, logAccess: (entry) => logging.logAccess(entry), proxyCounters: this.proxyCounters, findAccount, ...(shutdownRequested === undefined ? {} : { shutdownRequested }), ...(answerFilter === undefined ? {} : { answerFilter }) });
    return generation;
  }
}
