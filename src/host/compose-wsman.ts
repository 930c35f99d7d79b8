import { hostname } from "node:os";
import { createWsmanApp } from "../apps/wsman/create-wsman-app.js";
import { createUnavailableApp } from "../apps/wsman/create-unavailable-app.js";
import { Farm } from "../apps/wsman/farm.js";
import { asksAnonymously } from "../apps/wsman/identify.js";
import type { WsmanMemory } from "../apps/wsman/wsman-memory.js";
import type { WsmanApp } from "../apps/wsman/wsman-parts.js";
import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import type { Logger } from "../base/logger.js";
import type { ApplicationConfiguration, HostConfiguration, SiteConfiguration, WsmanApplicationSettings } from "../configuration/host-configuration.js";
import { bareChallenge } from "../pipeline/authenticate.js";
import type { ApplicationAuthentication } from "../pipeline/authentication-scheme.js";
import type { MountedApplication } from "../pipeline/pipeline-settings.js";
import { createPluginHost } from "../plugin-host/create-plugin-host.js";
import type { PluginHost } from "../plugin-host/plugin-host.js";
import type { PluginHostSettings } from "../plugin-host/plugin-settings.js";
import { buildRoutes } from "../routing/build-routes.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import type { PluginStorage } from "../sdk/plugin-storage.js";
import { offeredAuthentication, type SchemesOf } from "./application-schemes.js";
import { configurationEditors } from "./configuration-editors.js";
import { createHostInformation, type OpenListener } from "./host-information.js";
import type { AuditEntry } from "./logging/audit-log.js";
import type { MachineStandIns } from "./machine-stand-ins.js";
import { newId } from "./new-id.js";
import { nodeClock } from "./node-clock.js";
import { pluginAbilities } from "./plugin-abilities.js";
import { bundledPlugins } from "./package-root.js";
import { productOf } from "./product.js";
import { settingPlaces } from "./setting-places.js";
import type { Reload } from "./reload-outcome.js";

/** Open enumerations at most, of one application and of one of its users. */
const enumerations = { maxEnumerations: 1000, maxEnumerationsPerUser: 200 };

/** Documents that are closed when the plug-in has ended. */
export type PluginDocuments = PluginStorage & { close(): void };

/** One WS-Management application with everything behind it. */
export interface ComposedWsman {
  readonly mounted: MountedApplication;
  readonly diagnostics: readonly Diagnostic[];
  /** `undefined` for one that cannot serve. */
  readonly app: WsmanApp | undefined;
  plugins(): readonly PluginInformation[];
  /** Names of the plug-ins whose code a stack trace shows. */
  pluginsIn(stack: string): readonly string[];
  stop(reason: ShutdownReason, drainLimit: number): Promise<void>;
}

export interface WsmanSurroundings {
  readonly configuration: HostConfiguration;
  readonly site: SiteConfiguration;
  readonly application: ApplicationConfiguration;
  readonly schemes: SchemesOf;
  readonly logger: Logger;
  /** Opens a plug-in's documents; `undefined` while validating, when nothing is written, and with stand-ins, which bring their own. */
  readonly documents: ((pluginName: string) => PluginDocuments) | undefined;
  /** The same application under the configuration before. */
  readonly before?: WsmanMemory | undefined;
  /** Absent: the machine itself. */
  readonly standIns?: MachineStandIns;
  /** As of `BeginOptions`. */
  readonly modules?: ReadonlyMap<string, unknown> | undefined;
  listeners(): readonly OpenListener[];
  audit(entry: AuditEntry): Promise<void> | undefined;
  /** Makes the configuration on the disk the running one; absent: this host cannot. */
  readonly reload?: Reload;
}

/** Plug-ins, routes and SOAP processor of one application. Other applications never notice what goes wrong here. */
export async function composeWsman(surroundings: WsmanSurroundings): Promise<ComposedWsman> {
  const { application, logger } = surroundings;
  const { wsman, path } = application;
  if (wsman === undefined) return unavailable(surroundings, application.problem ?? []);
  let pluginHost: PluginHost | undefined;
  const authentication = authenticationOf(surroundings);
  const host = createHostInformation({ ...surroundings, authentication: offeredAuthentication(authentication.schemes), plugins: () => pluginHost?.plugins() ?? [] });
  const opened: PluginDocuments[] = [];
  const { documents } = surroundings;
  const open = (pluginName: string): PluginDocuments => {
    const storage = documents!(pluginName);
    opened.push(storage);
    return storage;
  };
  const closeDocuments = (): void => opened.forEach((storage) => storage.close());
  const abilities = pluginAbilities({ logger, host, documents: documents === undefined ? undefined : open, standIns: surroundings.standIns, modules: surroundings.modules, editingFor: configurationEditors({ ...surroundings, wsman }) });
  pluginHost = createPluginHost(pluginHostSettings(wsman, surroundings), abilities);
  const { diagnostics } = await pluginHost.start();
  if (diagnostics.some(isError)) {
    closeDocuments();
    // What a half-done start left running goes on throwing after it was undone.
    return { ...unavailable(surroundings, diagnostics), plugins: () => pluginHost.plugins(), pluginsIn: (stack) => pluginHost.pluginsIn(stack) };
  }
  // Each Identify says them.
  const profilesOf = (secure: boolean): readonly string[] => authentication.schemes.flatMap((scheme) => scheme.securityProfiles?.(secure) ?? []);
  const profiles = { secure: profilesOf(true), clear: profilesOf(false) };
  const app = createWsmanApp({
    settings: { ...wsman.operations, ...wsman.shells, maxBatchItems: wsman.maxBatchItems, ...enumerations },
    places: settingPlaces(wsman, application.webConfigPath, surroundings.configuration.path),
    routes: buildRoutes(pluginHost.entries),
    authorizer: pluginHost.authorizer,
    clock: surroundings.standIns?.clock ?? nodeClock,
    logger,
    newId,
    // Field by field, as each request pays for it.
    audit: ({ activityId, user, operation, action, resourceUri, allowed, by, reason }) => surroundings.audit({ application: path, activityId, user, operation, action, resourceUri, allowed, by, reason }),
    machineName: hostname(),
    product: productOf(wsman.identify),
    ...(wsman.farm === undefined ? {} : { farm: new Farm(wsman.farm, path) }),
    securityProfiles: (secure) => (secure ? profiles.secure : profiles.clear),
    challenge: ({ request }) => bareChallenge(request, authentication),
  }, surroundings.before);
  return {
    mounted: { path, handle: app.handle, allowsAnonymous: asksAnonymously, authentication },
    diagnostics,
    app,
    plugins: () => pluginHost.plugins(),
    pluginsIn: (stack) => pluginHost.pluginsIn(stack),
    stop: async (reason, drainLimit) => {
      app.drain();
      await pluginHost.stop(reason, drainLimit);
      closeDocuments();
    },
  };
}

