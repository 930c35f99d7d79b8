import type { PluginInformation } from "wsmanor/sdk";

/** What a client of `winrs` speaks to. */
const commandShell = "http://schemas.microsoft.com/wbem/wsman/1/windows/shell/cmd";

/** Limits of Windows' element Winrs that here are parameters of the plug-in whose shells run commands, and have there the same names. */
export type CommandLimit = "MaxProcessesPerShell" | "MaxMemoryPerShellMB";

/** The plug-in that serves the command shell. */
export const commandPlugin = (plugins: readonly PluginInformation[]): PluginInformation | undefined =>
  plugins.find(({ enabled, resources }) => enabled && resources.some(({ resourceUri, capabilities }) => resourceUri.toLowerCase() === commandShell && capabilities.some(({ type }) => type === "Shell")));

/** @returns `undefined`: no limit */
export function commandLimit(plugins: readonly PluginInformation[], name: CommandLimit): number | undefined {
  const value = commandPlugin(plugins)?.initializationParameters.find(([known]) => known === name)?.[1];
  return Number(value ?? 0) || undefined;
}
