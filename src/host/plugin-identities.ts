import type { HostConfiguration, PluginConfiguration } from "../configuration/host-configuration.js";
import { fixedPath } from "./plugin-versions.js";

/** Names an application the same way in every configuration, for as long as its site's name and its path stay. */
export const applicationKey = (site: { readonly name: string }, application: { readonly path: string }): string => `${site.name}\0${application.path}`.toLowerCase();

/** The same for a plug-in of it. */
export const pluginKey = (application: string, plugin: string): string => `${application}\0${plugin.toLowerCase()}`;

/**
 * What makes each plug-in that may serve shells what it is: two configurations in which it is equal have the same one. By `pluginKey`.
 * @param modules version of the files of plug-ins, by path
 */
export function pluginIdentities({ sites }: HostConfiguration, modules: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const identities = new Map<string, string>();
  for (const site of sites) {
    for (const application of site.applications) {
      if (application.wsman?.shells.allowRemoteShellAccess !== true) continue;
      for (const plugin of application.wsman.plugins) {
        const identity = plugin.enabled ? identityOf(plugin, modules) : undefined;
        if (identity !== undefined) identities.set(pluginKey(applicationKey(site, application), plugin.name), identity);
      }
    }
  }
  return identities;
}

/** @returns `undefined` where files are known for each user only */
function identityOf({ file, sdkVersion, xmlRenderingType, initializationParameters, resources, isolation }: PluginConfiguration, modules: ReadonlyMap<string, string>): string | undefined {
  const path = fixedPath(file);
  const version = path === undefined ? undefined : modules.get(path);
  if (version === undefined) return undefined;
  // Where something is written is no part of it.
  return JSON.stringify([
    file.filename, path, version, sdkVersion, xmlRenderingType, isolation, initializationParameters.map(({ name, value }) => [name, value]),
    resources.map(({ resourceUri, supportsOptions, exactMatch, capabilities }) => [resourceUri, supportsOptions, exactMatch, capabilities.map(({ type }) => type)]),
  ]);
}
