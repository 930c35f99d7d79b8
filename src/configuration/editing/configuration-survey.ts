import { applicationLevels } from "../application-levels.js";
import type { ConfigurationWorkspace } from "../configuration-workspace.js";
import type { EffectiveElement } from "../effective-element.js";
import type { FileAccess } from "../file-access.js";
import { openServer, type LoadOptions } from "../open-server.js";
import { readDocument, type SectionPart } from "../read-document.js";
import { readSites, type SiteDraft } from "../read-sites.js";
import { Report } from "../report.js";
import { resolveSections, type Level } from "../resolve-sections.js";
import { sectionPaths } from "../section-paths.js";
import type { Spot } from "../source-file.js";
import { WebConfigs } from "../web-configs.js";
import type { ChangeTarget } from "./change-target.js";

/** Sections as they hold somewhere, and the files they come from. */
export interface SurveyedLevels {
  readonly levels: readonly Level[];
  readonly sections: ReadonlyMap<string, EffectiveElement>;
}

/** A part of a section and the configuration path it holds from. */
export interface SurveyedPart {
  readonly part: SectionPart;
  readonly level: Level;
  readonly fullPath: readonly string[];
}

/**
 * A configuration with all its files and the places of everything in them, for those who show or edit it. What is wrong with it is not
 * told here: that is `loadConfiguration`'s.
 */
export class ConfigurationSurvey {
  readonly workspace: ConfigurationWorkspace;
  /** The file it starts from; of a lone web.config there is none above, and the server level is built in. */
  readonly serverFile: string | undefined;
  readonly sites: readonly SiteDraft[];
  readonly #server: Level;
  readonly #webConfigs: WebConfigs;

  private constructor(workspace: ConfigurationWorkspace, server: Level, serverFile: string | undefined, sites: readonly SiteDraft[]) {
    this.workspace = workspace;
    this.#server = server;
    this.serverFile = serverFile;
    this.sites = sites;
    this.#webConfigs = new WebConfigs(workspace);
  }

  /** @returns `undefined` when there is no configuration, or no element in its first file */
  static open(path: string, files: FileAccess, options: LoadOptions): ConfigurationSurvey | undefined {
    const opened = openServer(path, files, options, new Report(), new Report());
    const root = opened?.server?.root;
    if (opened?.server === undefined || root === undefined) return undefined;
    const { found, workspace, server: { source } } = opened;
    const { schema, validators } = workspace;
    const report = new Report();
    const level: Level = { document: readDocument(source, root, { level: "server", inherited: new Map(), schema, validators, files, report }), base: [] };
    const sections = resolveSections({ levels: [level], target: [], applications: [], report });
    const sites = readSites(sections.get(sectionPaths.sites), { source, offset: 0, length: 1 }, workspace, report);
    return new ConfigurationSurvey(workspace, level, found.isLone ? undefined : found.path, sites);
  }

  /** @param target `undefined`: the server itself */
  at(target: ChangeTarget | undefined): SurveyedLevels {
    const report = new Report();
    if (target === undefined) return { levels: [this.#server], sections: resolveSections({ levels: [this.#server], target: [], applications: [], report }) };
    const { site, application } = target;
    const { levels } = applicationLevels(application, site, this.#server, this.#webConfigs, this.workspace.files, report);
    const applications = site.applications.map(({ configurationPath }) => configurationPath);
    return { levels, sections: resolveSections({ levels, target: application.configurationPath, applications, report }) };
  }
}

/** The part in which a place is. */
export function partOf({ levels }: SurveyedLevels, spot: Spot): SurveyedPart | undefined {
  for (const level of levels) {
    for (const part of level.document.parts) {
      const { source, element, location } = part;
      if (source.path !== spot.source.path || spot.offset < element.offset || spot.offset >= element.endOffset) continue;
      return { part, level, fullPath: [...level.base, ...(location?.segments ?? [])] };
    }
  }
  return undefined;
}
