import { fail, ok, type Result } from "../../base/result.js";
import type { EffectiveElement } from "../effective-element.js";
import type { SectionSchema } from "../schema-model.js";
import type { EditProblem } from "./edit-problem.js";
import { keyOf, type Setting } from "./list-settings.js";
import { noEntry } from "./no-entry.js";
import { attributeName, entriesOf, resolvePath } from "./resolve-path.js";
import type { ChangeStep } from "./section-change.js";

/** The values that a path means: one attribute, or all below an element or an entry. */
export function findSettings(settings: readonly Setting[], path: readonly ChangeStep[], section: SectionSchema, effective: EffectiveElement | undefined): Result<readonly Setting[], EditProblem> {
  const last = path.at(-1);
  const whole = resolvePath(section.element, path);
  const above = whole.ok ? whole : resolvePath(section.element, path.slice(0, -1));
  if (!above.ok || last === undefined) return above.ok ? ok(settings) : above;
  let prefix = "";
  let at = effective;
  for (const step of above.value) {
    if (step.kind === "element") {
      prefix += `${step.name}.`;
      at = at?.elements.get(step.name);
      continue;
    }
    const entry = at && entriesOf(at, step)[0];
    if (entry === undefined) return fail(noEntry(step, at));
    prefix += `${keyOf(entry)}.`;
    at = entry;
  }
  if (whole.ok) return ok(settings.filter(({ path: each }) => each.startsWith(prefix)));
  const name = "element" in last ? attributeName(above.value.at(-1)?.schema ?? section.element, last.element) : whole;
  return name.ok ? ok(settings.filter(({ path: each }) => each === `${prefix}${name.value}`)) : name;
}
