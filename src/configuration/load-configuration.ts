import type { Diagnostic } from "../base/diagnostic.js";
import type { FileAccess } from "./file-access.js";
import type { HostConfiguration } from "./host-configuration.js";

export interface LoadOptions {
  /** The shipped `schema/`; further schema files are read from a folder `schema` beside the configuration file. */
  readonly schemaDirectory: string;
  /** The host's environment, with `WSMANOR_PLUGINS` naming the folder of the bundled plug-ins. Names compare without case. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface LoadedConfiguration {
  /** `undefined` when nothing can be served: errors in applicationHost.config itself. Single applications carry their `problem`. */
  readonly configuration: HostConfiguration | undefined;
  /** Everything found in one run, in the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, merges and checks a whole configuration. Never throws for what is in the files.
 * @param path an applicationHost.config, a folder holding one, or a lone web.config
 */
export function loadConfiguration(path: string, files: FileAccess, options: LoadOptions): LoadedConfiguration {
  throw new Error(`being built: ${path}${files.directoryOf(path)}${options.schemaDirectory}`);
}
