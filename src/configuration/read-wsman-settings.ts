import type { SourcePlace } from "../base/diagnostic.js";
import { checkClaims } from "./check-claims.js";
import { checkPlugins, checkSdkVersion } from "./check-plugins.js";
import { pathOf, sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import { SettingsReader, type EffectiveElement } from "./effective-element.js";
import type { AuthorizationPluginConfiguration, IdentifySettings, OperationsConfiguration, PluginConfiguration, PluginLimits, ShellLimits, WsmanApplicationSettings } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { isExplained } from "./is-explained.js";
import type { PluginFileRules } from "./read-plugin-file.js";
import { readIsolation } from "./read-isolation.js";
import { readAuthorizationPlugins, readPlugins, type PluginDraft } from "./read-plugins.js";
import { readFarm } from "./read-farm.js";
import type { Report } from "./report.js";
import { sectionPaths } from "./section-paths.js";
import { placeOf, type Spot } from "./source-file.js";

/** Reads and checks everything a WS-Management application is configured by. @param fallback where to point when nothing is written */
export function readWsmanSettings(
  sections: ReadonlyMap<string, EffectiveElement>, directory: string | undefined, fallback: Spot, workspace: ConfigurationWorkspace, report: Report,
): WsmanApplicationSettings {
  const own = sectionReader(workspace, sectionPaths.wsmanor, sections);
  const ownSection = sections.get(sectionPaths.wsmanor);
  const section = sections.get(sectionPaths.wsmanagement);
  const rules: PluginFileRules = {
    workspace,
    fileMappings: readFileMappings(ownSection, workspace, report),
    pluginDirectories: [...readPaths(ownSection?.elements.get("pluginDirectories"), "path", workspace, report), ...(directory === undefined ? [] : [directory])],
    report,
  };
  const modules = section?.elements.get("PluginModules");
  const operations = modules?.elements.get("OperationsPlugins");
  const plugins = readPlugins(operations, rules);
  checkPlugins(plugins, report);
  checkClaims(plugins, report);
  const authorization = readAuthorization(modules, rules);
  const names = [...plugins, ...(authorization === undefined ? [] : [authorization])].map(({ name }) => name);
  const isolation = readIsolation(own.child("plugins"), ownSection?.elements.get("plugins")?.entries ?? [], names, report);
  if (!plugins.some(({ enabled }) => enabled) && (operations?.entries.length ?? 0) === plugins.length && !isExplained(report)) {
    reportNoPlugin(plugins.length > 0, operations?.spot ?? modules?.spot ?? section?.spot ?? fallback, report);
  }
  const operationsReader = sectionReader(workspace, sectionPaths.wsmanagement, sections).child("OperationsConfiguration");
  return {
    operations: readOperations(operationsReader),
    maxBatchItems: own.number("maxBatchItems"),
    identify: readIdentify(own.child("identify")),
    shells: readShells(own.child("shells")),
    farm: readFarm(own.child("farm"), report),
    limitPlaces: limitPlaces(operationsReader, own.child("shells")),
    authorizationPlugin: authorization === undefined ? undefined : { ...authorization, isolation: isolation(authorization.name) },
    plugins: plugins.map((plugin) => ({ ...withoutSpots(plugin), isolation: isolation(plugin.name) })),
    pluginDirectories: rules.pluginDirectories,
    fileMappings: rules.fileMappings,
    pluginLimits: readLimits(own),
    configurationEditors: readPaths(ownSection?.elements.get("configurationEditing"), "module", workspace, report),
  };
}

const readOperations = (reader: SettingsReader): OperationsConfiguration => ({
  maxEnvelopeSizeKB: reader.number("MaxEnvelopeSizeKB"),
  maxOperationTimeoutSeconds: reader.number("MaxOperationTimeoutSeconds"),
  maxEnumerateIdleTimeoutSeconds: reader.number("MaxEnumerateIdleTimeoutSeconds"),
  maxSubscribeIdleTimeoutSeconds: reader.number("MaxSubscribeIdleTimeoutSeconds"),
  maxShellIdleTimeoutMinutes: reader.number("MaxShellIdleTimeoutMinutes"),
  quotaRefreshIntervalSeconds: reader.number("QuotaRefreshIntervalSeconds"),
  quotaSystemWindowSeconds: reader.number("QuotaSystemWindowSeconds"),
  quotaSystemWindowOperations: reader.number("QuotaSystemWindowOperations"),
});

const readIdentify = (reader: SettingsReader): IdentifySettings => ({
  productVendor: reader.text("productVendor") || undefined,
  productVersion: reader.text("productVersion") || undefined,
  anonymousProductVersion: reader.text("anonymousProductVersion"),
});

const readShells = (reader: SettingsReader): ShellLimits => ({
  allowRemoteShellAccess: reader.flag("allowRemoteShellAccess"),
  maxShells: reader.number("maxShells"),
  maxShellsPerUser: reader.number("maxShellsPerUser") || undefined,
  maxShellUsers: reader.number("maxUsers"),
  maxCommandsPerShell: reader.number("maxCommandsPerShell"),
  maxShellRunTimeMs: reader.milliseconds("maxRunTime") || undefined,
});

/** Where single limits are written, by attribute name. */
function limitPlaces(operations: SettingsReader, shells: SettingsReader): ReadonlyMap<string, SourcePlace> {
  const places = new Map<string, SourcePlace>();
  const add = (reader: SettingsReader, names: readonly string[]): void => {
    for (const name of names) {
      const written = reader.written(name);
      if (written !== undefined) places.set(name, placeOf(written.spot));
    }
  };
  add(operations, ["QuotaSystemWindowOperations"]);
  add(shells, ["maxShells", "maxShellsPerUser", "maxUsers", "maxCommandsPerShell"]);
  return places;
}

const readLimits = (own: SettingsReader): PluginLimits => ({
  startTimeoutMs: own.child("plugins").milliseconds("startTimeout"),
  shutdownTimeoutMs: own.child("plugins").milliseconds("shutdownTimeout"),
  drainTimeoutMs: own.child("plugins").milliseconds("drainTimeout"),
  authorizationTimeoutMs: own.child("authorization").milliseconds("timeout"),
});

function readFileMappings(section: EffectiveElement | undefined, workspace: ConfigurationWorkspace, report: Report): ReadonlyMap<string, string> {
  const mappings = new Map<string, string>();
  for (const entry of section?.elements.get("fileMappings")?.entries ?? []) {
    const reader = new SettingsReader(entry.schema, [entry]);
    const module = reader.written("module");
    const path = module && pathOf(module, workspace, report);
    if (path !== undefined) mappings.set(reader.text("filename").toLowerCase(), path);
  }
  return mappings;
}

/** The absolute paths that the entries of a collection name. */
function readPaths(collection: EffectiveElement | undefined, attribute: string, workspace: ConfigurationWorkspace, report: Report): readonly string[] {
  const paths: string[] = [];
  for (const entry of collection?.entries ?? []) {
    const written = entry.attributes.get(attribute);
    const path = written && pathOf(written, workspace, report);
    if (path !== undefined) paths.push(path);
  }
  return paths;
}

/** The schema allows a list, the published text at most one. */
function readAuthorization(modules: EffectiveElement | undefined, rules: PluginFileRules): Omit<AuthorizationPluginConfiguration, "isolation"> | undefined {
  const found = readAuthorizationPlugins(modules, rules);
  for (const { element } of found) checkSdkVersion(element, rules.report);
  const [first, ...others] = found;
  if (first === undefined) return undefined;
  for (const other of others) {
    rules.report.error(
      {
        rule: "several-authorization-plugins",
        message: `An application has one authorization plug-in at most; "${other.name}" is one too many.`,
        remedy: "Remove one of them.",
        related: [{ message: `"${first.name}" is here`, place: placeOf(first.element.spot) }],
        code: hresults.invalidData,
      },
      other.element.spot,
    );
  }
  const { element: _, ...plugin } = first;
  return plugin;
}

function reportNoPlugin(areDisabled: boolean, spot: Spot, report: Report): void {
  report.error(
    {
      rule: "no-plugin-configured",
      message: areDisabled ? "Every operation plug-in is disabled; at least one is required." : "No operation plug-in is configured; at least one is required.",
      remedy: areDisabled ? 'Remove Enabled="false" from one.' : 'Add a <Plugin> to <PluginModules><OperationsPlugins>; the shipped ones are "%WSMANOR_PLUGINS%/winrm-config" and "%WSMANOR_PLUGINS%/registry".',
      code: hresults.elementNotFound,
    },
    spot,
  );
}

/** Settings are data for everybody; spots and elements stay in this folder. */
function withoutSpots({ spot: _spot, element: _element, resources, ...plugin }: PluginDraft): Omit<PluginConfiguration, "isolation"> {
  return {
    ...plugin,
    resources: resources.map(({ spot: _, writtenCapabilities: _count, capabilities, ...resource }) => ({
      ...resource,
      capabilities: capabilities.map(({ type, supportsFragment, supportsFiltering, place }) => ({ type, supportsFragment, supportsFiltering, place })),
    })),
  };
}
