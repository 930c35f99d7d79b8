import type { FileAccess } from "../configuration/file-access.js";
import { loadConfiguration, type LoadedConfiguration } from "../configuration/load-configuration.js";
import { nodeFileAccess } from "../configuration/node-file-access.js";
import { bundledPlugins, schemaDirectory } from "./package-root.js";

/** The host's environment as configuration sees it. */
export const hostEnvironment = (): Readonly<Record<string, string | undefined>> => ({ ...process.env, WSMANOR_PLUGINS: bundledPlugins });

/** Reads a configuration with the shipped schemas, from the disk unless other files are handed in. */
export const loadHostConfiguration = (path: string, files: FileAccess = nodeFileAccess): LoadedConfiguration =>
  loadConfiguration(path, files, { schemaDirectory, environment: hostEnvironment() });
