import type { HostConfiguration, PluginFile } from "../configuration/host-configuration.js";
import { findEntryFile } from "../plugin-host/find-entry-file.js";
import { pluginPath } from "../plugin-host/plugin-path.js";
import { bundledPlugins } from "./package-root.js";
import { pluginFiles } from "./plugin-files.js";
import { moduleVersion } from "./plugin-modules.js";

/**
 * The files of every plug-in and HTTP module that a start would load, as they are now: version by path. A Filename that depends on the user is
 * not known before there is one.
 */
export async function pluginVersions({ sites }: HostConfiguration): Promise<ReadonlyMap<string, string>> {
  const files = sites.flatMap(({ applications }) => applications).flatMap(({ wsman }) => {
    if (wsman === undefined) return [];
    const plugins = wsman.plugins.filter(({ enabled }) => enabled).map(({ file }) => file);
    return wsman.authorizationPlugin === undefined ? plugins : [...plugins, wsman.authorizationPlugin.file];
  });
  const modules = sites.flatMap(({ applications }) => applications).flatMap(({ modules }) => modules.map(({ modulePath }) => modulePath));
  const paths = new Set([...files.flatMap((file) => fixedPath(file) ?? []), ...modules]);
  return new Map(await Promise.all([...paths].sort().map(async (path) => {
    const entry = await findEntryFile(path, undefined, pluginFiles).catch(() => undefined);
    return [path, entry?.ok === true ? `${entry.value} ${moduleVersion(entry.value)}` : "missing"] as const;
  })));
}

/** The folder of the bundled plug-ins is the same for every user. @returns `undefined` for a file that depends on the user */
export function fixedPath({ filename, baseDirectory, variables, modulePath }: PluginFile): string | undefined {
  if (modulePath !== undefined) return modulePath;
  const isConstant = variables.every((name) => name.toUpperCase() === "WSMANOR_PLUGINS");
  return isConstant ? pluginPath(baseDirectory, filename.replaceAll(/%WSMANOR_PLUGINS%/giu, () => bundledPlugins)) : undefined;
}
