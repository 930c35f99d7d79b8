import type { Diagnostic } from "../base/diagnostic.js";
import { checkBindings } from "./check-bindings.js";
import { checkLocations } from "./check-locations.js";
import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { deepFreeze } from "./deep-freeze.js";
import type { FileAccess } from "./file-access.js";
import type { HostConfiguration } from "./host-configuration.js";
import { isExplained } from "./is-explained.js";
import type { LoadedXml } from "./load-xml.js";
import { openServer, type LoadOptions } from "./open-server.js";
import { readApplication } from "./read-application.js";
import { readDocument, type ConfigurationDocument } from "./read-document.js";
import { readListener } from "./read-listener.js";
import { readSites } from "./read-sites.js";
import { Report } from "./report.js";
import { resolveSections } from "./resolve-sections.js";
import { sectionPaths } from "./section-paths.js";
import { sortDiagnostics } from "./sort-diagnostics.js";
import { WebConfigs } from "./web-configs.js";

export type { LoadOptions } from "./open-server.js";

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
  const schemaReport = new Report();
  const opened = openServer(path, files, options, report, schemaReport);
  if (opened === undefined) return { configuration: undefined, attempted: undefined, diagnostics: report.diagnostics };
  const { found, workspace, server } = opened;
  const read = server?.root && readServer(found, { ...server, root: server.root }, workspace, report);
  report.include(schemaReport);
  const isServable = read?.isServable === true && schemaReport.errors.length === 0;
  return { configuration: isServable ? read.attempted : undefined, attempted: read?.attempted, diagnostics: sortDiagnostics(report.diagnostics) };
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
  const listener = readListener(sectionReader(workspace, sectionPaths.listener, sections), report);
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
