import { fail, type Result } from "../../base/result.js";
import { firstForbidden } from "../../protocol/xml/characters.js";
import { didYouMean } from "../did-you-mean.js";
import type { ChangeContext, MadeChange } from "./change-context.js";
import type { ChangeTarget } from "./change-target.js";
import type { ConfigurationSurvey } from "./configuration-survey.js";
import type { EditedFiles } from "./edited-files.js";
import type { EditProblem } from "./edit-problem.js";
import { addEntry } from "./add-entry.js";
import { removeWritten } from "./remove-written.js";
import type { ElementSchema } from "../schema-model.js";
import { resolvePath } from "./resolve-path.js";
import type { ChangeStep, Commit, ElementDraft, SectionChange } from "./section-change.js";
import { setValue } from "./set-value.js";

export interface MakeOptions {
  readonly survey: ConfigurationSurvey;
  readonly target: ChangeTarget | undefined;
  readonly commit: Commit;
  readonly edited: EditedFiles;
}

/** Makes one change in the files that are being edited. */
export function makeChange(change: SectionChange, { survey, target, commit, edited }: MakeOptions): Result<MadeChange, EditProblem> {
  const schema = survey.workspace.schema.get(change.section);
  if (schema === undefined) {
    const known = [...survey.workspace.schema.keys()];
    const meant = didYouMean(change.section, known);
    return fail({ kind: "unknown-name", message: `No schema describes a section ${change.section}.`, allowed: `Known: ${known.join(", ")}.`, ...(meant === undefined ? {} : { didYouMean: meant }) });
  }
  const taken = change.kind === "remove" ? namedAttribute(change.path, schema.element) : undefined;
  const steps = resolvePath(schema.element, taken === undefined ? change.path : change.path.slice(0, -1));
  if (!steps.ok) return steps;
  const unwritable = valuesOf(change).find((value) => firstForbidden(value) >= 0);
  if (unwritable !== undefined) return fail({ kind: "not-possible", message: "A value holds characters that XML has no way to carry." });
  const context: ChangeContext = { survey, surveyed: survey.at(target), target, commit, section: change.section, schema, steps: steps.value, edited };
  switch (change.kind) {
    case "set": return setValue(change.attribute, change.value, context);
    case "unset": return removeWritten(context, change.attribute);
    case "add": return addEntry(change.entry, change.at ?? "end", context);
    case "remove": return removeWritten(context, taken);
  }
}

/** What is to be removed may be an attribute as well as an element: the schema knows. */
function namedAttribute(path: readonly ChangeStep[], section: ElementSchema): string | undefined {
  const last = path.at(-1);
  if (last === undefined || !("element" in last)) return undefined;
  const above = resolvePath(section, path.slice(0, -1));
  const parent = above.ok ? (above.value.at(-1)?.schema ?? section) : undefined;
  const has = (names: Iterable<string>): boolean => [...names].some((name) => name.toLowerCase() === last.element.toLowerCase());
  return parent !== undefined && !has(parent.elements.keys()) && (has(parent.attributes.keys()) || didYouMean(last.element, parent.attributes.keys()) !== undefined) ? last.element : undefined;
}

function valuesOf(change: SectionChange): readonly string[] {
  const inDraft = ({ attributes, children = [] }: ElementDraft): string[] => [...attributes.map(([, value]) => value), ...children.flatMap(inDraft)];
  return change.kind === "set" ? [change.value] : change.kind === "add" ? inDraft(change.entry) : [];
}