/**
 * What could not be read may be what says who comes in, so nobody is asked for a password that no setting guards: everybody is told the
 * same, which says nothing but that it is so.
 */
function unavailable(surroundings: WsmanSurroundings, diagnostics: readonly Diagnostic[]): ComposedWsman {
  return {
    mounted: {
      path: surroundings.application.path,
      handle: createUnavailableApp(newId, hostname()),
      allowsAnonymous: () => true,
      authentication: authenticationOf({ ...surroundings, schemes: () => [] }),
    },
    diagnostics,
    app: undefined,
    plugins: () => [],
    pluginsIn: () => [],
    stop: async () => undefined,
  };
}

export function authenticationOf({ application, schemes }: Pick<WsmanSurroundings, "application" | "schemes">): ApplicationAuthentication {
  const { basic } = application.authentication;
  const envelope = application.wsman?.operations.maxEnvelopeSizeKB;
  return {
    schemes: schemes(application),
    allowUnencrypted: application.allowUnencrypted,
    realm: basic.realm === "" ? "WSMAN" : basic.realm,
    messageEncryption: { mode: application.messageEncryption, limit: envelope === undefined ? otherBody : envelope * 1024 },
  };
}

/** Octets of a sealed body of applications that have no envelopes. */
const otherBody = 65_536;

function pluginHostSettings(wsman: WsmanApplicationSettings, { application: { path, physicalPath }, configuration, documents, standIns }: WsmanSurroundings): PluginHostSettings {
  const mappedFilenames = new Map(wsman.fileMappings);
  const { authorizationPlugin: authorization, plugins, pluginLimits } = wsman;
  for (const { file } of [...plugins, ...(authorization === undefined ? [] : [authorization])]) {
    const constant = file.filename.replaceAll(/%WSMANOR_PLUGINS%/giu, () => bundledPlugins);
    // Where variables lead is checked when it is known; what has none is the operator's own word.
    if (file.modulePath !== undefined && file.variables.length === 0) mappedFilenames.set(file.filename.toLowerCase(), file.modulePath);
    // The folder of the bundled plug-ins is the same for every user, so these are loaded at start and not with the first request.
    else if (constant !== file.filename) mappedFilenames.set(file.filename.toLowerCase(), constant);
  }
  return {
    applicationIdentification: path === "/wsman" ? "wsman" : `wsman${path}`,
    baseDirectory: physicalPath ?? configuration.directory,
    allowedDirectories: wsman.pluginDirectories,
    mappedFilenames,
    plugins: plugins.map((plugin) => ({
      name: plugin.name,
      filename: plugin.file.filename,
      baseDirectory: plugin.file.baseDirectory,
      sdkVersion: plugin.sdkVersion,
      xmlRenderingType: plugin.xmlRenderingType,
      enabled: plugin.enabled,
      initializationParameters: plugin.initializationParameters.map(({ name, value }) => [name, value] as const),
      resources: plugin.resources,
      isolation: plugin.isolation,
      place: plugin.file.place,
    })),
    authorization: authorization === undefined ? undefined : {
      name: authorization.name,
      filename: authorization.file.filename,
      baseDirectory: authorization.file.baseDirectory,
      sdkVersion: authorization.sdkVersion,
      supportsQuota: authorization.supportsQuota,
      isolation: authorization.isolation,
      place: authorization.file.place,
    },
    quotaRefreshIntervalSeconds: wsman.operations.quotaRefreshIntervalSeconds,
    startupTimeout: pluginLimits.startTimeoutMs,
    shutdownTimeout: pluginLimits.shutdownTimeoutMs,
    authorizationTimeout: pluginLimits.authorizationTimeoutMs,
    startReason: "request",
    validateOnly: documents === undefined && standIns === undefined,
  };
}
