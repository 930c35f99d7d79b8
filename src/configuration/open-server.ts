import { builtInApplicationHost } from "./built-in-application-host.js";
import type { ConfigurationWorkspace } from "./configuration-workspace.js";
import { environmentLookup } from "./expand-environment.js";
import type { FileAccess } from "./file-access.js";
import { findConfiguration, type FoundConfiguration } from "./find-configuration.js";
import { loadSchemaFiles } from "./load-schema-files.js";
import { loadXml, parseXml, type LoadedXml } from "./load-xml.js";
import { readPreparedSchemas } from "./prepared-schemas.js";
import { readSchema } from "./read-schema.js";
import type { Report } from "./report.js";
import { sectionValidators } from "./section-validators.js";
import { sourceFile } from "./source-file.js";

export interface LoadOptions {
  /** The shipped `schema/`; further schema files are read from a folder `schema` beside the configuration file. Absolute. */
  readonly schemaDirectory: string;
  /** The host's environment, with `WSMANOR_PLUGINS` naming the folder of the bundled plug-ins. Names compare without case. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The file that a configuration starts from, and what all its readers share. */
export interface OpenedServer {
  readonly found: FoundConfiguration;
  readonly workspace: ConfigurationWorkspace;
  /** `undefined` when there is no text to look at. Of a lone web.config: the built-in applicationHost.config above it. */
  readonly server: LoadedXml | undefined;
}

/**
 * Finds a configuration, reads its schemas and its applicationHost.config.
 * @param schemaReport gets what is wrong with the schemas
 * @returns `undefined` when there is none, which is reported
 */
export function openServer(path: string, files: FileAccess, options: LoadOptions, report: Report, schemaReport: Report): OpenedServer | undefined {
  const found = findConfiguration(path, files, report);
  if (found === undefined) return undefined;
  const workspace = openWorkspace(found.directory, files, options, schemaReport);
  const server = found.isLone
    ? parseXml(sourceFile(files.resolve(found.directory, "(built-in applicationHost.config)"), builtInApplicationHost(found.directory)), report, "configuration")
    : loadXml(found.path, files, report, "configuration");
  return { found, workspace, server };
}

function openWorkspace(directory: string, files: FileAccess, options: LoadOptions, report: Report): ConfigurationWorkspace {
  const own = files.resolve(directory, "schema");
  const dropped = own === options.schemaDirectory ? [] : loadSchemaFiles(own, files, report);
  // What was prepared is whole; files that add to it are read together with its sources.
  const prepared = dropped.length === 0 ? readPreparedSchemas(options.schemaDirectory, files, report) : undefined;
  return {
    files,
    environment: environmentLookup(options.environment),
    schema: prepared ?? readSchema([...loadSchemaFiles(options.schemaDirectory, files, report), ...dropped], report),
    validators: sectionValidators(files.resolve(options.schemaDirectory, "compiled/section-validators.cjs")),
  };
}
