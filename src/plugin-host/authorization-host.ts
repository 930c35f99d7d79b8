import type { Diagnostic } from "../base/diagnostic.js";
import type { AuthorizationOperations } from "../sdk/define-authorization-plugin.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import { CachingAuthorizer } from "./caching-authorizer.js";
import { checkAuthorizationOperations } from "./check-authorization-operations.js";
import { expandFilename, isExpandable } from "./expand-filename.js";
import { InstancePool } from "./instance-pool.js";
import { mapFilename } from "./map-filename.js";
import { pluginPath } from "./plugin-path.js";
import { toDiagnostic } from "./plugin-problem.js";
import type { AuthorizationPluginSettings, PluginHostAbilities, PluginHostSettings } from "./plugin-settings.js";
import { startupContext } from "./startup-context.js";

/**
 * The authorization plug-in, whose Filename is expanded once, with the host's environment. Isolated, it may end and is started anew as
 * any other; until it serves nobody comes in, and what its former instance had decided is forgotten.
 */
export class AuthorizationHost {
  readonly port: CachingAuthorizer;
  readonly #pool: InstancePool;
  #path: string | undefined;

  constructor(
    private readonly plugin: AuthorizationPluginSettings,
    private readonly settings: PluginHostSettings,
    private readonly abilities: PluginHostAbilities,
  ) {
    const filename = mapFilename(plugin.filename, settings);
    this.#pool = new InstancePool((path) => ({
      kind: "authorization-plugin", name: plugin.name, sdkVersion: plugin.sdkVersion, resources: [], initializationParameters: [], path,
      startupTimeout: settings.startupTimeout, shutdownTimeout: settings.shutdownTimeout,
      allowedDirectories: isExpandable(filename) ? settings.allowedDirectories : undefined,
      startup: startupContext(plugin.name, [], settings, abilities), isolation: plugin.isolation,
      checkOperations: (operations, problem) => checkAuthorizationOperations(operations, plugin.supportsQuota, problem),
    }), abilities, () => this.port.forget());
    this.port = new CachingAuthorizer(
      { ...plugin, quotaRefreshIntervalSeconds: settings.quotaRefreshIntervalSeconds, timeout: settings.authorizationTimeout },
      () => this.#operations(), abilities.clock, abilities.logger,
    );
  }

  get paths(): readonly string[] {
    return this.#pool.paths;
  }

  async start(report: (diagnostic: Diagnostic) => void): Promise<void> {
    const { plugin, settings, abilities } = this;
    const expanded = expandFilename(mapFilename(plugin.filename, settings), abilities.environment);
    if (!expanded.ok) {
      report(toDiagnostic({
        severity: "error", rule: "plugin-variable-not-set", message: `the variable ${expanded.error.missing} in its Filename ${plugin.filename} is not set for the host`,
        remedy: "Set it in the host's environment, or write the path out.",
      }, plugin));
      return;
    }
    const path = pluginPath(plugin.baseDirectory ?? settings.baseDirectory, expanded.value);
    await this.#pool.open(path, (problem) => report(toDiagnostic(problem, plugin)), !settings.validateOnly);
    this.#path = path;
  }

  async stop(reason: ShutdownReason, limit: number): Promise<void> {
    this.port.close();
    this.#path = undefined;
    await this.#pool.stop(reason, limit);
  }

  async #operations(): Promise<AuthorizationOperations | string> {
    if (this.#path === undefined) return "it is not started";
    const instance = await this.#pool.get(this.#path);
    if (typeof instance === "string") return instance;
    return (instance.operations as AuthorizationOperations | undefined) ?? "it has ended";
  }
}
