import type { SourcePlace } from "../../base/diagnostic.js";
import { fail, ok, type Result } from "../../base/result.js";
import type { FileAccess } from "../file-access.js";
import type { LoadOptions } from "../open-server.js";
import { placeOf } from "../source-file.js";
import type { ChangeTarget } from "./change-target.js";
import { ConfigurationSurvey } from "./configuration-survey.js";
import { EditedFiles, type PlannedFile } from "./edited-files.js";
import type { EditProblem } from "./edit-problem.js";
import { findTarget, type TargetName } from "./find-target.js";
import { makeChange } from "./make-change.js";
import { effectiveAt, entryStep, resolvePath } from "./resolve-path.js";
import type { Commit, SectionChange } from "./section-change.js";

/** What a change came to. */
export interface PlannedChange {
  readonly change: SectionChange;
  readonly file: string;
  /** From where on it holds. */
  readonly path: readonly string[];
  /** In the file as it will be; `undefined` for what was taken away. */
  readonly place: SourcePlace | undefined;
}

export interface EditPlan {
  /** None: everything is so already. */
  readonly files: readonly PlannedFile[];
  readonly changes: readonly PlannedChange[];
  /** The configuration as it would be. */
  readonly access: FileAccess;
}

export interface PlanOptions {
  /** As of `loadConfiguration`. */
  readonly path: string;
  readonly files: FileAccess;
  readonly load: LoadOptions;
  /** `undefined`: the server itself. */
  readonly target: TargetName | undefined;
  readonly commit: Commit;
}

/** A change that cannot be made, and which of them. */
export interface RefusedChange {
  readonly problem: EditProblem;
  readonly index: number;
}

/**
 * Makes changes in memory, one after the other: each sees those before it. Nothing is written, and whether the result is a configuration
 * that can be served is for the caller to find out with `loadConfiguration` and the plan's `access`.
 */
export function planChanges(changes: readonly SectionChange[], options: PlanOptions): Result<EditPlan, RefusedChange> {
  const edited = new EditedFiles(options.files);
  const made: Pick<PlannedChange, "change" | "file" | "path">[] = [];
  for (const [index, change] of changes.entries()) {
    const opened = openAt(options, edited.access());
    const done = opened.ok ? makeChange(change, { ...opened.value, commit: options.commit, edited }) : opened;
    if (!done.ok) return fail({ problem: done.error, index });
    made.push({ change, ...done.value });
  }
  const access = edited.access();
  const result = openAt(options, access);
  const placed = made.map((each) => ({ ...each, place: result.ok ? placeOfChange(each.change, result.value) : undefined }));
  return ok({ files: edited.planned(), changes: placed, access });
}

interface Opened {
  readonly survey: ConfigurationSurvey;
  readonly target: ChangeTarget | undefined;
}

function openAt({ path, load, target }: PlanOptions, files: FileAccess): Result<Opened, EditProblem> {
  const survey = ConfigurationSurvey.open(path, files, load);
  if (survey === undefined) return fail({ kind: "not-possible", message: `There is no configuration to edit at ${path}.`, remedy: "wsmanor validate says what is wrong with it." });
  const found = target === undefined ? ok(undefined) : findTarget(survey, target);
  return found.ok ? ok({ survey, target: found.value }) : found;
}

function placeOfChange(change: SectionChange, { survey, target }: Opened): SourcePlace | undefined {
  const schema = survey.workspace.schema.get(change.section);
  if (schema === undefined || change.kind === "unset" || change.kind === "remove") return undefined;
  const steps = resolvePath(schema.element, change.path);
  if (!steps.ok) return undefined;
  const holder = effectiveAt(survey.at(target).sections.get(change.section), steps.value);
  if (change.kind === "set") {
    const spot = holder?.attributes.get(change.attribute)?.spot;
    return spot && placeOf(spot);
  }
  const step = entryStep(steps.value.at(-1)?.schema ?? schema.element, change.entry.attributes);
  const entry = holder && step.ok ? effectiveAt(holder, [step.value]) : undefined;
  return entry && placeOf(entry.spot);
}
