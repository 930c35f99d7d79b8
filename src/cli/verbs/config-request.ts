import { resolve } from "node:path";
import { fail, ok, type Result } from "../../base/result.js";
import { ConfigurationSurvey } from "../../configuration/editing/configuration-survey.js";
import { matchingSections, type ChangeTarget } from "../../configuration/editing/change-target.js";
import { findTarget, textOf } from "../../configuration/editing/find-target.js";
import type { EditProblem } from "../../configuration/editing/edit-problem.js";
import type { Commit } from "../../configuration/editing/section-change.js";
import type { SectionSchema } from "../../configuration/schema-model.js";
import { nodeFileAccess } from "../../configuration/node-file-access.js";
import { hostEnvironment, loadHostConfiguration } from "../../host/load-host-configuration.js";
import { schemaDirectory } from "../../host/package-root.js";
import { defaultPaths } from "../default-paths.js";
import { closestName } from "../grammar/closest-name.js";
import type { ParsedArguments } from "../grammar/parse-arguments.js";
import { isSetting, parseSetting, type SettingParameter } from "../grammar/parse-setting.js";
import { nameToken, type Token, type UsageProblem } from "../grammar/usage-problem.js";
import type { ConfigDeed } from "./config-deed.js";
import { refuseRest } from "./read-target.js";

/** What `config` is asked, the names in it found. */
export interface ConfigRequest {
  readonly deed: ConfigDeed;
  readonly configPath: string;
  readonly survey: ConfigurationSurvey;
  /** `undefined`: none is named. */
  readonly section: SectionSchema | undefined;
  /** `undefined`: the server itself. */
  readonly target: ChangeTarget | undefined;
  readonly commit: Commit;
  readonly settings: readonly SettingParameter[];
}

export function readConfigRequest(deed: ConfigDeed, words: readonly Token[], args: ParsedArguments, environment: Readonly<Record<string, string | undefined>>): Result<ConfigRequest, UsageProblem> {
  const names = words.filter((word) => !isSetting(word));
  const settings = readSettings(deed, words.filter(isSetting));
  if (!settings.ok) return settings;
  const configPath = resolve(args.get("config") ?? defaultPaths(environment).configuration);
  const survey = ConfigurationSurvey.open(configPath, nodeFileAccess, { schemaDirectory, environment: hostEnvironment() });
  if (survey === undefined) return fail({ message: `there is no configuration that can be read at ${configPath}; wsmanor validate says why` });
  const given = args.get("section");
  const sectionWord = given === undefined ? names[0] : { text: given, position: args.token("section")!.position };
  const [targetWord, ...rest] = given === undefined ? names.slice(1) : names;
  const refused = refuseRest(rest, "the application");
  if (!refused.ok) return refused;
  const section = sectionWord === undefined ? ok(undefined) : findSection(sectionWord, survey);
  if (!section.ok) return section;
  if (section.value === undefined && (deed === "set" || deed === "add" || deed === "remove" || deed === "get")) return fail({ message: `the section is missing: config ${deed} SECTION; config list shows them` });
  const commit = (args.get("commit") ?? "auto") as Commit;
  const target = targetWord === undefined ? impliedTarget(section.value, commit, survey, configPath) : namedTarget(targetWord, survey);
  return target.ok ? ok({ deed, configPath, survey, section: section.value, target: target.value, commit, settings: settings.value }) : target;
}

function readSettings(deed: ConfigDeed, tokens: readonly Token[]): Result<readonly SettingParameter[], UsageProblem> {
  const settings: SettingParameter[] = [];
  for (const token of tokens) {
    const parsed = parseSetting(token);
    if (!parsed.ok) return parsed;
    const why = misused(deed, parsed.value);
    if (why !== undefined) return fail({ message: `${nameToken(token)} ${why}` });
    settings.push(parsed.value);
  }
  if (tokens.length === 0 && (deed === "set" || deed === "add" || deed === "remove")) return fail({ message: `what to ${deed} is missing, such as ${exampleOf[deed]}` });
  return ok(settings);
}

