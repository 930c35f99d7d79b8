import type { Diagnostic } from "../base/diagnostic.js";
import { builtInApplicationHost } from "./built-in-application-host.js";
import { checkBindings } from "./check-bindings.js";
import { checkLocations } from "./check-locations.js";
import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { deepFreeze } from "./deep-freeze.js";
import { environmentLookup } from "./expand-environment.js";
import type { FileAccess } from "./file-access.js";
import { findConfiguration } from "./find-configuration.js";
import type { HostConfiguration } from "./host-configuration.js";
import { isExplained } from "./is-explained.js";
import { loadSchemaFiles } from "./load-schema-files.js";
import { loadXml, parseXml, type LoadedXml } from "./load-xml.js";
import { readApplication } from "./read-application.js";
import { readDocument, type ConfigurationDocument } from "./read-document.js";
import { readListener } from "./read-listener.js";
import { readSchema } from "./read-schema.js";
import { readSites } from "./read-sites.js";
import { Report } from "./report.js";
import { resolveSections } from "./resolve-sections.js";
import { sectionPaths } from "./section-paths.js";
import { sectionValidators } from "./section-validators.js";
import { sortDiagnostics } from "./sort-diagnostics.js";
import { sourceFile } from "./source-file.js";
import { WebConfigs } from "./web-configs.js";

export interface LoadOptions {
  /** The shipped `schema/`; further schema files are read from a folder `schema` beside the configuration file. Absolute. */
  readonly schemaDirectory: string;
  /** The host's environment, with `WSMANOR_PLUGINS` naming the folder of the bundled plug-ins. Names compare without case. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface LoadedConfiguration {
  /** `undefined` when nothing can be served: errors in applicationHost.config itself. Single applications carry their `problem`. */
  readonly configuration: HostConfiguration | undefined;
  /** The same as far as it could be read, whatever is wrong with it: to look for more problems, never to serve. */
  readonly attempted: HostConfiguration | undefined;
  /** Everything found in one run, in the order of files and places. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads, merges and checks a whole configuration. Never throws for what is in the files.
 * @param path absolute: an applicationHost.config, a folder holding one, or a lone web.config
 */
export function loadConfiguration(path: string, files: FileAccess, options: LoadOptions): LoadedConfiguration {
  const report = new Report();
  const found = findConfiguration(path, files, report);
  if (found === undefined) return { configuration: undefined, attempted: undefined, diagnostics: report.diagnostics };
  const schemaReport = new Report();
  const workspace = openWorkspace(found.directory, files, options, schemaReport);
  const server = found.isLone
    ? parseXml(sourceFile(files.resolve(found.directory, "(built-in applicationHost.config)"), builtInApplicationHost(found.directory)), report, "configuration")
    : loadXml(found.path, files, report, "configuration");
  const read = server?.root && readServer(found, { ...server, root: server.root }, workspace, report);
  report.include(schemaReport);
  const isServable = read?.isServable === true && schemaReport.errors.length === 0;
  return { configuration: isServable ? read.attempted : undefined, attempted: read?.attempted, diagnostics: sortDiagnostics(report.diagnostics) };
}

function openWorkspace(directory: string, files: FileAccess, options: LoadOptions, report: Report): ConfigurationWorkspace {
  const own = files.resolve(directory, "schema");
  const schemaFiles = loadSchemaFiles(options.schemaDirectory, files, report);
  const dropped = own === options.schemaDirectory ? [] : loadSchemaFiles(own, files, report);
  return {
    files,
    environment: environmentLookup(options.environment),
    schema: readSchema([...schemaFiles, ...dropped], report),
    validators: sectionValidators(files.resolve(options.schemaDirectory, "compiled/section-validators.cjs")),
  };
}

function readServer(
  found: { readonly path: string; readonly directory: string }, server: LoadedXml & { readonly root: NonNullable<LoadedXml["root"]> }, workspace: ConfigurationWorkspace, report: Report,
): { readonly attempted: HostConfiguration; readonly isServable: boolean } {
  const { files, schema, validators } = workspace;
  const document: ConfigurationDocument = readDocument(server.source, server.root, { level: "server", inherited: new Map(), schema, validators, files, report });
  const level = { document, base: [] };
  const top = { source: server.source, offset: server.root.nameOffset, length: server.root.name.length };
  const sections = resolveSections({ levels: [level], target: [], applications: [], report });
  const sites = readSites(sections.get(sectionPaths.sites), top, workspace, report);
  checkBindings(sites, report);
  const leadsNowhere = checkLocations(document, sites, report);
  const listener = readListener(sectionReader(workspace, sectionPaths.listener, sections));
  const isServable = report.errors.length === 0;
  const isAddressed = !leadsNowhere && !report.errors.some(({ rule }) => rule === "unknown-environment-variable");
  const context = { server: level, webConfigs: new WebConfigs(workspace), workspace, isAddressed, isUnderstood: !isExplained(report) };
  const read = sites.map(({ applications, bindings, ...site }) => ({
    ...site,
    bindings: bindings.map(({ spot: _, ...binding }) => binding),
    applications: applications.map((application) => readApplication(application, { ...site, bindings, applications }, context, report)),
  }));
  return { attempted: deepFreeze({ path: found.path, directory: found.directory, sites: read, listener }), isServable };
}
