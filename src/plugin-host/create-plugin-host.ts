import type { Diagnostic } from "../base/diagnostic.js";
import type { Logger } from "../base/logger.js";
import type { AuthorizationOperations } from "../sdk/define-authorization-plugin.js";
import type { ShutdownReason, StartupContext } from "../sdk/define-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import { CachingAuthorizer } from "./caching-authorizer.js";
import { checkAuthorizationOperations } from "./check-authorization-operations.js";
import { createOperationPort } from "./create-operation-port.js";
import { expandFilename, isExpandable } from "./expand-filename.js";
import { InitializationParameters } from "./initialization-parameters.js";
import { InstancePool } from "./instance-pool.js";
import type { PluginHost } from "./plugin-host.js";
import { PluginInstance } from "./plugin-instance.js";
import { pluginPath } from "./plugin-path.js";
import { pluginsInStack } from "./plugins-in-stack.js";
import { toDiagnostic, type PluginProblem } from "./plugin-problem.js";
import type { AuthorizationPluginSettings, PluginHostAbilities, PluginHostSettings, PluginSettings, StartReport } from "./plugin-settings.js";
import { Undo } from "./undo.js";

/** Makes the plug-in host of one application. Nothing is loaded before `start`. */
export function createPluginHost(settings: PluginHostSettings, abilities: PluginHostAbilities): PluginHost {
  const pools = new Map(settings.plugins.map((plugin) => [plugin, poolFor(plugin, settings, abilities)]));
  const authorization = settings.authorization === undefined ? undefined : new AuthorizationHost(settings.authorization, settings, abilities);
  const undo = new Undo();
  let ending: { readonly reason: ShutdownReason; readonly limit: number } = { reason: "service", limit: settings.startupTimeout };

  const entries = settings.plugins.filter((plugin) => plugin.enabled).flatMap((plugin) => {
    const target = createOperationPort(mapped(plugin, settings), plugin.baseDirectory ?? settings.baseDirectory, pools.get(plugin)!, abilities);
    const port = { ...target, filename: plugin.filename };
    return plugin.resources.map((resource) => ({ target: port, resource }));
  });

  const startPlugin = async (plugin: PluginSettings, report: (diagnostic: Diagnostic) => void): Promise<void> => {
    const { filename } = mapped(plugin, settings);
    // Where the Filename depends on the user, there is nothing to load before a user comes.
    if (isExpandable(filename)) return;
    const pool = pools.get(plugin)!;
    undo.add(plugin.name, () => pool.stop(ending.reason, ending.limit));
    await pool.open(pluginPath(plugin.baseDirectory ?? settings.baseDirectory, filename), (problem) => report(toDiagnostic(problem, plugin)), !settings.validateOnly);
  };

  const runUndo = async (): Promise<void> => {
    for (const { name, error } of await undo.run()) abilities.logger.error(`stopping "${name}" went wrong: ${String(error)}`);
  };

  return {
    entries,
    authorizer: authorization?.port,
    async start(): Promise<StartReport> {
      const diagnostics: Diagnostic[] = [];
      const report = (diagnostic: Diagnostic): void => void diagnostics.push(diagnostic);
      if (authorization !== undefined) {
        undo.add("authorization plug-in", () => authorization.stop(ending.reason, ending.limit));
        await authorization.start(report);
      }
      for (const plugin of settings.plugins) if (plugin.enabled) await startPlugin(plugin, report);
      if (diagnostics.some(({ severity }) => severity === "error")) await runUndo();
      return { diagnostics };
    },
    plugins: () => settings.plugins.map((plugin) => informationOf(plugin, plugin.enabled ? pools.get(plugin)!.state : "found")),
    pluginsIn: (stack) => pluginsInStack(stack, [
      ...settings.plugins.map((plugin) => ({ name: plugin.name, paths: pools.get(plugin)!.paths })),
      ...(authorization === undefined ? [] : [{ name: settings.authorization!.name, paths: authorization.paths }]),
    ]),
    async stop(reason, drainLimit) {
      ending = { reason, limit: drainLimit };
      // All drain at once: each has the whole limit, and the host is not longer on its way out than that.
      await Promise.all([...pools.values()].map((pool) => pool.stop(reason, drainLimit)));
      await runUndo();
    },
  };
}

/** The authorization plug-in, whose Filename is expanded once, with the host's environment. */
class AuthorizationHost {
  readonly port: CachingAuthorizer;
  #instance: PluginInstance | undefined;

