import { checkRequired } from "./check-required.js";
import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import type { EffectiveElement } from "./effective-element.js";
import type { ApplicationConfiguration, AuthenticationSettings } from "./host-configuration.js";
import { hresults } from "./hresults.js";
import { isPathPrefix } from "./location-part.js";
import { readHandler } from "./read-handler.js";
import type { ApplicationDraft, SiteDraft } from "./read-sites.js";
import { readWsmanSettings } from "./read-wsman-settings.js";
import { Report } from "./report.js";
import { resolveSections, type Level } from "./resolve-sections.js";
import { sectionPaths } from "./section-paths.js";
import type { Spot } from "./source-file.js";
import type { WebConfigs } from "./web-configs.js";

export interface ApplicationContext {
  readonly server: Level;
  readonly webConfigs: WebConfigs;
  readonly workspace: ConfigurationWorkspace;
  /**
   * No location and no folder of the server's file leads nowhere. One that does was meant for some application, perhaps for the one that
   * is being read, so that nothing can be said about what it lacks.
   */
  readonly isAddressed: boolean;
}

/**
 * Reads one application: applicationHost.config, the web.config of every application above it (the site's first), its own.
 * @param all where everything that is found goes; errors also become the application's `problem`
 */
export function readApplication(draft: ApplicationDraft, site: SiteDraft, context: ApplicationContext, all: Report): ApplicationConfiguration {
  const { server, webConfigs, workspace } = context;
  const report = new Report();
  const levels: Level[] = [server];
  const { files } = workspace;
  const above = site.applications
    .filter(({ configurationPath }) => isPathPrefix(configurationPath, draft.configurationPath))
    .sort((a, b) => a.configurationPath.length - b.configurationPath.length);
  let inherited = server.document.declarations;
  let webConfigPath: string | undefined;
  let fallback: Spot = draft.spot;
  for (const application of above) {
    if (application.physicalPath === undefined) continue;
    const path = files.resolve(application.physicalPath, "web.config");
    const kind = files.kind(path);
    if (kind === undefined) continue;
    if (application === draft) webConfigPath = path;
    const read = webConfigs.read(path, inherited, report);
    if (read === undefined) continue;
    if (application === draft) fallback = { source: read.source, offset: 0, length: 1 };
    inherited = read.declarations;
    levels.push({ document: read, base: application.configurationPath });
  }
  checkPhysicalPath(draft, workspace, report);
  const sections = resolveSections({ levels, target: draft.configurationPath, applications: site.applications.map(({ configurationPath }) => configurationPath), report });
  checkRequired(sections.values(), report);
  const handler = readHandler(sections.get(sectionPaths.handlers), report);
  const isReadable = !report.errors.some(({ rule }) => rule === "configuration-access-denied" || rule === "configuration-unreadable");
  const wsman = handler === "wsman" && isReadable && context.isAddressed ? readWsmanSettings(sections, draft.physicalPath, fallback, workspace, report) : undefined;
  const problem = report.errors.length > 0 ? report.errors : undefined;
  all.include(report);
  return {
    path: draft.path,
    physicalPath: draft.physicalPath,
    webConfigPath,
    place: draft.place,
    handler,
    wsman: problem === undefined ? wsman : undefined,
    authentication: readAuthentication(sections, workspace),
    allowUnencrypted: sectionReader(workspace, sectionPaths.wsmanor, sections).flag("allowUnencrypted"),
    problem,
    attempted: wsman,
  };
}

function checkPhysicalPath({ physicalPath, physicalPathSpot }: ApplicationDraft, { files }: ConfigurationWorkspace, report: Report): void {
  if (physicalPath === undefined) return;
  const kind = files.kind(physicalPath);
  if (kind === "directory") return;
  const message = kind === "denied" ? "The application's folder may not be entered." : kind === "file" ? "The application's physicalPath is a file, not a folder." : "The application's folder does not exist.";
  const code = kind === "denied" ? hresults.accessDenied : hresults.pathNotFound;
  const rule = kind === "denied" ? "configuration-access-denied" : "physical-path";
  report.error({ rule, message, remedy: "Make the folder, or correct physicalPath; it is relative to the file it stands in.", code }, physicalPathSpot);
}

function readAuthentication(sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace): AuthenticationSettings {
  const anonymous = sectionReader(workspace, sectionPaths.anonymous, sections);
  const basic = sectionReader(workspace, sectionPaths.basic, sections);
  return {
    anonymous: { enabled: anonymous.flag("enabled"), userName: anonymous.text("userName") },
    basic: { enabled: basic.flag("enabled"), realm: basic.text("realm"), defaultLogonDomain: basic.text("defaultLogonDomain") },
  };
}
