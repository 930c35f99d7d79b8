import type { Diagnostic } from "../base/diagnostic.js";
import { isError } from "../base/is-error.js";
import type { ShutdownReason } from "../sdk/define-plugin.js";
import type { PluginInformation } from "../sdk/host-information.js";
import { AuthorizationHost } from "./authorization-host.js";
import { createOperationPort } from "./create-operation-port.js";
import { isExpandable } from "./expand-filename.js";
import { mapFilename } from "./map-filename.js";
import { InstancePool } from "./instance-pool.js";
import type { PluginHost } from "./plugin-host.js";
import { pluginPath } from "./plugin-path.js";
import { pluginsInStack } from "./plugins-in-stack.js";
import { toDiagnostic } from "./plugin-problem.js";
import type { PluginHostAbilities, PluginHostSettings, PluginSettings, StartReport } from "./plugin-settings.js";
import { startupContext } from "./startup-context.js";
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
      if (diagnostics.some(isError)) await runUndo();
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

function poolFor(plugin: PluginSettings, settings: PluginHostSettings, abilities: PluginHostAbilities): InstancePool {
  const startup = startupContext(plugin.name, plugin.initializationParameters, settings, { ...abilities, host: abilities.hostFor?.(plugin.name) ?? abilities.host });
  const allowedDirectories = isExpandable(mapFilename(plugin.filename, settings)) ? settings.allowedDirectories : undefined;
  return new InstancePool((path) => ({
    startupTimeout: settings.startupTimeout, shutdownTimeout: settings.shutdownTimeout, kind: "operation-plugin", name: plugin.name, path, allowedDirectories, sdkVersion: plugin.sdkVersion,
    resources: plugin.resources, initializationParameters: plugin.initializationParameters, startup, isolation: plugin.isolation,
  }), abilities);
}

const mapped = (plugin: PluginSettings, settings: PluginHostSettings): PluginSettings => ({ ...plugin, filename: mapFilename(plugin.filename, settings) });

function informationOf(plugin: PluginSettings, state: string): PluginInformation {
  const { name, filename, sdkVersion, xmlRenderingType, enabled, initializationParameters, resources } = plugin;
  return { name, filename, sdkVersion, xmlRenderingType, enabled, state, initializationParameters, resources };
}