  constructor(
    private readonly plugin: AuthorizationPluginSettings,
    private readonly settings: PluginHostSettings,
    private readonly abilities: PluginHostAbilities,
  ) {
    this.port = new CachingAuthorizer(
      { ...plugin, quotaRefreshIntervalSeconds: settings.quotaRefreshIntervalSeconds, timeout: settings.authorizationTimeout },
      () => (this.#instance?.state === "serving" ? (this.#instance.operations as unknown as AuthorizationOperations) : undefined),
      abilities.clock, abilities.logger,
    );
  }

  get paths(): readonly string[] {
    return this.#instance === undefined ? [] : [this.#instance.settings.path];
  }

  async start(report: (diagnostic: Diagnostic) => void): Promise<void> {
    const { plugin, settings, abilities } = this;
    const filename = mapFilename(plugin.filename, settings);
    const expanded = expandFilename(filename, abilities.environment);
    if (!expanded.ok) {
      report(toDiagnostic({
        severity: "error", rule: "plugin-variable-not-set", message: `the variable ${expanded.error.missing} in its Filename ${plugin.filename} is not set for the host`,
        remedy: "Set it in the host's environment, or write the path out.",
      }, plugin));
      return;
    }
    this.#instance = new PluginInstance({
      ...common(settings), kind: "authorization-plugin", name: plugin.name, sdkVersion: plugin.sdkVersion, resources: [], initializationParameters: [],
      path: pluginPath(plugin.baseDirectory ?? settings.baseDirectory, expanded.value),
      allowedDirectories: isExpandable(filename) ? settings.allowedDirectories : undefined,
      startup: startupContext(plugin.name, [], settings, abilities),
      checkOperations: (operations, problem) => checkAuthorizationOperations(operations, plugin.supportsQuota, problem),
    }, abilities);
    const started = await this.#instance.start((problem: PluginProblem) => report(toDiagnostic(problem, plugin)));
    if (started && !settings.validateOnly) this.#instance.serve();
  }

  async stop(reason: ShutdownReason, limit: number): Promise<void> {
    this.port.close();
    await this.#instance?.stop(reason, limit);
  }
}

function poolFor(plugin: PluginSettings, settings: PluginHostSettings, abilities: PluginHostAbilities): InstancePool {
  const startup = startupContext(plugin.name, plugin.initializationParameters, settings, { ...abilities, host: abilities.hostFor?.(plugin.name) ?? abilities.host });
  const allowedDirectories = isExpandable(mapFilename(plugin.filename, settings)) ? settings.allowedDirectories : undefined;
  return new InstancePool((path) => ({
    ...common(settings), kind: "operation-plugin", name: plugin.name, path, allowedDirectories, sdkVersion: plugin.sdkVersion,
    resources: plugin.resources, initializationParameters: plugin.initializationParameters, startup, isolation: plugin.isolation,
  }), abilities);
}

const common = ({ startupTimeout, shutdownTimeout }: PluginHostSettings) => ({ startupTimeout, shutdownTimeout });

const mapFilename = (filename: string, settings: PluginHostSettings): string => settings.mappedFilenames?.get(filename.toLowerCase()) ?? filename;

const mapped = (plugin: PluginSettings, settings: PluginHostSettings): PluginSettings => ({ ...plugin, filename: mapFilename(plugin.filename, settings) });

function startupContext(
  name: string, parameters: readonly (readonly [string, string])[], settings: PluginHostSettings, abilities: PluginHostAbilities,
): StartupContext {
  return Object.freeze({
    startReason: settings.startReason,
    applicationIdentification: settings.applicationIdentification,
    name,
    initializationParameters: new InitializationParameters(parameters),
    applicationDirectory: settings.baseDirectory,
    logger: loggerOf(name, abilities.logger),
    clock: abilities.clock,
    storage: abilities.storageFor(name),
    host: abilities.host,
    validateOnly: settings.validateOnly,
  });
}

/** Every line of a plug-in says whose it is. */
function loggerOf(plugin: string, logger: Logger): Logger {
  return {
    error: (message, fields) => logger.error(message, { ...fields, plugin }),
    warn: (message, fields) => logger.warn(message, { ...fields, plugin }),
    info: (message, fields) => logger.info(message, { ...fields, plugin }),
    debug: (message, fields) => logger.debug(message, { ...fields, plugin }),
  };
}

function informationOf(plugin: PluginSettings, state: string): PluginInformation {
  const { name, filename, sdkVersion, xmlRenderingType, enabled, initializationParameters, resources } = plugin;
  return { name, filename, sdkVersion, xmlRenderingType, enabled, state, initializationParameters, resources };
}
