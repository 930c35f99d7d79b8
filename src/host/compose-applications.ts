import type { WsmanMemory } from "../apps/wsman/wsman-memory.js";
import type { WsmanApp } from "../apps/wsman/wsman-parts.js";
import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import type { Application } from "../base/request-context.js";
import type { Logger } from "../base/logger.js";
import type { ApplicationConfiguration, HostConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import type { ModuleChain } from "../pipeline/modules/module-chain.js";
import type { FindAccount } from "../pipeline/account-identity.js";
import type { HostBinding, MountedApplication, MountedSite } from "../pipeline/pipeline-settings.js";
import type { ProxyFront } from "../pipeline/proxied/proxy-front.js";
import { Undo } from "../plugin-host/undo.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import { applicationGuards } from "./application-guards.js";
import type { SchemesOf } from "./application-schemes.js";
import type { AuthenticationProviders } from "./authentication-providers.js";
import { composeModules, type ComposedModules } from "./compose-modules.js";
import { authenticationOf, composeWsman, type ComposedWsman, type WsmanSurroundings } from "./compose-wsman.js";
import { createNameFinder } from "./create-name-finder.js";
import type { OpenListener } from "./host-information.js";
import type { AuditEntry } from "./logging/audit-log.js";
import type { MachineStandIns } from "./machine-stand-ins.js";
import { moduleAbilities } from "./module-abilities.js";
import { applicationKey } from "./plugin-identities.js";
import type { PlannedSocket } from "./plan-sockets.js";
import type { OpenDocuments } from "./plugin-documents.js";
import type { Reload } from "./reload-outcome.js";

export interface ApplicationParts {
  readonly configuration: HostConfiguration;
  readonly schemes: SchemesOf;
  /** Closed when the applications have ended, also when making one of them fails. Absent: there is no windowsAuthentication. */
  readonly providers?: AuthenticationProviders;
  readonly logger: Logger;
  /** Opens a plug-in's documents; `undefined` with stand-ins, which bring their own. */
  readonly documents: OpenDocuments | undefined;
  /** What the application of that key remembers under the configuration before. */
  readonly memoryOf?: (key: string) => WsmanMemory | undefined;
  /** Absent: the machine itself. */
  readonly standIns?: MachineStandIns;
  /** As of `BeginOptions`. */
  readonly modules?: ReadonlyMap<string, unknown> | undefined;
  /** For users that HTTP modules name. */
  readonly findAccount: FindAccount;
  /** The site's sockets as they are open when it is asked. */
  listeners(site: SiteConfiguration): readonly OpenListener[];
  audit(entry: AuditEntry): Promise<void> | undefined;
  readonly reload?: Reload;
  /** In the place of every WS-Management application. */
  readonly application?: Application;
  /** Makes the administration application; absent: it is left out. */
  mountAdmin?(application: ApplicationConfiguration): MountedApplication;
}

/** Every application of every site, ready to be hung into a pipeline. */
export interface ComposedApplications {
  readonly sites: ReadonlyMap<SiteConfiguration, MountedSite>;
  readonly wsman: readonly ComposedWsman[];
  /** What each application remembers, by a key that stays while its site's name and its path do. */
  readonly memories: ReadonlyMap<string, WsmanMemory>;
  /** The SOAP processors by the same key. */
  readonly processors: ReadonlyMap<string, WsmanApp>;
  readonly providers: AuthenticationProviders | undefined;
  /** What is wrong with single applications; the others serve. */
  readonly diagnostics: readonly Diagnostic[];
  /** Paths of the applications that answer every request with the fault that says so, or with status 500. */
  readonly unavailable: readonly string[];
  /** Names of the plug-ins whose code a stack trace shows. */
  pluginsIn(stack: string): readonly string[];
  /**
   * Ends them all, the last one first. Never rejects.
   * @param drainLimit milliseconds for what is running
   */
  stop(reason: ShutdownReason, drainLimit: number): Promise<void>;
}

const namesOfAddress = createNameFinder();

/** Makes the applications one after the other. @throws what the making of one throws, after those before it were ended */
export async function composeApplications(parts: ApplicationParts): Promise<ComposedApplications> {
  const undo = new Undo();
  undo.add("authentication providers", () => parts.providers?.close());
  const wsman: ComposedWsman[] = [];
  let ending: { readonly reason: ShutdownReason; readonly limit: number } = { reason: "service", limit: 0 };
  const memories = new Map<string, WsmanMemory>();
  const processors = new Map<string, WsmanApp>();
  const modules: ComposedModules[] = [];
  const unusable: string[] = [];
  const mount = async (site: SiteConfiguration, given: ApplicationConfiguration): Promise<MountedApplication | undefined> => {
    const own = await modulesOf(parts, site, given);
    undo.add(`modules of ${given.path}`, () => own.stop());
    modules.push(own);
    if (!own.diagnostics.some(isError)) return withModules(await mountHandler(site, given, own.chain), own.chain);
    unusable.push(given.path);
    // What a module would have kept away must not come in without it.
    return given.handler === "wsman" && parts.application === undefined ? mountHandler(site, { ...given, wsman: undefined, problem: [] }, undefined) : forAnybody(given, () => ({ status: 500, headers: [] }));
  };
  const misconfigured = (application: ApplicationConfiguration): MountedApplication => {
    unusable.push(application.path);
    // As in IIS, before any guard: what is left of those may not be what was meant.
    return { ...forAnybody(application, refuseMisconfigured), guards: undefined };
  };
  const mountHandler = async (site: SiteConfiguration, application: ApplicationConfiguration, chain: ModuleChain | undefined): Promise<MountedApplication | undefined> => {
    if (application.handler === "admin") {
      if (parts.mountAdmin === undefined) return undefined;
      if (application.problem !== undefined) return misconfigured(application);
      return { ...parts.mountAdmin(application), guards: applicationGuards(application, namesOfAddress) };
    }
    if (application.handler === "none") return forAnybody(application, () => ({ status: 404, headers: [] }));
    if (parts.application !== undefined) return application.problem === undefined ? forAnybody(application, parts.application) : misconfigured(application);
    const key = applicationKey(site, application);
    const composed = await composeWsman(surroundingsOf(parts, site, application, key));
    if (composed.app !== undefined) {
      memories.set(key, composed.app.memory);
      processors.set(key, composed.app);
    }
    undo.add(`application ${application.path}`, () => composed.stop(ending.reason, ending.limit));
    const guards = composed.app === undefined ? impersonalGuards(application) : applicationGuards(application, namesOfAddress);
    // One object in both lists: who asks what is served compares them.
    const mounted = withModules({ ...composed.mounted, guards }, chain);
    wsman.push({ ...composed, mounted });
    return mounted;
  };
  const stop = async (reason: ShutdownReason, limit: number): Promise<void> => {
    ending = { reason, limit };
    for (const { name, error } of await undo.run()) parts.logger.error(`stopping ${name} went wrong`, { error: String(error) });
  };

  const sites = new Map<SiteConfiguration, MountedSite>();
  try {
    for (const site of parts.configuration.sites) {
      const applications: MountedApplication[] = [];
      for (const application of site.applications) {
        const mounted = await mount(site, application);
        if (mounted !== undefined) applications.push(mounted);
      }
      sites.set(site, { name: site.name, applications });
    }
  } catch (error) {
    await stop("service", 0);
    throw error;
  }
  return {
    sites, wsman, stop, memories, processors,
    providers: parts.providers,
    diagnostics: [...[...modules, ...wsman].flatMap(({ diagnostics }) => diagnostics), ...(parts.providers?.diagnostics() ?? [])],
    unavailable: [...new Set([...unusable, ...wsman.filter(({ app }) => app === undefined).map(({ mounted }) => mounted.path)])],
    pluginsIn: (stack) => [...new Set([...wsman.flatMap((each) => each.pluginsIn(stack)), ...modules.flatMap((each) => each.modulesIn(stack))])],
  };
}

/** @param key of what the application remembers */
function surroundingsOf(parts: ApplicationParts, site: SiteConfiguration, application: ApplicationConfiguration, key: string): WsmanSurroundings {
  const { configuration, schemes, logger, documents, standIns } = parts;
  return {
    configuration, site, application, schemes, logger, modules: parts.modules,
    ...(standIns === undefined ? {} : { standIns }),
    ...(parts.reload === undefined ? {} : { reload: parts.reload }),
    documents: documents === undefined ? undefined : (pluginName) => documents(application.path, pluginName),
    before: parts.memoryOf?.(key),
    listeners: () => parts.listeners(site),
    audit: (entry) => parts.audit(entry),
  };
}

/** IIS's 500.19: what cannot be read may have been what guards the application, so nothing of it is served. */
const refuseMisconfigured: Application = ({ facts }) => {
  Object.assign(facts, { result: "misconfigured", subStatus: 19 });
  return { status: 500, headers: [] };
};

/** The same object where there are none: who serves is found by it. */
const withModules = <T extends MountedApplication | undefined>(mounted: T, modules: ModuleChain | undefined): T => (mounted === undefined || modules === undefined || mounted.modules === modules ? mounted : { ...mounted, modules });

/** What has a problem of its own serves nothing that a module could see. */
const modulesOf = (parts: ApplicationParts, site: SiteConfiguration, application: ApplicationConfiguration): Promise<ComposedModules> =>
  composeModules({ site, application: application.problem === undefined ? application : { ...application, modules: [] }, abilities: moduleAbilities(parts), validateOnly: false, findAccount: parts.findAccount });

/**
 * An application where nobody is asked who he is. One that no handler serves is such a one, there all the same: what is below its path is
 * not for the application above it.
 */
const forAnybody = (application: ApplicationConfiguration, handle: Application): MountedApplication => ({
  path: application.path,
  handle,
  allowsAnonymous: () => true,
  authentication: authenticationOf({ application, schemes: () => [] }),
  guards: impersonalGuards(application),
});

/** Where nobody is asked who he is nobody can be let in or kept out by name; from where and how he comes is looked at all the same. */
const impersonalGuards = (application: ApplicationConfiguration): MountedApplication["guards"] => applicationGuards({ ...application, authorization: undefined }, namesOfAddress);

/** Which site's requests come on which socket. @param fronts by socket: what stands in front of it */
export const hostBindings = (planned: readonly PlannedSocket[], sites: ReadonlyMap<SiteConfiguration, MountedSite>, fronts: readonly (ProxyFront | undefined)[] = []): readonly (readonly HostBinding[])[] =>
  planned.map(({ bindings }, index) => bindings.map(({ site, binding }) => ({ host: binding.host, site: sites.get(site)!, front: fronts[index] })));

/** How long running work of the slowest application may take to end. Milliseconds. */
export const drainLimitOf = ({ sites }: HostConfiguration): number =>
  Math.max(1000, ...sites.flatMap(({ applications }) => applications.map(({ wsman }) => wsman?.pluginLimits.drainTimeoutMs ?? 0)));
