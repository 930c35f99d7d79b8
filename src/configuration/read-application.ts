import { applicationLevels } from "./application-levels.js";
import { checkAccess } from "./check-access.js";
import { checkAuthentication } from "./check-authentication.js";
import { checkAuthorization } from "./check-authorization.js";
import { checkNotHonoured } from "./check-not-honoured.js";
import { checkPhysicalPath } from "./check-physical-path.js";
import { checkProtocols } from "./check-protocols.js";
import { checkRequired } from "./check-required.js";
import { sectionReader, type ConfigurationWorkspace } from "./configuration-workspace.js";
import type { EffectiveElement } from "./effective-element.js";
import type { ApplicationConfiguration } from "./host-configuration.js";
import { isExplained } from "./is-explained.js";
import { readAuthentication } from "./read-authentication.js";
import { readHandler } from "./read-handler.js";
import type { ApplicationDraft, SiteDraft } from "./read-sites.js";
import { readModules } from "./read-modules.js";
import { readIpSecurity } from "./read-ip-security.js";
import { readNegotiate } from "./read-negotiate.js";
import { readAccess, readAuthorization } from "./read-security.js";
import { readWsmanSettings } from "./read-wsman-settings.js";
import { Report } from "./report.js";
import { checkStrayLocations, resolveSections, type Level } from "./resolve-sections.js";
import { sectionPaths } from "./section-paths.js";
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
  /** Nothing in the server's file was told that explains why a setting is not there. */
  readonly isUnderstood: boolean;
}

/**
 * Reads one application: applicationHost.config, the web.config of every application above it (the site's first), its own.
 * @param all where everything that is found goes; errors also become the application's `problem`
 */
export function readApplication(draft: ApplicationDraft, site: SiteDraft, context: ApplicationContext, all: Report): ApplicationConfiguration {
  const { server, webConfigs, workspace } = context;
  const report = new Report();
  const { files } = workspace;
  const { levels, webConfigPath, fallback: written } = applicationLevels(draft, site, server, webConfigs, files, report);
  const fallback = written ?? draft.spot;
  const applications = site.applications.map(({ configurationPath }) => configurationPath);
  const sections = resolveSections({ levels, target: draft.configurationPath, applications, report });
  checkStrayLocations({ levels, target: draft.configurationPath, applications, report });
  checkRequired(sections.values(), report);
  const chosen = readHandler(sections.get(sectionPaths.handlers), report);
  const handler = checkProtocols(draft, report) ? chosen : "none";
  checkPhysicalPath(draft, chosen !== "admin", workspace, report);
  const authentication = readAuthentication(sections, workspace, report);
  const isReadable = !report.errors.some(({ rule }) => rule === "configuration-access-denied" || rule === "configuration-unreadable");
  const guards = readGuards(sections, workspace, report);
  if (handler !== "none") {
    checkAuthorization(guards.authorization, sections, report);
    checkAccess({ access: guards.access, mapping: authentication.certificateMapping, site }, sections, report);
    checkNotHonoured(sections, workspace, report);
  }
  const own = sectionReader(workspace, sectionPaths.wsmanor, sections);
  const negotiate = readNegotiate(own.child("negotiate"), workspace, report);
  const wsman = handler === "wsman" && isReadable && context.isAddressed ? readWsmanSettings(sections, draft.physicalPath, fallback, workspace, report) : undefined;
  if (handler === "wsman") checkAuthentication(authentication, sections, context.isUnderstood && !isExplained(report) ? draft.spot : undefined, report);
  const problem = report.errors.length > 0 ? report.errors : undefined;
  all.include(report);
  return {
    path: draft.path,
    physicalPath: draft.physicalPath,
    webConfigPath,
    place: draft.place,
    handler,
    wsman: problem === undefined ? wsman : undefined,
    authentication,
    ...guards,
    uploadReadAheadSize: sectionReader(workspace, sectionPaths.serverRuntime, sections).number("uploadReadAheadSize"),
    moduleNotificationTimeoutMs: own.child("modules").milliseconds("notificationTimeout"),
    messageEncryption: own.text("messageEncryption") as "iis" | "service",
    negotiate,
    allowUnencrypted: own.flag("allowUnencrypted"),
    problem,
    attempted: wsman,
  };
}

/** What stands before an application, whatever serves it. */
const readGuards = (
  sections: ReadonlyMap<string, EffectiveElement>, workspace: ConfigurationWorkspace, report: Report,
): Pick<ApplicationConfiguration, "access" | "authorization" | "ipSecurity" | "modules"> => ({
  access: readAccess(sections, workspace),
  authorization: readAuthorization(sections),
  ipSecurity: readIpSecurity(sections, workspace, report),
  modules: readModules(sections, workspace, report),
});