const exampleOf = { set: "/OperationsConfiguration.MaxEnvelopeSizeKB:500", add: "/pluginDirectories.[path='plugins']", remove: "/pluginDirectories.[path='plugins']" } as const;

function misused(deed: ConfigDeed, { sign, steps, value }: SettingParameter): string | undefined {
  const isEntry = "keys" in steps.at(-1)!;
  if (value !== undefined && (deed !== "set" || sign !== "")) return "has a value, and only config set gives values";
  if (sign === "+" && deed !== "set" && deed !== "add") return `adds, and config ${deed} does not`;
  if (sign === "-" && deed !== "set" && deed !== "remove") return `removes, and config ${deed} does not`;
  if ((deed === "add" || sign === "+") && !isEntry) return "does not end with an entry to add, as in [name='value']";
  if (deed === "set" && sign === "" && isEntry) return "names an entry; what is set is an attribute of it, as in [name='x'].attribute:value";
  return deed === "set" && sign === "" && value === undefined ? "has no value: it is written /SETTING:VALUE" : undefined;
}

function findSection(word: Token, survey: ConfigurationSurvey): Result<SectionSchema, UsageProblem> {
  const { schema } = survey.workspace;
  // What stands behind the last dot of a long name is enough as well: wsmanagement.config.
  const dotted = [...schema.keys()].filter((path) => path.toLowerCase().endsWith(`.${word.text.toLowerCase()}`));
  const exact = matchingSections(word.text, survey.workspace);
  const found = exact.length > 0 ? exact : dotted;
  if (found.length === 1) return ok(schema.get(found[0]!)!);
  if (found.length > 1) return fail({ message: `${nameToken(word)} could be ${found.join(" or ")}` });
  const paths = [...schema.keys()];
  const lasts = paths.map((path) => path.split("/").at(-1)!);
  const meant = closestName(word.text, paths) ?? closestName(word.text, lasts);
  return fail({ message: `${nameToken(word)} is not a section that a schema describes: there are ${paths.join(", ")}`, ...(meant === undefined ? {} : { didYouMean: meant }) });
}

function namedTarget(word: Token, survey: ConfigurationSurvey): Result<ChangeTarget, UsageProblem> {
  const found = findTarget(survey, word.text);
  return found.ok ? found : fail(asUsage(found.error, word));
}

/** A problem of the edit as one of the word that asked for it. */
export function asUsage({ message, allowed, didYouMean, remedy }: EditProblem, word: Token): UsageProblem {
  const sentences = [message, allowed, remedy].filter((sentence) => sentence !== undefined).map((sentence) => sentence.replace(/\.$/u, ""));
  return { message: `${nameToken(word)}: ${sentences.join(". ")}`, ...(didYouMean === undefined ? {} : { didYouMean }) };
}

/** Without a name the only WS-Management application is meant; the server where the section is for nothing else. */
function impliedTarget(section: SectionSchema | undefined, commit: Commit, survey: ConfigurationSurvey, configPath: string): Result<ChangeTarget | undefined, UsageProblem> {
  const declaration = section && survey.at(undefined).levels[0]!.document.declarations.get(section.path);
  if (declaration?.allowDefinition === "AppHostOnly" || commit === "apphost") return ok(undefined);
  const sites = loadHostConfiguration(configPath).attempted?.sites ?? [];
  const candidates = survey.sites.flatMap((site) => site.applications.map((application): ChangeTarget => ({ site, application })))
    .filter(({ site, application }) => sites.some((one) => one.name === site.name && one.applications.some(({ path, handler }) => path === application.path && handler === "wsman")));
  if (candidates.length === 1) return ok(candidates[0]);
  if (candidates.length === 0 || section === undefined) return ok(undefined);
  return fail({ message: `there are several applications, and none is named: ${candidates.map((each) => JSON.stringify(textOf(each))).join(", ")}; -commit:apphost is for all of them` });
}
