import { loadConfiguration, type LoadedConfiguration } from "../configuration/load-configuration.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { bundledPlugins, schemaDirectory } from "./package-root.js";

/** The host's environment as configuration sees it. */
export const hostEnvironment = (): Readonly<Record<string, string | undefined>> => ({ ...process.env, WSMANOR_PLUGINS: bundledPlugins });

/** Reads a configuration from disk with the shipped schemas. */
export const loadHostConfiguration = (path: string): LoadedConfiguration =>
  loadConfiguration(path, nodeFileAccess, { schemaDirectory, environment: hostEnvironment() });
