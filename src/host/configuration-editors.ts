import { resolve } from "node:path";
import type { ApplicationConfiguration, HostConfiguration, PluginFile, SiteConfiguration, WsmanApplicationSettings } from "../configuration/host-configuration.js";
import type { ConfigurationEditing } from "../sdk/configuration-editing.js";
import { createConfigurationEditing } from "./configuration-editing.js";
import type { OpenListener } from "./host-information.js";
import { bundledPlugins } from "./package-root.js";
import type { Reload } from "./reload-outcome.js";

/**
 * Which plug-ins of an application may change its configuration. The operator gives it to modules, not to names: names are in the
 * web.config, whose owner must not be able to call a plug-in of his what another one is called. A Filename that differs from user to
 * user is nobody's in particular and gets nothing.
 */
export function configurationEditors(application: {
  readonly configuration: HostConfiguration;
  readonly site: SiteConfiguration;
  readonly application: ApplicationConfiguration;
  readonly wsman: WsmanApplicationSettings;
  readonly reload?: Reload;
  listeners(): readonly OpenListener[];
}): (pluginName: string) => ConfigurationEditing | undefined {
  const { wsman } = application;
  let editing: ConfigurationEditing | undefined;
  return (name) => {
    const plugin = wsman.plugins.find((each) => each.name === name);
    const module = plugin && moduleOf(plugin.file);
    if (module === undefined || !wsman.configurationEditors.some((allowed) => resolve(allowed) === module)) return undefined;
    return (editing ??= createConfigurationEditing(application));
  };
}

function moduleOf({ filename, modulePath, baseDirectory }: PluginFile): string | undefined {
  if (modulePath !== undefined) return resolve(modulePath);
  const constant = filename.replaceAll(/%WSMANOR_PLUGINS%/giu, () => bundledPlugins);
  return /%[^%]+%/u.test(constant) ? undefined : resolve(baseDirectory, constant);
}
