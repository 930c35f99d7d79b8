import type { FileAccess } from "./file-access.js";
import { isPathPrefix } from "./location-part.js";
import type { ApplicationDraft, SiteDraft } from "./read-sites.js";
import type { Report } from "./report.js";
import type { Level } from "./resolve-sections.js";
import type { Spot } from "./source-file.js";
import type { WebConfigs } from "./web-configs.js";

export interface ApplicationLevels {
  /** From the server down to the application's own web.config, as far as there are any. */
  readonly levels: readonly Level[];
  /** Of its own web.config; `undefined` when it has none. */
  readonly webConfigPath: string | undefined;
  /** The beginning of that file, when it could be read. */
  readonly fallback: Spot | undefined;
}

/** The files that make up one application: applicationHost.config, the web.config of every application above it (the site's first), its own. */
export function applicationLevels(draft: ApplicationDraft, site: SiteDraft, server: Level, webConfigs: WebConfigs, files: FileAccess, report: Report): ApplicationLevels {
  const levels: Level[] = [server];
  const above = site.applications
    .filter(({ configurationPath }) => isPathPrefix(configurationPath, draft.configurationPath))
    .sort((a, b) => a.configurationPath.length - b.configurationPath.length);
  let inherited = server.document.declarations;
  let webConfigPath: string | undefined;
  let fallback: Spot | undefined;
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
    levels.push({ document: read, base: application.configurationPath, application });
  }
  return { levels, webConfigPath, fallback };
}
