import { fail, ok, type Result } from "../../base/result.js";
import { isClosedBelow } from "../resolve-sections.js";
import { Report } from "../report.js";
import type { SectionDeclaration } from "../section-declarations.js";
import { placeOf, type Spot } from "../source-file.js";
import { configurationPathText, type ChangeTarget } from "./change-target.js";
import { partOf, type ConfigurationSurvey, type SurveyedLevels } from "./configuration-survey.js";
import type { EditProblem } from "./edit-problem.js";
import type { Commit } from "./section-change.js";

/** Where something that is not written yet is to be written. */
export interface WritePlace {
  readonly file: string;
  /** Segments of the `<location>` in it; `undefined`: outside of any. */
  readonly location: readonly string[] | undefined;
  /** From where on it holds. */
  readonly path: readonly string[];
}

/** What the choice of a place depends on. */
export interface PlaceContext {
  readonly survey: ConfigurationSurvey;
  readonly surveyed: SurveyedLevels;
  readonly target: ChangeTarget | undefined;
  readonly section: string;
  readonly commit: Commit;
  /** A lock on what is to be written, by the file it stands in. */
  readonly lockedBy?: (file: string) => boolean;
}

/** Where a new value goes. */
export function choosePlace(context: PlaceContext): Result<WritePlace, EditProblem> {
  const { survey, target, commit, section } = context;
  const declaration = declarationOf(context);
  const isServerOnly = target === undefined || declaration?.allowDefinition === "AppHostOnly";
  if (isServerOnly && (commit === "site" || commit === "app")) {
    const why = target === undefined ? "no application is named" : `the section ${section} is for the whole server`;
    return fail({ kind: "not-possible", message: `There is no ${commit} to write it for: ${why}.`, remedy: "Use -commit:apphost, or leave -commit away." });
  }
  if (isServerOnly) return serverPlace(survey, undefined);
  const { site, application } = target;
  if (commit === "apphost" || (commit === "own" && isClosed(context, declaration))) return serverPlace(survey, application.configurationPath);
  if (commit === "site") {
    const root = site.applications.find(({ path }) => path === "/");
    const location = application.configurationPath.slice(1);
    return webConfigPlace(root ?? application, location.length === 0 ? undefined : location, application.configurationPath, survey);
  }
  return webConfigPlace(application, undefined, application.configurationPath, survey);
}

function isClosed({ survey, surveyed, target, lockedBy }: PlaceContext, declaration: SectionDeclaration | undefined): boolean {
  const { site, application } = target!;
  const { levels } = surveyed;
  const own = levels.findIndex(({ base }) => base.length === application.configurationPath.length && base.length > 0);
  const file = own >= 0 ? levels[own]!.document.source.path : "";
  if (survey.serverFile === undefined || declaration === undefined) return false;
  if (lockedBy?.(file) === true) return true;
  const applications = site.applications.map(({ configurationPath }) => configurationPath);
  return isClosedBelow(declaration, { levels, target: application.configurationPath, applications, report: new Report() }, own >= 0 ? own : levels.length);
}

export const declarationOf = ({ surveyed, section }: Pick<PlaceContext, "surveyed" | "section">): SectionDeclaration | undefined => surveyed.levels.at(-1)?.document.declarations.get(section);

function serverPlace({ serverFile }: ConfigurationSurvey, path: readonly string[] | undefined): Result<WritePlace, EditProblem> {
  if (serverFile !== undefined) return ok({ file: serverFile, location: path, path: path ?? [] });
  return fail({ kind: "not-possible", message: "There is no applicationHost.config: this configuration is a lone web.config.", remedy: "Put an applicationHost.config above it, as config/applicationHost.config shows." });
}

function webConfigPlace(application: ChangeTarget["application"], location: readonly string[] | undefined, path: readonly string[], { workspace: { files } }: ConfigurationSurvey): Result<WritePlace, EditProblem> {
  if (application.physicalPath !== undefined) return ok({ file: files.resolve(application.physicalPath, "web.config"), location, path });
  return fail({ kind: "not-possible", message: `The application ${application.path} has no folder, so no web.config.`, remedy: "Use -commit:apphost." });
}

/** May what is written at a spot be changed for the sake of this target? @returns the path from where on it holds */
export function checkSpot(spot: Spot, what: string, context: PlaceContext): Result<readonly string[], EditProblem> {
  const { commit, surveyed, target, survey } = context;
  const found = partOf(surveyed, spot);
  const related = [{ message: "written here", place: placeOf(spot) }];
  if (found === undefined || (found.level.base.length === 0 && survey.serverFile === undefined)) {
    return fail({ kind: "not-possible", message: `${what} is built into the host: there is no file to change it in.`, remedy: "Put an applicationHost.config above the web.config." });
  }
  const isServerOnly = target === undefined || declarationOf(context)?.allowDefinition === "AppHostOnly";
  if (commit === "auto" || isServerOnly) return ok(found.fullPath);
  const { application } = target;
  const isOwn = found.fullPath.length === application.configurationPath.length;
  if (commit === "own") {
    return isOwn ? ok(found.fullPath) : fail({ kind: "not-possible", message: `${what} holds for more than this application: it is written for ${configurationPathText(found.fullPath)}.`, remedy: "Change it in that file.", related });
  }
  const place = choosePlace(context);
  if (!place.ok) return place;
  if (isOwn && found.level.document.source.path === place.value.file) return ok(found.fullPath);
  return fail({ kind: "not-possible", message: `${what} is not written in ${place.value.file}, but in another file, for ${configurationPathText(found.fullPath)}.`, remedy: "Leave -commit away to change it there.", related });
}
