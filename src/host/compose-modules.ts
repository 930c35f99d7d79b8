import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import type { ApplicationConfiguration, SiteConfiguration } from "../configuration/host-configuration.js";
import { ModuleChain } from "../pipeline/modules/module-chain.js";
import type { FindAccount } from "../pipeline/account-identity.js";
import { HttpModuleHost, type HttpModuleAbilities } from "../plugin-host/modules/http-module-host.js";

/** Milliseconds for finding, loading and registering a module, and for its end, where an application has no limits for plug-ins. */
const moduleTimes = { startTimeoutMs: 30_000, shutdownTimeoutMs: 10_000 };

/** Octets of the largest body that modules may read where an application has no limit of its own. */
const defaultEntityLimit = 512 * 1024;

/** The HTTP modules of one application. */
export interface ComposedModules {
  /** `undefined`: none are listed, or one cannot be used. */
  readonly chain: ModuleChain | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Names of the modules whose code a stack trace shows. */
  modulesIn(stack: string): readonly string[];
  stop(): Promise<void>;
}

const none: ComposedModules = { chain: undefined, diagnostics: [], modulesIn: () => [], stop: async () => undefined };

/** Loads and registers what `system.webServer/modules` lists for an application. */
export async function composeModules(parts: {
  readonly site: SiteConfiguration;
  readonly application: ApplicationConfiguration;
  readonly abilities: HttpModuleAbilities;
  readonly validateOnly: boolean;
  readonly findAccount: FindAccount;
}): Promise<ComposedModules> {
  const { site, application, abilities, validateOnly, findAccount } = parts;
  const { modules, path, physicalPath, moduleNotificationTimeoutMs: notification, wsman, uploadReadAheadSize } = application;
  if (modules.length === 0) return none;
  const { startTimeoutMs: startupTimeout, shutdownTimeoutMs: shutdownTimeout } = wsman?.pluginLimits ?? moduleTimes;
  const host = new HttpModuleHost({ modules, start: { siteName: site.name, applicationPath: path, applicationDirectory: physicalPath, validateOnly }, startupTimeout, shutdownTimeout }, abilities);
  const { modules: started, diagnostics } = await host.start();
  const failed = diagnostics.some(isError);
  // Sealed bodies are a little larger than what they hold.
  const entity = Math.max(defaultEntityLimit, (wsman?.operations.maxEnvelopeSizeKB ?? 0) * 1024 * 2);
  return {
    chain: failed ? undefined : new ModuleChain(started, { notification, preload: uploadReadAheadSize, entity }, findAccount),
    diagnostics,
    modulesIn: (stack) => host.modulesIn(stack),
    stop: () => host.stop(),
  };
}
