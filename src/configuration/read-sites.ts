import type { SourcePlace } from "../base/diagnostic.js";
import type { ConfigurationWorkspace } from "./configuration-workspace.js";
import { pathOf } from "./configuration-workspace.js";
import { SettingsReader, type EffectiveAttribute, type EffectiveElement } from "./effective-element.js";
import type { SiteConfiguration } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { readBindings, type BindingDraft } from "./read-bindings.js";
import type { Report } from "./report.js";
import { placeOf, type Spot } from "./source-file.js";

/** A site before its applications have been read. */
export interface SiteDraft extends Omit<SiteConfiguration, "applications" | "bindings"> {
  readonly bindings: readonly BindingDraft[];
  readonly applications: readonly ApplicationDraft[];
}

export interface ApplicationDraft {
  readonly path: string;
  /** `[site, …segments]`. */
  readonly configurationPath: readonly string[];
  readonly physicalPath: string | undefined;
  /** As written for it or as default; `undefined`: the schema's, which is http. */
  readonly enabledProtocols: EffectiveAttribute | undefined;
  readonly place: SourcePlace;
  readonly spot: Spot;
  /** Where the physical path is written; `undefined` when it is not, or is empty. */
  readonly physicalPathSpot: Spot | undefined;
  /** Its virtual directory `/`, or what is written of it. */
  readonly virtualDirectorySpot: Spot | undefined;
}

const unlimited = 4_294_967_295;

/** Reads `system.applicationHost/sites` and checks what only the whole of it shows. */
export function readSites(section: EffectiveElement | undefined, fallback: Spot, workspace: ConfigurationWorkspace, report: Report): readonly SiteDraft[] {
  const sites = (section?.entries ?? []).map((entry) => readSite(section!, entry, workspace, report));
  if (sites.length === 0) {
    const remedy = 'Add a <site> with a <binding> and an <application path="/"> to <system.applicationHost><sites>.';
    report.error({ rule: "no-site", message: "There is no site, so nothing can be served.", remedy, code: hresults.elementNotFound }, section?.spot ?? fallback);
  }
  return sites;
}

function readSite(section: EffectiveElement, entry: EffectiveElement, workspace: ConfigurationWorkspace, report: Report): SiteDraft {
  const defaults = section.elements.get("siteDefaults");
  const reader = new SettingsReader(entry.schema, [entry, defaults]);
  const name = reader.text("name");
  const limits = reader.child("limits");
  const maxConnections = limits.number("maxConnections");
  const applications = entry.entries.map((application) => readApplicationDraft(section, entry, application, name, workspace, report)).filter((draft) => draft !== undefined);
  if (!applications.some(({ path }) => path === "/")) {
    const remedy = 'Add <application path="/"><virtualDirectory path="/" physicalPath="…"/></application>.';
    report.error({ rule: "no-root-application", message: `The site "${name}" has no application with the path /.`, remedy, code: hresults.elementNotFound }, entry.spot);
  }
  const bindings = readBindings(entry.elements.get("bindings"), workspace, report);
  if ((entry.elements.get("bindings")?.entries ?? []).length === 0) {
    const remedy = 'Add <bindings><binding protocol="http" bindingInformation="127.0.0.1:5985:"/></bindings>.';
    report.error({ rule: "no-binding", message: `The site "${name}" has no binding, so nobody can reach it.`, remedy, code: hresults.elementNotFound }, entry.spot);
  }
  return {
    name,
    id: reader.number("id"),
    place: placeOf(entry.spot),
    bindings,
    limits: { maxConnections: maxConnections === unlimited ? undefined : maxConnections, connectionTimeoutMs: limits.milliseconds("connectionTimeout") },
    applications,
  };
}

function readApplicationDraft(
  section: EffectiveElement, site: EffectiveElement, entry: EffectiveElement, siteName: string, workspace: ConfigurationWorkspace, report: Report,
): ApplicationDraft | undefined {
  const reader = new SettingsReader(entry.schema, [entry, site.elements.get("applicationDefaults"), section.elements.get("applicationDefaults")]);
  const path = reader.text("path");
  if (path === "") return undefined;
  const defaults = [entry, site, section].map((holder) => holder.elements.get("virtualDirectoryDefaults"));
  const directories = entry.entries.map((directory) => ({ directory, reader: new SettingsReader(directory.schema, [directory, ...defaults]) }));
  const root = directories.find(({ reader: each }) => ["", "/"].includes(each.text("path")));
  for (const { directory, reader: each } of directories) {
    if (["", "/"].includes(each.text("path"))) continue;
    const message = "Only the virtual directory / of an application is served: this host has no files to show.";
    report.warning({ rule: "virtual-directory-ignored", message, remedy: "Remove it, or make it an application." }, directory.spot);
  }
  const attribute = root?.reader.written("physicalPath");
  const written = attribute?.text === "" ? undefined : attribute;
  return {
    path,
    configurationPath: [siteName, ...path.split("/").filter((segment) => segment !== "")],
    physicalPath: written === undefined ? undefined : pathOf(written, workspace, report),
    enabledProtocols: reader.written("enabledProtocols"),
    place: placeOf(entry.spot),
    spot: entry.spot,
    physicalPathSpot: written?.spot,
    virtualDirectorySpot: (attribute ?? root?.directory)?.spot,
  };
}
